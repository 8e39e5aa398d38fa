import { expect, test } from 'vitest'
import type { ImportRow } from '#kernel/importer'
import { managersOf } from '#modules/organisation'
import { drawChart } from '#test/chart'
import { openWorld, type World } from '#test/world'
import { rosterImporter } from './importer.ts'

type Cells = Record<string, string | null>
const lines = (...rows: Cells[]): ImportRow[] => rows.map((values, index) => ({ line: index + 2, values }))

/** Plans in one transaction and, without faults, writes. */
async function take(world: World, rows: ImportRow[]) {
  return world.within(async (ctx) => {
    const plan = await rosterImporter.plan(ctx, rows)
    if (plan.faults.length === 0) await plan.apply()
    const { created, updated, unchanged } = plan
    return {
      counts: [created, updated, unchanged],
      faults: plan.faults.map((fault) => `${fault.line} ${fault.field} ${fault.code.replace('people.', '')}`),
    }
  })
}

const firm = lines(
  {
    number: '1',
    name: '赵总',
    unit: '总办',
    position: '总经理',
    hiredOn: '2018-01-01',
    idNumber: '11010519491231002x',
    mobile: '138 1234 5678',
  },
  { number: '2', name: '钱敏', unit: '销售部', position: '销售总监', manager: '1', hiredOn: '2020-05-01' },
  {
    number: '3',
    name: '孙强',
    unit: '销售部/华北组',
    position: '销售代表',
    manager: '钱敏',
    hiredOn: '2025-01-06',
    employment: 'probation',
  },
  { number: '4', name: '李娜', unit: '销售部 / 华北组', position: '销售代表', manager: '2' },
  { number: '4', name: '李娜', unit: '总办', position: '行政', kind: 'concurrent', share: '20' },
)

test('a first roster makes units, positions, lines, people, seats and files; the same again changes nothing', async () => {
  const world = await openWorld()
  expect(await take(world, firm)).toEqual({ counts: [4, 1, 0], faults: [] })
  const { send } = await world.member({ role: 'hr' })
  const units = (await send('GET', '/units')).body
  expect(
    units.map((unit: { code: string; kind: string; name: object }) => [
      unit.code,
      unit.kind,
      Object.values(unit.name)[0],
    ]),
  ).toEqual([
    ['ROOT', 'company', 'Acme'],
    ['U0001', 'department', '总办'],
    ['U0002', 'department', '销售部'],
    ['U0003', 'team', '华北组'],
  ])
  const reps = (await send('GET', `/positions?text=${encodeURIComponent('销售代表')}`)).body.rows
  expect(reps).toMatchObject([
    {
      headcount: 2,
      reportsToTitle: { 'zh-CN': '销售总监' },
      from: '2025-01-06',
      holders: [{ number: '3' }, { number: '4' }],
    },
  ])
  const leads = (await send('GET', '/positions')).body.rows.filter((row: { isLead: boolean }) => row.isLead)
  expect(leads.map((row: { title: object }) => Object.values(row.title)[0]).sort()).toEqual(['总经理', '销售总监'])
  const roster = (await send('GET', '/roster')).body
  expect(roster.total).toBe(4)
  expect(roster.rows[2]).toMatchObject({
    number: '3',
    employment: 'probation',
    hiredOn: '2025-01-06',
    unitName: { 'zh-CN': '华北组' },
  })
  const boss = (await send('GET', `/persons/${roster.rows[0].id}/file`)).body
  expect(boss).toMatchObject({ idNumberMasked: '110*************2X', birthDay: '1949-12-31', gender: 'female' })
  expect((await send('GET', `/persons/${roster.rows[3].id}`)).body).toMatchObject({
    manager: { name: '钱敏' },
    assignments: [
      { kind: 'main', sharePermille: 800 },
      { kind: 'concurrent', sharePermille: 200 },
    ],
  })
  expect((await send('GET', '/persons?text=sq')).body.rows).toMatchObject([{ name: '孙强' }])
  const before = await snapshot(world)
  expect(await take(world, firm)).toEqual({ counts: [0, 0, 5], faults: [] })
  expect(await snapshot(world)).toEqual(before)
})

test('a changed roster changes what differs, from its day on; what it leaves out or empty stays', async () => {
  const world = await openWorld()
  await take(world, firm)
  world.time.now = new Date('2026-04-10T02:00:00Z')
  const changed = await take(
    world,
    lines(
      {
        number: '3',
        name: '孙强',
        unit: '销售部/华南组',
        position: '销售代表',
        manager: '2',
        employment: 'regular',
        hiredOn: null,
      },
      { number: '4', name: '李娜娜', mobile: '13900000001' },
      { number: '2', name: '钱敏', employment: 'left', leftOn: '2026-04-30' },
      { number: '1', name: '赵总', mobile: null },
    ),
  )
  expect(changed.faults).toEqual(['2 manager manager-without-seat'])
  const mended = await take(
    world,
    lines(
      {
        number: '3',
        name: '孙强',
        unit: '销售部/华南组',
        position: '销售代表',
        manager: '1',
        employment: 'regular',
        hiredOn: null,
      },
      { number: '4', name: '李娜娜', mobile: '13900000001' },
      { number: '2', name: '钱敏', employment: 'left', leftOn: '2026-04-30' },
      { number: '1', name: '赵总', mobile: null },
    ),
  )
  expect(mended).toEqual({ counts: [0, 3, 1], faults: [] })
  const { send } = await world.member({ role: 'hr' })
  const [boss, head, rep, clerk] = (await send('GET', '/roster')).body.rows
  expect(boss).toMatchObject({ mobile: '13812345678' })
  expect(clerk).toMatchObject({ name: '李娜娜', mobile: '13900000001', positionTitle: { 'zh-CN': '销售代表' } })
  expect(head).toMatchObject({ employment: 'left' })
  expect((await send('GET', `/persons/${head.id}`)).body.assignments).toMatchObject([{ until: '2026-04-30' }])
  expect((await send('GET', `/persons/${rep.id}`)).body.assignments).toMatchObject([
    { unitName: { 'zh-CN': '华南组' }, from: '2026-04-10', until: null },
    { unitName: { 'zh-CN': '华北组' }, from: '2025-01-06', until: '2026-04-10' },
  ])
  expect((await send('GET', `/persons/${rep.id}/file`)).body.hiredOn).toBe('2025-01-06')
})

