import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'

const hr = {
  'organisation.read': 'tenant',
  'organisation.edit': 'tenant',
  'organisation.read-contact': 'tenant',
} as const

test('a person is made, found by name, number, pinyin and mobile, and changed under a lock', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { ...hr, 'people.read': 'tenant' } })
  const made = await send('POST', '/persons', {
    number: '0042',
    name: '张伟',
    mobile: '13812345678',
    email: 'zw@example.com',
  })
  expect(made.status).toBe(200)
  expect(await send('POST', '/persons', { number: '0042', name: '李敏' })).toMatchObject({
    status: 409,
    body: { code: 'organisation.number-taken', number: '0042' },
  })
  await send('POST', '/persons', { number: '0043', name: '李敏' })
  const found = async (text: string) =>
    (await send('GET', `/persons?text=${encodeURIComponent(text)}`)).body.rows.map((row: { name: string }) => row.name)
  for (const text of ['张', '0042', 'zhangwei', 'Zhang Wei', 'zw', '1381234'])
    expect(await found(text)).toEqual(['张伟'])
  expect(await found('004')).toEqual(['李敏', '张伟'])

  const { id } = made.body
  const change = { number: '0042', name: '张玮', version: 1 }
  expect((await send('PATCH', `/persons/${id}`, change)).body.version).toBe(2)
  expect(await send('PATCH', `/persons/${id}`, change)).toMatchObject({
    status: 409,
    body: { code: 'base.changed-meanwhile', current: 2 },
  })
  expect((await send('GET', `/persons/${id}`)).body).toMatchObject({
    name: '张玮',
    mobile: '13812345678',
    version: 2,
    mayEdit: true,
  })
  expect((await send('PATCH', `/persons/${id}`, { ...change, version: 2, number: '0043' })).status).toBe(409)
  expect((await send('PATCH', `/persons/${id}`, { ...change, version: 2, mobile: 'none' })).status).toBe(400)
})

test('who may not read contacts neither sees them nor finds people by them', async () => {
  const world = await openWorld()
  const { send: asHr } = await world.member({ may: { ...hr, 'people.read': 'tenant' } })
  const { people } = await world.within((ctx) =>
    drawChart(ctx, { positions: { P: {} }, people: { me: { on: 'P' }, you: { on: 'P' } } }),
  )
  for (const number of ['me', 'you'])
    await asHr('PATCH', `/persons/${people[number]}`, { number, name: number, version: 1, mobile: '13900000000' })
  const { send } = await world.member({
    may: { 'organisation.read': 'tenant', 'organisation.read-contact': 'self' },
    personId: people['me'] ?? '',
  })
  expect((await send('GET', `/persons/${people['me']}`)).body.mobile).toBe('13900000000')
  expect((await send('GET', `/persons/${people['you']}`)).body).not.toHaveProperty('mobile')
  expect((await send('GET', '/persons?text=139')).body.rows.map((row: { name: string }) => row.name)).toEqual(['me'])
})

test('a new main seat ends the one before; a further seat must fit the working time or say why it does not', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { ...hr, 'people.read': 'tenant' } })
  const { people, positions } = await world.within((ctx) =>
    drawChart(ctx, { positions: { A: {}, B: {}, C: { from: '2026-02-01' } }, people: { p: { on: 'A' } } }),
  )
  const seats = `/persons/${people['p']}/assignments`
  const seat = (code: string, kind: string, sharePermille: number, from: string, more: object = {}) => ({
    positionId: positions[code],
    kind,
    sharePermille,
    from,
    ...more,
  })

  expect(await send('POST', seats, seat('B', 'concurrent', 200, '2026-03-01'))).toMatchObject({
    status: 409,
    body: { code: 'organisation.share-too-large', total: 120, limit: 100 },
  })
  const over = await send(
    'POST',
    seats,
    seat('B', 'concurrent', 200, '2026-03-01', { overReason: 'two stores for a month' }),
  )
  expect(over.status).toBe(200)
  expect((await send('POST', seats, seat('C', 'main', 800, '2026-04-01'))).status).toBe(200)
  expect((await send('GET', `/persons/${people['p']}`)).body.assignments).toMatchObject([
    { positionTitle: { en: 'C' }, kind: 'main', from: '2026-04-01', until: null },
    { positionTitle: { en: 'B' }, kind: 'concurrent', from: '2026-03-01', until: null },
    { positionTitle: { en: 'A' }, kind: 'main', until: '2026-04-01' },
  ])
  expect(await send('POST', seats, seat('A', 'main', 800, '2026-04-01'))).toMatchObject({
    status: 409,
    body: { code: 'organisation.main-later' },
  })
  expect(await send('POST', seats, seat('C', 'acting', 0, '2026-05-01'))).toMatchObject({
    status: 409,
    body: { code: 'organisation.seated-already' },
  })
  expect(await send('POST', seats, seat('C', 'acting', 0, '2026-01-01', { until: '2026-02-02' }))).toMatchObject({
    status: 409,
    body: { code: 'organisation.position-not-there' },
  })
  expect(await send('POST', seats, seat('A', 'acting', 0, '2019-01-01', { until: '2019-02-01' }))).toMatchObject({
    status: 409,
  })
})

