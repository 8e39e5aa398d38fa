import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'

const edit = { 'organisation.read': 'tenant', 'organisation.edit': 'tenant' } as const
const sales = (parentId: string, more: object = {}) => ({
  name: { en: 'Sales', 'zh-CN': '销售部' },
  kind: 'department',
  parentId,
  sortOrder: 1,
  from: '2026-01-01',
  ...more,
})

test('a unit is made, seen as of a day, renamed from a day on, and the rename taken back', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const [root] = (await send('GET', '/units')).body
  expect(root).toMatchObject({ code: 'ROOT', kind: 'company', parentId: null, name: { en: 'Acme' } })

  const made = await send('POST', '/units', sales(root.id))
  expect(made.status).toBe(200)
  expect((await send('GET', '/units?on=2025-12-31')).body).toHaveLength(1)
  expect((await send('GET', `/units/${made.body.id}`)).body).toMatchObject({
    code: 'U0001',
    name: { 'zh-CN': '销售部' },
    path: [{ id: root.id }],
    versions: [{ from: '2026-01-01', until: null }],
  })

  const renamed = await send(
    'POST',
    `/units/${made.body.id}/versions`,
    sales(root.id, { name: { en: 'Trade' }, from: '2026-06-01' }),
  )
  expect(renamed.status).toBe(200)
  const nameOn = async (on: string) => (await send('GET', `/units/${made.body.id}?on=${on}`)).body.name.en
  expect([await nameOn('2026-05-31'), await nameOn('2026-06-01')]).toEqual(['Sales', 'Trade'])

  expect(await send('POST', `/units/${made.body.id}/versions`, sales(root.id, { from: '2026-05-01' }))).toMatchObject({
    status: 409,
    body: { code: 'organisation.not-after-last', last: '2026-06-01' },
  })
  expect((await send('DELETE', `/units/${made.body.id}/versions/${renamed.body.versionId}`)).status).toBe(200)
  expect(await nameOn('2026-06-01')).toBe('Sales')
  expect(await send('DELETE', `/units/${made.body.id}/versions/${made.body.versionId}`)).toMatchObject({
    status: 409,
    body: { code: 'organisation.already-begun' },
  })

  const actions = await world.within((ctx) =>
    ctx.db
      .selectFrom('audit_row')
      .select('action')
      .where('target', '=', `unit/${made.body.id}`)
      .orderBy('id')
      .execute(),
  )
  expect(actions.map((row) => row.action).sort()).toEqual([
    'organisation.unit-changed',
    'organisation.unit-changed',
    'organisation.unit-created',
  ])
})

test('no unit hangs below itself on any day, none below one that is not there', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const chart = await world.within((ctx) =>
    drawChart(ctx, { units: { A: {}, B: { below: 'A' }, C: { below: 'B' }, OLD: { until: '2026-06-01' } } }),
  )
  const { A = '', B = '', C = '', OLD = '' } = chart.units
  const move = (id: string, parentId: string, from: string) =>
    send('POST', `/units/${id}/versions`, sales(parentId, { from }))
  expect(await move(A, C, '2026-04-01')).toMatchObject({ status: 409, body: { code: 'organisation.unit-circle' } })
  // C leaves to the root in July; then A may go below it, but not a day earlier
  expect((await move(C, chart.rootId, '2026-07-01')).status).toBe(200)
  expect(await move(A, C, '2026-06-30')).toMatchObject({ status: 409, body: { code: 'organisation.unit-circle' } })
  expect((await move(A, C, '2026-07-01')).status).toBe(200)
  expect(await move(B, OLD, '2026-05-01')).toMatchObject({ status: 409, body: { code: 'organisation.unit-not-there' } })
  expect(await move(B, C, '2026-13-01')).toMatchObject({ status: 400, body: { code: 'base.bad-input' } })
})

