import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { uploadAs } from '#test/upload'
import { openBooks, openPayer, plainWage, type Payer } from './pay-for-tests.ts'

let world: World
let payer: Payer
let close = async () => {}
let finance: Send
type Row = { id: string | null; kind: string; people: number; costFen: number | null; budgetFen: number | null }

beforeAll(async () => {
  world = await openBooks({ now: '2026-08-12T02:00:00Z', keep: (end) => (close = end) })
  payer = await openPayer(world)
  finance = (await world.member({ role: 'finance' })).send
  const everybody = Object.fromEntries(['E1', 'E2', 'E3', 'E4'].map((who) => [who, { lines: plainWage(10_001) }]))
  await payer.pay(everybody)
  await payer.pay({ E1: { lines: plainWage(500) } }, { period: '2026-06', paidOn: '2026-07-10' })
})
afterAll(() => close())

const cost = async (query = '', send = finance) => (await send('GET', `/finance/labour-cost?${query}`)).body
const shown = (rows: Row[]) => rows.map(({ id, people, costFen }) => [id, people, costFen])

test('by unit, opening down to people; parts add up at each step', async () => {
  const top = await cost(`unitId=${payer.unit('CO')}`)
  expect(top).toMatchObject({ period: '2026-07', people: 4, costFen: 40_004, hidden: 0 })
  expect(shown(top.rows)).toEqual([
    [payer.unit('OFFICE'), 1, 10_001],
    [payer.unit('PLANT'), 3, 30_003],
  ])
  expect(top.months.slice(-2)).toEqual([
    { period: '2026-06', costFen: 500, budgetFen: null },
    { period: '2026-07', costFen: 40_004, budgetFen: null },
  ])
  const line = await cost(`unitId=${payer.unit('LINE2')}`)
  expect(line.path.map(({ name }: { name: { en: string } }) => name.en)).toEqual(
    expect.arrayContaining(['CO', 'PLANT', 'LINE2']),
  )
  expect(line.rows).toMatchObject([
    { id: payer.person('E3'), kind: 'person', people: 1, costFen: 3000 },
    { id: payer.person('E4'), kind: 'person', costFen: 10_001 },
  ])
})

test('by responsibility: by the weights of what the seat holds, the rest belongs to none', async () => {
  await world.within(async (ctx) => {
    const [id, version] = [ctx.newId(), ctx.newId()]
    const own = { tenant_id: ctx.tenantId }
    await ctx.db
      .insertInto('responsibility')
      .values({ ...own, id, code: 'WELD', created_at: ctx.now })
      .execute()
    const text = { name: '{"en":"Welding"}', purpose: '{}', valid_from: '2025-01-01', created_at: ctx.now }
    await ctx.db
      .insertInto('responsibility_version')
      .values({ ...own, id: version, responsibility_id: id, number: 1, ...text })
      .execute()
    const held = {
      responsibility_id: id,
      position_id: payer.chart.positions['FITTER'] ?? '',
      raci: 'responsible' as const,
      weight_permille: 400,
    }
    await ctx.db
      .insertInto('holding')
      .values({ ...own, id: ctx.newId(), ...held, valid_from: '2025-01-01' })
      .execute()
  })
  const { rows, costFen } = await cost('by=responsibility')
  expect(rows.map(({ kind, people, costFen: fen }: Row) => [kind, people, fen])).toEqual([
    ['none', 4, 36_004],
    ['responsibility', 1, 4000],
  ])
  expect(rows.reduce((sum: number, row: Row) => sum + (row.costFen ?? 0), 0)).toBe(costFen)
})

test('a budget from a sheet, once however often; above stands what is laid down below', async () => {
  const { send } = await world.member({
    may: {
      'transfer.import': 'tenant',
      'finance.set-up': 'tenant',
      'finance.read': 'tenant',
      'payroll.read': 'tenant',
    },
  })
  const take = async (text: string) => {
    const fileId = await uploadAs(send, Buffer.from(text), 'budget.csv', 'text/csv')
    const preview = await send('POST', '/imports/preview', { kind: 'budget', fileId })
    return preview.body.faults.length > 0 ? preview : send('POST', '/imports', { kind: 'budget', fileId })
  }
  const bad = await take('部门编码,月份,预算\r\nNONE,2026-07,1\r\nOFFICE,july,1\r\nOFFICE,2026-07,-1\r\n')
  expect(bad.body.faults.map(({ code }: { code: string }) => code)).toEqual([
    'finance.no-such-unit',
    'finance.no-month',
    'finance.bad-amount',
  ])
  const text = '部门编码,月份,预算\r\nOFFICE,2026年7月,90.5\r\nPLANT,202607,400\r\nLINE1,2026-07,1\r\n'
  expect((await take(text)).status).toBe(200)
  const top = await cost(`unitId=${payer.unit('CO')}`)
  expect([top.budgetFen, ...top.rows.map(({ budgetFen }: Row) => budgetFen)]).toEqual([49_050, 9050, 40_000])
})

test('who may not see each one’s pay sees no group of fewer than three, nor what gives it away', async () => {
  const { send } = await world.member({ may: { 'finance.read': 'tenant', 'finance.export': 'tenant' } })
  const top = await cost(`unitId=${payer.unit('CO')}`, send)
  expect([top.hidden, ...top.rows.map(({ costFen }: Row) => costFen)]).toEqual([2, null, null])
  expect(top.months.at(-2).costFen).toBeNull()
  const refused = await send('GET', `/finance/labour-cost?unitId=${payer.unit('OFFICE')}`)
  expect([refused.status, refused.body.code]).toEqual([403, 'finance.too-few'])
  expect((await send('GET', `/finance/labour-cost/export?format=csv&unitId=${payer.unit('OFFICE')}`)).body.code).toBe(
    'finance.too-few',
  )
  const file = (await send('GET', `/finance/labour-cost/export?format=csv&unitId=${payer.unit('CO')}`)).body as string
  expect(file).not.toContain('100.01')
})

test('who reads a unit sees that unit alone; another company sees nothing', async () => {
  const { send } = await world.member({ may: { 'finance.read': 'unit' }, unitId: payer.unit('PLANT') })
  const plant = await cost('', send)
  expect([plant.unit.id, plant.people, plant.costFen]).toEqual([payer.unit('PLANT'), 3, 30_003])
  expect((await send('GET', `/finance/labour-cost?unitId=${payer.unit('OFFICE')}`)).status).toBe(404)
  const { send: foreign } = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  expect((await foreign('GET', `/finance/labour-cost?unitId=${payer.unit('CO')}`)).status).toBe(404)
  expect((await cost('', foreign)).rows).toEqual([])
})