test('a seat ends, is corrected, is withdrawn; the main one is never missed', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { ...hr, 'people.read': 'tenant' } })
  const { people, positions } = await world.within((ctx) =>
    drawChart(ctx, {
      positions: { A: {}, B: {}, C: {} },
      people: {
        p: {
          seats: [
            { on: 'A', sharePermille: 500 },
            { on: 'B', kind: 'concurrent', sharePermille: 500 },
          ],
        },
      },
    }),
  )
  const own = async () => (await send('GET', `/persons/${people['p']}`)).body.assignments
  const [main, second] = [...(await own())]
  expect(await send('POST', `/assignments/${main.id}/end`, { until: '2026-04-01' })).toMatchObject({
    status: 409,
    body: { code: 'organisation.main-needed', on: '2026-04-01' },
  })
  expect((await send('POST', `/assignments/${second.id}/end`, { until: '2026-04-01' })).status).toBe(200)
  expect((await send('POST', `/assignments/${second.id}/end`, { until: null })).status).toBe(200)
  const wanted = { positionId: positions['C'], kind: 'concurrent', sharePermille: 600, from: '2026-03-01' }
  expect(await send('PATCH', `/assignments/${second.id}`, wanted)).toMatchObject({ status: 409, body: { total: 110 } })
  expect((await send('PATCH', `/assignments/${second.id}`, { ...wanted, sharePermille: 300 })).status).toBe(200)
  expect(await send('DELETE', `/assignments/${second.id}`)).toMatchObject({
    status: 409,
    body: { code: 'organisation.already-begun' },
  })

  const later = await send('POST', `/persons/${people['p']}/assignments`, {
    positionId: positions['B'],
    kind: 'main',
    sharePermille: 700,
    from: '2026-06-01',
  })
  expect((await send('DELETE', `/assignments/${later.body.id}`)).status).toBe(200)
  expect((await own())[0]).toMatchObject({ positionId: positions['A'], until: null })
})

test('my team is who answers to me directly, over vacancies', async () => {
  const world = await openWorld()
  const { people } = await world.within((ctx) =>
    drawChart(ctx, {
      positions: {
        CEO: {},
        HEAD: { reportsTo: 'CEO' },
        EMPTY: { reportsTo: 'CEO' },
        REP: { reportsTo: 'HEAD' },
        TEMP: { reportsTo: 'EMPTY' },
      },
      people: { boss: { on: 'CEO' }, head: { on: 'HEAD' }, rep: { on: 'REP' }, temp: { on: 'TEMP' } },
    }),
  )
  const { send } = await world.member({ role: 'employee', personId: people['boss'] ?? '' })
  expect((await send('GET', '/team')).body.map((row: { name: string }) => row.name)).toEqual(['head', 'temp'])
  expect((await send('GET', `/persons/${people['head']}`)).body).toMatchObject({
    manager: { name: 'boss' },
    reports: [{ name: 'rep' }],
  })
  const { send: nobody } = await world.member({ role: 'employee' })
  expect((await nobody('GET', '/team')).body).toEqual([])
})

test('rights are those of today whatever day is shown; they move with the person on the day of the move, by themselves', async () => {
  const world = await openWorld({ now: '2026-03-04T10:00:00Z' })
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, B: {} },
      positions: { PA: { unit: 'A' }, PB: { unit: 'B' }, PC: { unit: 'B' } },
      people: {
        stays: { on: 'PC' },
        mover: {
          seats: [
            { on: 'PA', until: '2026-03-05' },
            { on: 'PB', from: '2026-03-05' },
          ],
        },
      },
    }),
  )
  const may = { 'organisation.read': 'unit', 'organisation.read-contact': 'unit', 'people.read': 'unit' } as const
  const ofB = await world.member({ may, unitId: chart.units['B'] ?? '' })
  const numbers = async (path: string) =>
    (await ofB.send('GET', path)).body.rows.map((row: { number: string }) => row.number).sort()
  expect(await numbers('/persons?on=2026-03-04')).toEqual(['stays'])
  expect(await numbers('/persons?on=2026-03-05')).toEqual(['stays'])
  expect(await numbers('/roster?on=2026-06-01')).toEqual(['stays'])
  expect((await ofB.send('GET', `/persons/${chart.people['mover']}?on=2026-06-01`)).status).toBe(404)
  // midnight where they are: nobody presses a button
  world.time.now = new Date('2026-03-04T16:01:00Z')
  expect(await numbers('/persons')).toEqual(['mover', 'stays'])
  expect(await numbers('/roster?on=2026-03-01')).toEqual(['mover', 'stays'])
})

test('searching never matches a past version', async () => {
  const world = await openWorld({ now: '2026-03-04T02:00:00Z' })
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {} },
      positions: { P: { unit: 'A', title: 'Welder' } },
      people: { ann: { on: 'P' } },
    }),
  )
  const { send } = await world.member({ may: { ...hr, 'people.read': 'tenant' } })
  const renamed = await send('POST', `/positions/${chart.positions['P']}/versions`, {
    unitId: chart.units['A'],
    title: { en: 'Solderer' },
    headcount: 1,
    reportsToId: null,
    isLead: false,
    from: '2026-02-01',
  })
  expect(renamed.status).toBe(200)
  const found = async (text: string, on = '') =>
    (await send('GET', `/positions?text=${text}${on && `&on=${on}`}`)).body.total
  expect([await found('welder'), await found('solderer')]).toEqual([0, 1])
  expect([await found('welder', '2026-01-31'), await found('solderer', '2026-01-31')]).toEqual([1, 0])
})
