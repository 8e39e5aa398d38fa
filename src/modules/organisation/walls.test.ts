import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld, type Send } from '#test/world'

type Ids = {
  unit: string
  unitVersion: string
  position: string
  positionVersion: string
  person: string
  seat: string
}

/** Every route that names a thing, called about the given things. */
function calls(ids: Ids): [Parameters<Send>[0], string, object?][] {
  const unit = { name: { en: 'X' }, kind: 'team', parentId: ids.unit, sortOrder: 0, from: '2026-05-01' }
  const position = { unitId: ids.unit, title: { en: 'X' }, headcount: 1, reportsToId: null, from: '2026-05-01' }
  const seat = { positionId: ids.position, kind: 'main', sharePermille: 500, from: '2026-05-01' }
  return [
    ['GET', `/units/${ids.unit}`],
    ['POST', `/units`, unit],
    ['POST', `/units/${ids.unit}/versions`, unit],
    ['PATCH', `/units/${ids.unit}/versions/${ids.unitVersion}`, unit],
    ['DELETE', `/units/${ids.unit}/versions/${ids.unitVersion}`],
    ['POST', `/units/${ids.unit}/close`, { until: '2026-05-01' }],
    ['GET', `/positions/${ids.position}`],
    ['POST', `/positions`, position],
    ['POST', `/positions/${ids.position}/versions`, position],
    ['PATCH', `/positions/${ids.position}/versions/${ids.positionVersion}`, position],
    ['DELETE', `/positions/${ids.position}/versions/${ids.positionVersion}`],
    ['POST', `/positions/${ids.position}/close`, { until: '2026-05-01' }],
    ['GET', `/persons/${ids.person}`],
    ['PATCH', `/persons/${ids.person}`, { number: '9', name: 'X', version: 1 }],
    ['POST', `/persons/${ids.person}/assignments`, seat],
    ['PATCH', `/assignments/${ids.seat}`, seat],
    ['POST', `/assignments/${ids.seat}/end`, { until: '2026-05-01' }],
    ['DELETE', `/assignments/${ids.seat}`],
  ]
}

test('things of another tenant are not there, for reading or writing, and lists never show them', async () => {
  const world = await openWorld()
  const other = await world.anotherTenant()
  const ids = await world.within(async (ctx) => {
    const chart = await drawChart(ctx, {
      units: { A: {} },
      positions: { P: { unit: 'A' } },
      people: { 1: { on: 'P' } },
    })
    const seat = await ctx.db.selectFrom('assignment').select('id').executeTakeFirstOrThrow()
    const unitVersion = await ctx.db
      .selectFrom('unit_version')
      .select('id')
      .where('unit_id', '=', chart.units['A'] ?? '')
      .executeTakeFirstOrThrow()
    const positionVersion = await ctx.db.selectFrom('position_version').select('id').executeTakeFirstOrThrow()
    return {
      unit: chart.units['A'] ?? '',
      unitVersion: unitVersion.id,
      position: chart.positions['P'] ?? '',
      positionVersion: positionVersion.id,
      person: chart.people['1'] ?? '',
      seat: seat.id,
    }
  }, other)
  const { send } = await world.member({ role: 'administrator' })
  for (const [method, path, body] of calls(ids)) {
    const answer = await send(method, path, body)
    expect([method, path, answer.status]).toEqual([method, path, 404])
  }
  for (const path of [
    `/units`,
    `/positions`,
    `/persons`,
    `/persons?ids=${ids.person}`,
    `/positions?ids=${ids.position}`,
  ]) {
    const { body } = await send('GET', path)
    expect(JSON.stringify(body)).not.toContain(ids.unit)
    expect(JSON.stringify(body)).not.toContain(ids.person)
  }
  const before = await world.within((ctx) => ctx.db.selectFrom('person').select(['number', 'version']).execute(), other)
  expect(before).toEqual([{ number: '1', version: 1 }])
})

test('without the right every command is refused, and without reading every page', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  const id = '00000000-0000-7000-8000-000000000000'
  const ids = { unit: id, unitVersion: id, position: id, positionVersion: id, person: id, seat: id }
  for (const [method, path, body] of calls(ids)) {
    const answer = await send(method, path, body)
    expect([method, path, answer.status]).toEqual([method, path, method === 'GET' ? 404 : 403])
  }
  expect((await send('PUT', '/calendar/years/2027', { source: 'notice', days: [] })).status).toBe(403)
  const { send: stranger } = await world.member({ may: {} })
  for (const path of [
    '/units',
    '/positions',
    '/persons',
    '/team',
    '/calendar/years',
    '/calendar/years/2026',
    `/units/${id}`,
    `/positions/${id}`,
    `/persons/${id}`,
  ])
    expect([path, (await stranger('GET', path)).status]).toEqual([path, 403])
  expect((await world.anonymous('GET', '/units')).status).toBe(401)
})

test('who may see a part of the firm finds nothing of the rest, and may edit only where edited may be', async () => {
  const world = await openWorld()
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, A1: { below: 'A' }, B: {} },
      positions: { PA: { unit: 'A1' }, PB: { unit: 'B' } },
      people: { a: { on: 'PA' }, b: { on: 'PB' } },
    }),
  )
  const { send } = await world.member({
    may: { 'organisation.read': 'unit', 'organisation.edit': 'unit' },
    unitId: chart.units['A'] ?? '',
  })
  expect((await send('GET', '/units')).body.map((unit: { code: string }) => unit.code)).toEqual(['A', 'A1'])
  expect((await send('GET', '/persons')).body.rows.map((row: { name: string }) => row.name)).toEqual(['a'])
  expect((await send('GET', '/positions')).body.total).toBe(1)
  for (const path of [
    `/units/${chart.units['B']}`,
    `/positions/${chart.positions['PB']}`,
    `/persons/${chart.people['b']}`,
  ])
    expect((await send('GET', path)).status).toBe(404)
  expect((await send('PATCH', `/persons/${chart.people['b']}`, { number: 'b', name: 'B', version: 1 })).status).toBe(
    404,
  )
  expect((await send('PATCH', `/persons/${chart.people['a']}`, { number: 'a', name: 'A', version: 1 })).status).toBe(
    200,
  )
  // below A one may build; below B one may not even name the place
  const unit = (parentId: string | undefined) => ({ name: { en: 'N' }, kind: 'team', parentId, from: '2026-05-01' })
  expect((await send('POST', '/units', unit(chart.units['A1']))).status).toBe(200)
  expect((await send('POST', '/units', unit(chart.units['B']))).status).toBe(404)

  const { send: looker } = await world.member({
    may: { 'organisation.read': 'tenant', 'organisation.edit': 'unit' },
    unitId: chart.units['A'] ?? '',
  })
  expect((await looker('POST', '/units', unit(chart.units['B']))).status).toBe(403)
  expect((await looker('POST', `/units/${chart.units['B']}/close`, { until: '2026-05-01' })).status).toBe(403)
  expect((await looker('POST', `/positions/${chart.positions['PB']}/close`, { until: '2026-05-01' })).status).toBe(403)
  expect((await looker('PATCH', `/persons/${chart.people['b']}`, { number: 'b', name: 'B', version: 1 })).status).toBe(
    403,
  )
  expect(
    (
      await looker('POST', `/persons/${chart.people['a']}/assignments`, {
        positionId: chart.positions['PB'],
        kind: 'acting',
        sharePermille: 0,
        from: '2026-05-01',
      })
    ).status,
  ).toBe(403)
})
