import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSpreadsheet } from '#kernel/spreadsheet'
import type { Send, World } from '#test/world'
import { monthOf28000, openBooks, openPayer, sendFile, type Payer, type SlipDrawing } from './pay-for-tests.ts'

let world: World
let payer: Payer
let close = async () => {}
let finance: Send

/** July's 28,000 paid in August, with the computation on the tax line. */
const slip = (facts: Record<string, string> = {}): SlipDrawing => ({
  lines: monthOf28000,
  facts: {
    tax: {
      income: '28000.00',
      exempt: '0.00',
      basicDeduction: '5000.00',
      insurance: '4900.00',
      special: '3500.00',
      other: '0.00',
      taxable: '14600.00',
      taxOfYear: '438.00',
      withheldBefore: '0.00',
      ...facts,
    },
  },
  yearAfter: { income: 2_800_000, exempt: 0, insurance: 490_000 },
})

beforeAll(async () => {
  world = await openBooks({ now: '2026-08-12T02:00:00Z', keep: (end) => (close = end) })
  payer = await openPayer(world)
  finance = (await world.member({ role: 'finance' })).send
  await world.within((ctx) =>
    ctx.db
      .insertInto('personnel_file')
      .values([
        { tenant_id: ctx.tenantId, person_id: payer.person('E1'), id_number: '31010119900307001X' },
        { tenant_id: ctx.tenantId, person_id: payer.person('E2'), id_number: '310101199003070028' },
      ])
      .execute(),
  )
  await payer.pay({ E1: slip(), E2: slip(), E3: { ...slip(), isHeld: true } })
})
afterAll(() => close())

const at = (more = '') => `/finance/tax/sheet?employerUnitId=${payer.unit('CO')}&period=2026-08&${more}`
const filing = async () => (await finance('GET', '/finance/tax')).body

test('a month of payment: income, insurance and tax per person, agreeing with the slips; held pay is not filed', async () => {
  const { people, ...sums } = await filing()
  expect(sums).toMatchObject({
    employerUnitId: payer.unit('CO'),
    period: '2026-08',
    incomeFen: 5_600_000,
    taxFen: 87_600,
    imported: 0,
  })
  expect(people).toHaveLength(2)
  expect(people[0]).toMatchObject({
    personNumber: 'E1',
    incomeFen: 2_800_000,
    insuranceFen: 490_000,
    taxFen: 43_800,
    netFen: 2_266_200,
    gapFen: 0,
    hasIdNumber: true,
  })
  expect((await finance('GET', '/finance/tax?period=2026-07')).body.people).toEqual([])
})

test('a bonus that does not come to the net is seen as a gap', async () => {
  await payer.pay(
    { E4: { lines: [['base', 'earning', 100, 'item']], yearAfter: { income: 90 } } },
    { period: '2025-01', paidOn: '2025-02-10' },
  )
  expect((await finance('GET', '/finance/tax?period=2025-02')).body.people[0].gapFen).toBe(0)
  await payer.pay(
    { E4: { lines: [['base', 'earning', 100, 'item']], netFen: 99, yearAfter: { income: 100 } } },
    { period: '2025-02', paidOn: '2025-03-10' },
  )
  expect((await finance('GET', '/finance/tax?period=2025-03')).body.people[0].gapFen).toBe(1)
})

test('the sheet of wages has 29 columns with text numbers; the older form can be asked for', async () => {
  const sheet = await finance('GET', at('kind=tax-wages'))
  const read = await readSpreadsheet(sheet.bytes, 'x.xlsx')
  if (!read.ok) throw new Error(read.refusal.refused)
  expect(read.table.header).toHaveLength(29)
  expect(read.table.rows.map(({ cells }) => cells.slice(0, 11))).toEqual([
    ['E1', '张伟', '居民身份证', '31010119900307001X', '28000', '0', '2240', '560', '140', '1960', '0'],
    ['E2', '李敏', '居民身份证', '310101199003070028', '28000', '0', '2240', '560', '140', '1960', '0'],
  ])
  const older = await readSpreadsheet((await finance('GET', at('kind=tax-wages&template=wages-28'))).bytes, 'x.xlsx')
  expect(older.ok && older.table.header.length).toBe(28)
  expect((await finance('GET', at('kind=tax-bonus'))).body.code).toBe('finance.nothing-to-export')
  expect((await finance('GET', at('kind=tax-wages&template=none'))).status).toBe(404)
})

