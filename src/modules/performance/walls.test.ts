import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openReviews, type Reviews } from './world-for-tests.ts'
import { usualContent } from './rules/usual.ts'

let firm: Reviews
let roundId: string
let reviews: Record<string, string>
beforeAll(async () => {
  firm = await openReviews((close) => afterAll(close))
  roundId = (await firm.openFebruary()).roundId
  const { rows } = (await firm.hr('GET', `/review-rounds/${roundId}`)).body
  reviews = Object.fromEntries(
    rows.map((row: { id: string; person: { number: string } }) => [row.person.number, row.id]),
  )
})

describe('who sees what', () => {
  test('a review of somebody else is not there, for every deed alike', async () => {
    const of = `/reviews/${reviews['zhao']}`
    const asked = [
      await firm.chen('GET', of),
      await firm.chen('PUT', `${of}/parts/self`, { scores: {}, submit: false }),
      await firm.chen('POST', `${of}/confirm`, { version: 1 }),
      await firm.chen('POST', `${of}/appeal`, { version: 1, reason: 'x' }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const other = await firm.world.anotherTenant()
    const stranger = await firm.world.member({
      tenantId: other,
      may: { 'performance.read': 'tenant', 'performance.calibrate': 'tenant' },
    })
    expect((await stranger.send('GET', of)).status).toBe(404)
    expect((await stranger.send('GET', `/review-rounds/${roundId}`)).status).toBe(404)
    expect(
      (await stranger.send('POST', `${of}/calibrate`, { version: 1, scoreHundredths: 1, reason: 'x' })).status,
    ).toBe(404)
  })

  test('an employee neither leads, calibrates nor sets up', async () => {
    const refused = [
      await firm.chen('GET', '/team-reviews'),
      await firm.chen('GET', '/review-schemes'),
      await firm.chen('POST', `/reviews/${reviews['chen']}/calibrate`, { version: 1, scoreHundredths: 1, reason: 'x' }),
      await firm.chen('POST', `/review-rounds/${roundId}/move`, { version: 1, to: 'scored' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  test('a leader sees those they lead and not themselves; the distribution of two people is refused', async () => {
    const { rows } = (await firm.lin('GET', '/team-reviews')).body
    expect(rows.map((row: { person: { number: string } }) => row.person.number).toSorted()).toEqual([
      'chen',
      'ning',
      'zhao',
    ])
    const chen = await firm.world.member({
      may: { 'performance.read': 'unit' },
      unitId: firm.shop.chart.units['NORTH'] ?? '',
      name: 'North',
    })
    const small = await chen.send('GET', `/review-rounds/${roundId}/distribution`)
    expect([small.status, small.body.code]).toEqual([403, 'performance.group-too-small'])
  })

  test('nobody decides the own score, whatever their rights', async () => {
    const boss = await firm.world.member({
      may: { 'performance.read': 'tenant', 'performance.calibrate': 'tenant' },
      personId: firm.shop.person('zhao'),
    })
    const own = await boss.send('POST', `/reviews/${reviews['zhao']}/calibrate`, {
      version: 1,
      scoreHundredths: 15_000,
      reason: 'I am good',
    })
    expect([own.status, own.body.code]).toEqual([403, 'performance.own-review'])
  })
})

test('peers give without names, and see nothing of the figures', async () => {
  const { hr, lin, zhao, chen, shop } = firm
  const content = { ...usualContent, parts: { self: 0, manager: 500, peer: 500, customer: 0 }, peers: 1 }
  const made = (await hr('POST', '/review-schemes', { code: 'CARE', name: { en: 'Care' }, period: 'month', content }))
    .body.schemeId
  await hr('POST', `/review-schemes/${made}/publish`, { version: 1, from: '2026-01-01' })
  await hr('POST', `/review-schemes/${made}/places`, {
    kind: 'position',
    targetId: shop.chart.positions['DEV'],
    from: '2026-02-01',
  })
  const january = await hr('POST', '/review-rounds', { period: 'month', day: '2026-03-10', dueOn: '2026-04-01' })
  const { rows } = (await hr('GET', `/review-rounds/${january.body.roundId}`)).body
  const reviewId = rows.find((row: { person: { number: string } }) => row.person.number === 'chen').id
  const score = (scoreHundredths: number) => ({ scores: { attitude: { scoreHundredths } }, submit: true })

  expect((await lin('PUT', `/reviews/${reviewId}/parts/manager`, score(8000))).body.code).toBe(
    'performance.peers-not-asked',
  )
  expect((await zhao('GET', `/reviews/${reviewId}`)).status).toBe(404)
  const invited = await lin('POST', `/reviews/${reviewId}/peers`, {
    personIds: [shop.person('zhao'), shop.person('chen')],
  })
  expect(invited.body.added).toBe(1)
  const seen = (await zhao('GET', `/reviews/${reviewId}`)).body
  expect(seen).toMatchObject({
    as: 'peer',
    result: null,
    scoreHundredths: null,
    schemes: [],
    changes: [],
    may: { parts: ['peer'] },
  })
  expect((await zhao('PUT', `/reviews/${reviewId}/parts/manager`, score(1000))).body.code).toBe(
    'performance.not-your-part',
  )
  expect((await zhao('PUT', `/reviews/${reviewId}/parts/peer`, score(9000))).status).toBe(200)
  expect((await lin('PUT', `/reviews/${reviewId}/parts/manager`, score(8000))).status).toBe(200)

  const led = (await lin('GET', `/reviews/${reviewId}`)).body
  expect(led.result.leaves.at(-1)).toMatchObject({ lineKey: 'attitude', scoreHundredths: 8500 })
  expect(
    led.parts.map((part: { part: string; reviewer: object | null }) => [part.part, part.reviewer === null]),
  ).toEqual([
    ['manager', false],
    ['peer', true],
  ])
  expect(JSON.stringify((await chen('GET', `/reviews/${reviewId}`)).body)).not.toContain(shop.person('zhao'))
})

test('schemes: faults are named, versions follow each other, one place has one scheme', async () => {
  const { hr, shop, schemeId } = firm
  const lines = usualContent.lines.map((line) => ({ ...line, weightPermille: 300 }))
  const saved = await hr('PUT', `/review-schemes/${schemeId}`, {
    version: 2,
    name: { en: 'Sales' },
    content: { ...usualContent, lines },
  })
  expect(saved.body.faults).toMatchObject([{ code: 'lines-sum', sentence: expect.stringContaining('600') }])
  const unsound = await hr('POST', `/review-schemes/${schemeId}/publish`, { version: 3, from: '2026-03-01' })
  expect([unsound.status, unsound.body.code]).toEqual([422, 'performance.scheme-unsound'])
  expect(
    (await hr('PUT', `/review-schemes/${schemeId}`, { version: 2, name: { en: 'Sales' }, content: usualContent })).body
      .code,
  ).toBe('base.changed-meanwhile')
  const [first, second] = usualContent.lines
  const heavier = {
    ...usualContent,
    lines: [
      { ...first, weightPermille: 500 },
      { ...second, weightPermille: 500 },
    ],
  }
  await hr('PUT', `/review-schemes/${schemeId}`, { version: 3, name: { en: 'Sales' }, content: heavier })
  const tried = (await hr('GET', `/review-schemes/${schemeId}/try`)).body
  expect(tried.rows.length).toBeGreaterThan(0)
  expect((await hr('POST', `/review-schemes/${schemeId}/publish`, { version: 4, from: '2026-01-01' })).body.code).toBe(
    'performance.version-too-early',
  )
  expect(
    (await hr('POST', `/review-schemes/${schemeId}/publish`, { version: 4, from: '2026-04-01' })).body.number,
  ).toBe(2)
  expect((await hr('POST', `/review-schemes/${schemeId}/publish`, { version: 5, from: '2026-05-01' })).body.code).toBe(
    'performance.nothing-to-publish',
  )
  const again = { kind: 'unit', targetId: shop.chart.units['GROWTH'], from: '2026-05-01' }
  expect((await hr('POST', `/review-schemes/${schemeId}/places`, again)).body.code).toBe('performance.place-taken')
  expect(
    (await hr('POST', `/review-schemes/${schemeId}/places`, { ...again, targetId: crypto.randomUUID() })).status,
  ).toBe(404)
  expect((await hr('POST', '/review-schemes', { code: 'SALES', name: { en: 'x' }, period: 'month' })).body.code).toBe(
    'performance.code-taken',
  )
  const detail = (await hr('GET', `/review-schemes/${schemeId}`)).body
  expect(detail.versions.map((one: { number: number; until: string | null }) => [one.number, one.until])).toEqual([
    [2, null],
    [1, '2026-04-01'],
  ])
  const [place] = detail.places
  await hr('POST', `/review-places/${place.id}/end`, { from: '2026-06-01' })
  expect((await hr('GET', `/review-schemes/${schemeId}`)).body.places[0].until).toBe('2026-06-01')
})
