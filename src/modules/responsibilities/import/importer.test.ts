import { beforeEach, expect, test } from 'vitest'
import type { ImportPlan, ImportRow } from '#kernel/importer'
import { openWorld, type World } from '#test/world'
import { layFirm, type Firm } from '../trial.ts'
import { importer } from './importer.ts'

let world: World
let firm: Firm

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
})

type Cells = ImportRow['values']
const rows = (...cells: Cells[]): ImportRow[] => cells.map((values, index) => ({ line: index + 2, values }))

/** Plans and, when nothing is wrong, applies. */
function bring(...cells: Cells[]): Promise<ImportPlan> {
  return world.within(async (ctx) => {
    const plan = await importer.plan(ctx, rows(...cells))
    if (plan.faults.length === 0) await plan.apply()
    return plan
  })
}

const keeping: Cells[] = [
  {
    code: 'KEEP',
    name: '客户维护',
    nameEn: 'Keeping customers',
    unitCode: 'SERVICE',
    purpose: '让商家留下',
    activity: '1. 回访商家\n2. 解决问题',
    indicator: '留存率',
    measure: 'count renewal / count contract',
    indicatorUnit: '%',
    target: '0.85',
    weight: 60,
    period: 'month',
    positionCode: 'OPS',
    raci: 'accountable',
    holdingWeight: 50,
  },
  { code: 'KEEP', indicator: '解决问题数', measure: '数量 solved', target: '2', weight: 40, period: 'week' },
  { code: 'KEEP', duty: '回访', cadence: '每周5次', factKind: 'call', positionCode: 'DEV', raci: 'responsible' },
]

async function read() {
  return world.within(async (ctx) => {
    const versions = await ctx.db.selectFrom('responsibility_version').select(['number', 'name']).execute()
    const holdings = await ctx.db.selectFrom('holding').select(['raci', 'weight_permille']).orderBy('raci').execute()
    const duties = await ctx.db.selectFrom('responsibility_duty').select(['cadence', 'fact_kind']).execute()
    return { versions, holdings, duties }
  })
}

test('rows of one code make one responsibility with all its parts', async () => {
  expect(await bring(...keeping)).toMatchObject({ faults: [], created: 1, updated: 0, unchanged: 0 })
  expect(await read()).toMatchObject({
    versions: [{ number: 1, name: { 'zh-CN': '客户维护', en: 'Keeping customers' } }],
    holdings: [
      { raci: 'accountable', weight_permille: 500 },
      { raci: 'responsible', weight_permille: 0 },
    ],
    duties: [{ cadence: { every: 'week', times: 5 }, fact_kind: 'call' }],
  })
})

test('the same sheet again changes nothing; a moved target makes a version from today', async () => {
  await bring(...keeping)
  expect(await bring(...keeping)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  world.time.now = new Date('2026-04-01T02:00:00Z')
  const moved = keeping.map((row) => (row['target'] === '0.85' ? { ...row, target: '0.88' } : row))
  expect(await bring(...moved)).toMatchObject({ faults: [], updated: 1, unchanged: 0 })
  const { versions } = await read()
  expect(versions.map((version) => version.number)).toEqual([1, 2])
  expect(await bring(...moved)).toMatchObject({ updated: 0, unchanged: 1 })
})

test('a sheet mended the same day corrects the version instead of adding one', async () => {
  await bring(...keeping)
  const mended = [{ ...keeping[0], name: '留住客户' }, ...keeping.slice(1)]
  expect(await bring(...mended)).toMatchObject({ faults: [], updated: 1 })
  expect((await read()).versions).toMatchObject([{ number: 1, name: { 'zh-CN': '留住客户' } }])
})

test('parts no row brings stay as they are', async () => {
  await bring(...keeping)
  expect(await bring({ code: 'keep', purpose: '让商家长久留下' })).toMatchObject({ faults: [], updated: 1 })
  expect((await read()).duties).toHaveLength(1)
})

test('every bad row is told with its column and why; nothing is written', async () => {
  const plan = await bring(
    { code: 'A B', name: 'x' },
    { code: 'NEW', activity: 'x', unitCode: 'NOWHERE' },
    { code: 'N2', name: 'x', indicator: 'i', measure: 'visits', target: '30', indicatorUnit: '%', weight: 60 },
    { code: 'N3', name: 'x', duty: 'd', cadence: 'sometimes', positionCode: 'GHOST', raci: 'accountable' },
    { code: 'N3', name: 'y', duty: 'e', positionCode: 'OPS', raci: 'accountable' },
    { code: 'N4', name: 'x', positionCode: 'OPS', raci: 'informed', holdingWeight: 70 },
    { code: 'N5', name: 'x', positionCode: 'OPS', raci: 'informed', holdingWeight: 0.4 },
  )
  const told = plan.faults.map((fault) => [fault.line, fault.field, fault.code.replace('responsibilities.', '')])
  expect(told.toSorted()).toEqual(
    [
      [2, 'code', 'bad-code'],
      [3, 'unitCode', 'unknown-unit'],
      [3, 'name', 'needs-name'],
      [4, 'weight', 'weights-off'],
      [4, 'target', 'write-percent'],
      [4, 'measure', 'bad-measure'],
      [5, 'cadence', 'bad-cadence'],
      [5, 'positionCode', 'unknown-position'],
      [6, 'name', 'differs-above'],
      [6, 'cadence', 'needed-for-duty'],
      [6, 'raci', 'second-accountable'],
      [8, 'holdingWeight', 'too-heavy'],
    ].toSorted(),
  )
  expect((await read()).versions).toEqual([])
})

test('who may not edit in the unit is told so at the row', async () => {
  const { accountId } = await world.member({ may: { 'responsibilities.edit': 'unit' }, unitId: firm.units.growth })
  expect(accountId).toBeTruthy()
  const plan = await world.within((ctx) => {
    const limited = {
      ...ctx,
      may: (_permission: string, about?: { unitId?: string | null | undefined }) => about?.unitId === firm.units.growth,
    }
    return importer.plan(limited, rows(...keeping))
  })
  expect(plan.faults).toMatchObject([{ line: 2, field: 'code', code: 'responsibilities.not-yours' }])
})
