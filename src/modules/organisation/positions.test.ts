import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'

const edit = { 'organisation.read': 'tenant', 'organisation.edit': 'tenant' } as const

test('a position is made, moved to another unit from a day on, and shows who sits and who stands above and below', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, B: {} },
      positions: { HEAD: { unit: 'A', isLead: true }, REP: { unit: 'A', reportsTo: 'HEAD', headcount: 2 } },
      people: { h: { on: 'HEAD', name: 'Head' }, r: { on: 'REP', name: 'Rep' } },
    }),
  )
  const { HEAD, REP } = chart.positions
  const content = { unitId: chart.units['A'], title: { en: 'Clerk' }, headcount: 1, reportsToId: REP }
  const made = await send('POST', '/positions', { ...content, from: '2026-01-01' })
  expect(made.status).toBe(200)
  const detail = await send('GET', `/positions/${REP}`)
  expect(detail.body).toMatchObject({
    code: 'REP',
    unitName: { en: 'A' },
    reportsToTitle: { en: 'HEAD' },
    holders: [{ name: 'Rep', kind: 'main', sharePermille: 1000 }],
    above: [{ id: HEAD, holders: [{ name: 'Head' }] }],
    below: [{ id: made.body.id, holders: [] }],
  })
  const moved = await send('POST', `/positions/${made.body.id}/versions`, {
    ...content,
    unitId: chart.units['B'],
    from: '2026-04-01',
  })
  expect(moved.status).toBe(200)
  const inA = async (on: string) => (await send('GET', `/positions?unitId=${chart.units['A']}&on=${on}`)).body.total
  expect([await inA('2026-03-31'), await inA('2026-04-01')]).toEqual([3, 2])
  expect((await send('DELETE', `/positions/${made.body.id}/versions/${moved.body.versionId}`)).status).toBe(200)
  expect(await inA('2026-04-01')).toBe(3)
})

test('positions are found by unit with all below, by words, by ids, page by page', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  const { units, positions } = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, B: { below: 'A' } },
      positions: {
        P1: { unit: 'A', title: '100% clerk' },
        P2: { unit: 'B', title: 'Driver', isLead: true },
        P3: { title: 'Boss' },
      },
    }),
  )
  const codes = async (query: string) =>
    (await send('GET', `/positions?${query}`)).body.rows.map((row: { code: string }) => row.code)
  expect(await codes(`unitId=${units['A']}`)).toEqual(['P1'])
  expect((await codes(`unitId=${units['A']}&below=true`)).sort()).toEqual(['P1', 'P2'])
  expect(await codes('text=DRIV')).toEqual(['P2'])
  expect(await codes(`text=${encodeURIComponent('0%')}`)).toEqual(['P1'])
  expect(await codes(`text=${encodeURIComponent('_')}`)).toEqual([])
  expect((await codes(`ids=${positions['P1']}&ids=${positions['P3']}`)).sort()).toEqual(['P1', 'P3'])
  const page = await send('GET', '/positions?limit=1&offset=1')
  expect([page.body.total, page.body.rows.length]).toEqual([3, 1])
})

test('lines never run in a circle, and a position in use is not closed', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, OLD: { until: '2026-06-01' } },
      positions: { X: { unit: 'A' }, Y: { unit: 'A', reportsTo: 'X' } },
      people: { 1: { on: 'Y' } },
    }),
  )
  const { X = '', Y = '' } = chart.positions
  const content = (reportsToId: string | null, unitId = chart.units['A']) => ({
    unitId,
    title: { en: 'X' },
    headcount: 1,
    reportsToId,
    from: '2026-04-01',
  })
  expect(await send('POST', `/positions/${X}/versions`, content(Y))).toMatchObject({
    status: 409,
    body: { code: 'organisation.line-circle' },
  })
  expect(await send('POST', `/positions/${X}/versions`, content(null, chart.units['OLD']))).toMatchObject({
    status: 409,
    body: { code: 'organisation.unit-not-there' },
  })
  expect(await send('POST', `/positions/${X}/close`, { until: '2026-04-01' })).toMatchObject({
    status: 409,
    body: { code: 'organisation.position-in-use', people: 0, positions: 1 },
  })
  expect(await send('POST', `/positions/${Y}/close`, { until: '2026-04-01' })).toMatchObject({
    status: 409,
    body: { code: 'organisation.position-in-use', people: 1, positions: 0 },
  })
  const version = (await send('GET', `/positions/${X}`)).body.versions[0].versionId
  const corrected = await send('PATCH', `/positions/${X}/versions/${version}`, {
    ...content(null),
    from: '2020-01-01',
    title: { en: 'Chief' },
  })
  expect(corrected.status).toBe(200)
  expect((await send('GET', `/positions/${X}`)).body.title).toEqual({ en: 'Chief' })
  expect(
    await send('PATCH', `/positions/${X}/versions/${version}`, { ...content(Y), from: '2020-01-01' }),
  ).toMatchObject({ status: 409, body: { code: 'organisation.line-circle' } })
})