test('a line of managers that changes for all who sit there moves the position; for one of them it makes another', async () => {
  const world = await openWorld()
  const row = (number: string, manager: string | null, position = '工程师') => ({
    number,
    name: `员${number}`,
    unit: '研发部',
    position,
    manager,
  })
  const leads = [row('a', null, '组长甲'), row('b', null, '组长乙')]
  await take(world, lines(...leads, row('x', 'a'), row('y', 'a')))
  world.time.now = new Date('2026-05-04T02:00:00Z')
  const managers = () =>
    world.within(async (ctx) => {
      const people = await ctx.db.selectFrom('person').select(['id', 'number']).execute()
      const number = (id: string) => people.find((person) => person.id === id)?.number
      const found = await managersOf(
        ctx,
        people.map((person) => person.id),
        ctx.today,
      )
      return Object.fromEntries(found.map((superior) => [number(superior.personId), number(superior.managerId)]))
    })
  const positions = () =>
    world.within(async (ctx) => (await ctx.db.selectFrom('position').select('id').execute()).length)

  expect(await take(world, lines(row('x', 'b'), row('y', 'b')))).toEqual({ counts: [0, 1, 1], faults: [] })
  expect([await managers(), await positions()]).toEqual([{ x: 'b', y: 'b' }, 3])
  expect(await take(world, lines(row('x', 'a')))).toEqual({ counts: [0, 1, 0], faults: [] })
  expect([await managers(), await positions()]).toEqual([{ x: 'a', y: 'b' }, 4])
  expect(await take(world, lines(...leads, row('x', 'a'), row('y', 'b')))).toEqual({ counts: [0, 0, 4], faults: [] })
})

test('every fault of a roster is told with its line and column, and nothing is written', async () => {
  const world = await openWorld()
  await world.within((ctx) =>
    drawChart(ctx, { units: { A: { name: 'Twin' }, B: {}, C: { name: 'Twin', below: 'B' } } }),
  )
  const good = { unit: '行政部', position: '文员' }
  const { faults, counts } = await take(
    world,
    lines(
      { number: '1', name: 'A', ...good, mobile: '123' },
      { number: '1', name: 'B', ...good, email: 'nobody' },
      { number: '2', name: 'C', ...good, idNumber: '11010519491231002X', manager: '99' },
      { number: '3', name: 'D', ...good, idNumber: '110105 19491231 002X', manager: '3' },
      { number: '4', name: 'E', unit: 'Twin', position: 'Clerk' },
      { number: '5', name: 'F', unit: '行政部' },
      { number: '6', name: 'G', position: '文员' },
      { number: '7', name: 'H', ...good, kind: 'acting' },
      { number: '8', name: 'I', ...good, position: '甲', manager: '9' },
      { number: '9', name: 'J', ...good, position: '乙', manager: '8' },
      { number: '10', name: 'K', ...good, hiredOn: '2026-01-02', leftOn: '2026-01-01', share: '101' },
      { number: '11', name: 'E', ...good, idNumber: '110105194912310021' },
      { number: '12', name: 'A', ...good, position: '丙', manager: 'E' },
      { number: '20', name: 'Z', unit: '行政部', position: '经理' },
    ),
  )
  // a faulty row is counted as that and as nothing else
  expect(counts).toEqual([1, 0, 0])
  expect(faults.sort()).toEqual(
    [
      '2 mobile bad-mobile',
      '3 number duplicate-number',
      '3 email bad-email',
      '4 manager unknown-manager',
      '5 idNumber duplicate-id-number',
      '5 manager own-manager',
      '6 unit ambiguous-unit',
      '7 position position-needed',
      '8 unit unit-needed',
      '9 number unknown-person',
      '11 manager manager-circle',
      '10 manager manager-without-seat',
      '12 leftOn left-before-hired',
      '12 share bad-share',
      '13 idNumber bad-id-number',
      '14 manager ambiguous-manager',
    ].sort(),
  )
  expect(await world.within((ctx) => ctx.db.selectFrom('person').select('id').execute())).toEqual([])
})

test('a sheet goes through the door of imports: previewed, taken in, and refused to who may not', async () => {
  const world = await openWorld()
  expect(world.house.modules.find((module) => module.manifest.name === 'people')?.imports?.['roster']).toBe(
    rosterImporter,
  )
  const words = Object.keys((await import('../i18n/zh-CN.json', { with: { type: 'json' } })).default.faults)
  expect(words).toContain('duplicate-number')
  await expect(
    world.within(async (ctx) => rosterImporter.plan({ ...ctx, may: () => false }, firm)),
  ).rejects.toMatchObject({ code: 'base.forbidden' })
})

async function snapshot(world: World) {
  return world.within(async (ctx) => [
    await ctx.db.selectFrom('unit_version').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('position_version').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('person').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('assignment').selectAll().orderBy('id').execute(),
    await ctx.db.selectFrom('personnel_file').selectAll().orderBy('person_id').execute(),
  ])
}