test('two who would make a circle together: the second is refused', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const { units } = await world.within((ctx) => drawChart(ctx, { units: { A: {}, B: {} } }))
  const answers = await Promise.all([
    send('POST', `/units/${units['A']}/versions`, sales(units['B'] ?? '', { from: '2026-04-01' })),
    send('POST', `/units/${units['B']}/versions`, sales(units['A'] ?? '', { from: '2026-04-01' })),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
})

test('a unit in use is not closed; an empty one is, and may be opened again', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const { units, positions, rootId } = await world.within((ctx) =>
    drawChart(ctx, { units: { A: {}, B: { below: 'A' } }, positions: { P: { unit: 'A' } } }),
  )
  const close = (id: string, until: string | null = '2026-04-01') => send('POST', `/units/${id}/close`, { until })
  expect(await close(units['A'] ?? '')).toMatchObject({
    status: 409,
    body: { code: 'organisation.unit-in-use', units: 1, positions: 1 },
  })
  expect((await send('POST', `/positions/${positions['P']}/close`, { until: '2026-04-01' })).status).toBe(200)
  expect((await close(units['B'] ?? '')).status).toBe(200)
  expect((await close(units['A'] ?? '')).status).toBe(200)
  expect(await close(units['B'] ?? '', null)).toMatchObject({
    status: 409,
    body: { code: 'organisation.unit-not-there' },
  })
  expect((await close(units['A'] ?? '', null)).status).toBe(200)
  expect((await close(units['B'] ?? '', null)).status).toBe(200)
  expect(await close(rootId)).toMatchObject({ status: 409, body: { code: 'organisation.root-stays' } })
  expect(
    await send('POST', `/units/${rootId}/versions`, sales(units['A'] ?? '', { from: '2026-05-01' })),
  ).toMatchObject({
    status: 409,
    body: { code: 'organisation.root-stays' },
  })
})

test('a version is corrected in place, its first day too; codes stay one of a kind', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: edit })
  const { rootId } = await world.within((ctx) => drawChart(ctx, {}))
  const { body } = await send('POST', '/units', sales(rootId, { code: 'S1' }))
  expect(await send('POST', '/units', sales(rootId, { code: 'S1' }))).toMatchObject({
    status: 409,
    body: { code: 'organisation.code-taken' },
  })
  const corrected = await send(
    'PATCH',
    `/units/${body.id}/versions/${body.versionId}`,
    sales(rootId, { from: '2025-06-01', kind: 'team' }),
  )
  expect(corrected.status).toBe(200)
  expect((await send('GET', `/units/${body.id}`)).body.versions).toMatchObject([{ kind: 'team', from: '2025-06-01' }])
  expect(await send('PATCH', `/units/${body.id}/versions/${body.versionId}`, sales(body.id))).toMatchObject({
    status: 409,
    body: { code: 'organisation.unit-circle' },
  })
})

test('the tree counts seats and who sits on them, unit by unit', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, B: { below: 'A' } },
      positions: { P: { unit: 'A', headcount: 3 }, Q: { unit: 'A', headcount: 2 }, R: { unit: 'B', headcount: 1 } },
      people: {
        1: { on: 'P' },
        2: { on: 'Q', seats: [{ on: 'R', kind: 'concurrent' }] },
        3: { on: 'P', from: '2026-05-01' },
      },
    }),
  )
  const counts = async (on: string) =>
    (await send('GET', `/units?on=${on}`)).body.map((unit: { code: string; headcount: number; seated: number }) => [
      unit.code,
      unit.headcount,
      unit.seated,
    ])
  expect(await counts('2026-03-04')).toEqual([
    ['A', 5, 2],
    ['B', 1, 0],
    ['ROOT', 0, 0],
  ])
  expect(await counts('2026-05-01')).toEqual([
    ['A', 5, 3],
    ['B', 1, 0],
    ['ROOT', 0, 0],
  ])
})

test('a seat on which somebody sits beside another post, or acts, is told apart from a vacant one', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'organisation.read': 'tenant' } })
  const { units } = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {} },
      positions: { P: { unit: 'A', headcount: 3 }, Q: { unit: 'A' }, R: { unit: 'A' }, S: { unit: 'A' } },
      people: {
        ann: {
          seats: [
            { on: 'P', from: '2026-01-01' },
            { on: 'Q', kind: 'concurrent', sharePermille: 0, from: '2026-01-01' },
          ],
        },
        ben: {
          seats: [
            { on: 'R', from: '2026-01-01' },
            { on: 'P', kind: 'acting', sharePermille: 0, from: '2026-01-01' },
            { on: 'R', kind: 'acting', sharePermille: 0, from: '2025-01-01', until: '2025-06-01' },
          ],
        },
        eve: {
          seats: [{ on: 'R', kind: 'concurrent', sharePermille: 0, from: '2026-01-01' }],
        },
      },
    }),
  )
  // P: one of three and one who acts; Q: one beside another post; R is full, whoever else helps there; S is empty
  const wanted = { headcount: 6, seated: 2, beside: 2 }
  expect((await send('GET', `/units/${units['A']}`)).body).toMatchObject(wanted)
  const listed = (await send('GET', '/units')).body as { id: string }[]
  expect(listed.find(({ id }) => id === units['A'])).toMatchObject(wanted)
})
