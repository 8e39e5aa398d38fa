import { expect, test } from 'vitest'
import { openReviews } from './world-for-tests.ts'

test('from facts to a frozen score that pay reads, step by step', async () => {
  const { hr, lin, chen, shop, world, openFebruary } = await openReviews()
  const opened = await openFebruary()
  expect(opened).toMatchObject({ reviews: 4, without: 2 })
  const { roundId } = opened

  const team = await lin('GET', '/team-reviews')
  expect(team.body).toMatchObject({ roundId, waiting: 3 })
  const row = team.body.rows.find((one: { person: { number: string } }) => one.person.number === 'chen')
  const reviewId = row.id as string

  const before = (await lin('GET', `/reviews/${reviewId}`)).body
  // 8 of 10 new customers (600 of 1000) and conversion 80 % against 30 % (400), capped at 120 points
  expect(before.result.leaves).toMatchObject([
    { indicatorKey: 'new-customers', value: 8, reachedPermille: 800, scoreHundredths: 8000 },
    { indicatorKey: 'conversion', value: 0.8, scoreHundredths: 12_000 },
    { indicatorKey: 'minutes', scoreHundredths: null, weightPermyriad: 0 },
    { indicatorKey: 'turnover', value: 0, scoreHundredths: 0, weightPermyriad: 4000 },
    { lineKey: 'attitude', scoreHundredths: null, weightPermyriad: 0 },
  ])
  expect(before.may).toMatchObject({ parts: ['manager'], confirm: false })

  const give = (scoreHundredths: number, reason = '', submit = true) =>
    lin('PUT', `/reviews/${reviewId}/parts/manager`, { scores: { attitude: { scoreHundredths, reason } }, submit })
  const high = await give(11_000)
  expect([high.status, high.body.code]).toEqual([422, 'performance.reason-missing'])
  expect((await give(11_000, '--')).status).toBe(422)
  expect((await give(9000)).status).toBe(200)
  const scored = (await lin('GET', `/reviews/${reviewId}`)).body
  const points = scored.result.leaves.reduce(
    (sum: number, leaf: { pointsHundredths: number | null }) => sum + (leaf.pointsHundredths ?? 0),
    0,
  )
  expect(points).toBe(scored.scoreHundredths)
  // 0.8 × (0.6 × (0.6 × 80 + 0.4 × 120) + 0.4 × 0) + 0.2 × 90
  expect(scored.scoreHundredths).toBe(6408)
  expect(scored.level.code).toBe('D')

  const own = (await chen('GET', `/reviews/${reviewId}`)).body
  expect(own).toMatchObject({ as: 'self', scoreHundredths: null, level: null, parts: [], changes: [] })
  expect(own.result.scoreHundredths).toBeNull()
  expect(own.result.leaves.at(-1)).toMatchObject({ lineKey: 'attitude', scoreHundredths: null })
  expect((await chen('POST', `/reviews/${reviewId}/confirm`, { version: scored.version })).body.code).toBe(
    'performance.not-told-yet',
  )

  const round = async () => (await hr('GET', `/review-rounds/${roundId}`)).body
  const move = async (to: string, reason = '') =>
    hr('POST', `/review-rounds/${roundId}/move`, { version: (await round()).version, to, reason })
  expect((await move('scored')).body).toMatchObject({ code: 'performance.left-undone', count: 2 })
  expect((await move('calibrated', 'x')).body.code).toBe('performance.wrong-step')
  expect((await move('scored', 'the others are on leave')).status).toBe(200)
  expect((await give(8000)).body.code).toBe('performance.not-open-now')
  const calibrate = await hr('POST', `/reviews/${reviewId}/calibrate`, {
    version: (await hr('GET', `/reviews/${reviewId}`)).body.version,
    scoreHundredths: 9600,
    reason: 'Won the largest merchant of the year',
  })
  expect(calibrate.body).toMatchObject({ level: 'A' })
  expect((await move('calibrated', 'nobody to score')).status).toBe(200)

  const told = (await chen('GET', `/reviews/${reviewId}`)).body
  expect(told).toMatchObject({
    scoreHundredths: 9600,
    level: { code: 'A' },
    changes: [{ kind: 'calibrate', beforeHundredths: 6408 }],
  })
  expect((await chen('POST', `/reviews/${reviewId}/confirm`, { version: told.version })).status).toBe(200)
  expect((await move('confirmed', 'some are away')).status).toBe(200)
  const frozen = await hr('POST', `/review-rounds/${roundId}/freeze`, { version: (await round()).version })
  expect(frozen.body).toMatchObject({ reviews: 4 })

  const again = await hr('POST', `/reviews/${reviewId}/calibrate`, { version: 99, scoreHundredths: 1, reason: 'no' })
  expect(again.body.code).toBe('performance.is-frozen')
  const { personFigures } = await import('#modules/people')
  const figures = () => world.within((ctx) => personFigures(ctx, [shop.person('chen')], '2026-02'))
  expect(await figures()).toMatchObject([
    { name: 'performance_score', value: '0.9600', path: `/reviews/${reviewId}`, module: 'performance' },
    { name: 'performance_points', value: '96.00' },
    { name: 'performance_level', value: '1' },
  ])
  expect(
    (
      await hr('POST', `/reviews/${reviewId}/correct`, {
        scoreHundredths: 9000,
        reason: 'A merchant was counted twice',
      })
    ).status,
  ).toBe(200)
  expect((await figures())[0]).toMatchObject({ value: '0.9000' })
  expect((await chen('GET', `/reviews/${reviewId}`)).body).toMatchObject({
    scoreHundredths: 9000,
    level: { code: 'B' },
  })
})