test('a bonus taxed apart has a sheet of its own', async () => {
  const lines = [
    ['bonus', 'earning', 3_600_000, 'item'],
    ['tax', 'employee', 0, 'cn.iit.cumulative'],
    ['tax.bonus', 'employee', 108_000, 'cn.iit.bonus'],
  ] as const
  const facts = { 'tax.bonus': { bonus: '36000.00' } }
  await payer.pay(
    { E1: { lines, facts, yearAfter: { income: 0 } } },
    { kind: 'off-cycle', period: '2025-12', paidOn: '2026-01-20' },
  )
  const { people, bonusPeople } = (await finance('GET', '/finance/tax?period=2026-01')).body
  expect([bonusPeople, people[0].bonusFen, people[0].taxFen, people[0].gapFen]).toEqual([1, 3_600_000, 108_000, 0])
  const sheet = await finance(
    'GET',
    `/finance/tax/sheet?employerUnitId=${payer.unit('CO')}&period=2026-01&kind=tax-bonus`,
  )
  const read = await readSpreadsheet(sheet.bytes, 'x.xlsx')
  expect(read.ok && [read.table.header.length, read.table.rows[0]?.cells[4]]).toEqual([11, '36000'])
})

test('the client’s results: who differs, and at which step the two part', async () => {
  const list =
    '工号,姓名,证件号码,累计收入额,累计减除费用,累计专项扣除,累计专项附加扣除,累计应纳税所得额,累计应纳税额,累计已缴税额,应补(退)税额\r\n' +
    'E1,张伟,31010119900307001x,28000,5000,4900,3500,14600,438,0,438\r\n' +
    'E2,李敏,310101199003070028,28000.00,5000,4900,2000,16100,483,0,483\r\n' +
    'X,王五,1,1,1,1,1,1,1,1,1\r\n'
  const path = `/finance/tax/results/${payer.unit('CO')}/2026-08`
  const answer = await sendFile(finance, path, Buffer.from(list), '税款计算.csv')
  expect(answer.body).toEqual({ matched: 2, differing: 1, unknown: [{ line: 4, name: '王五' }] })
  const { people, imported } = await filing()
  expect(imported).toBe(2)
  expect(people[0].differences).toEqual([])
  expect(people[1].differences.map(({ step }: { step: string }) => step)).toEqual([
    'special',
    'taxable',
    'taxOfYear',
    'due',
  ])
  expect(people[1].differences[0]).toEqual({ step: 'special', ours: 350_000, theirs: 200_000 })
  expect((await sendFile(finance, path, Buffer.from('a\r\n1\r\n'), 'x.csv')).body.code).toBe(
    'finance.results-unreadable',
  )
})

test('templates of one’s own, by date', async () => {
  const [shipped] = (await finance('GET', '/finance/tax-templates')).body
  const save = (columns: object[]) =>
    finance('POST', '/finance/tax-templates', {
      kind: 'tax-wages',
      code: 'wages-30',
      name: { en: 'New' },
      content: { columns },
      from: '2026-12-01',
    })
  expect((await save(shipped.content.columns.slice(4))).body.code).toBe('finance.lacks-column')
  expect((await save([...shipped.content.columns, { title: '新列', field: 'other' }])).status).toBe(200)
  const codesOn = async (on: string) =>
    ((await finance('GET', `/finance/tax-templates?on=${on}`)).body as { code: string }[]).map(({ code }) => code)
  expect(await codesOn('2026-11-30')).not.toContain('wages-30')
  expect(await codesOn('2026-12-01')).toContain('wages-30')
})

test('who may not see everybody’s pay, other companies and an old password get nothing', async () => {
  const { send: foreign } = await world.member({ role: 'finance', tenantId: await world.anotherTenant() })
  const { send: withoutPay } = await world.member({
    may: { 'finance.read': 'tenant', 'finance.export': 'tenant', 'finance.book': 'tenant' },
  })
  for (const path of [at('kind=tax-wages'), `/finance/tax?employerUnitId=${payer.unit('CO')}`])
    expect([path, (await foreign('GET', path)).status, (await withoutPay('GET', path)).status]).toEqual([
      path,
      404,
      403,
    ])
  const path = `/finance/tax/results/${payer.unit('CO')}/2026-08`
  expect((await sendFile(foreign, path, Buffer.from('x'), 'x.csv')).status).toBe(404)
  const before = world.time.now
  world.time.now = new Date(before.getTime() + 6 * 60_000)
  expect((await finance('GET', at('kind=tax-wages'))).body.code).toBe('base.confirm-password')
  world.time.now = before
})
