import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Send, World } from '#test/world'
import { monthOf28000, openBooks, openPayer, plainWage, type Payer } from './pay-for-tests.ts'

let world: World
let payer: Payer
let close = async () => {}
let finance: Send

beforeAll(async () => {
  world = await openBooks({ now: '2026-08-12T02:00:00Z', keep: (end) => (close = end) })
  payer = await openPayer(world)
  finance = (await world.member({ role: 'finance' })).send
})
afterAll(() => close())

const month = (at: number) => `2026-${String(at).padStart(2, '0')}`
let next = 1
const paid = (slips: Parameters<Payer['pay']>[0]) => {
  next += 1
  return payer.pay(slips, { period: month(next % 12 || 12), kind: 'off-cycle', number: next })
}
const book = async (runId: string, body: object = {}) => finance('POST', `/finance/runs/${runId}/vouchers`, body)
const linesOf = async (runId: string, step: string) => {
  const heads = (await finance('GET', `/finance/vouchers?runId=${runId}`)).body as {
    id: string
    step: string
    reversesId: string | null
  }[]
  const head = heads.find((one) => one.step === step && one.reversesId === null)
  const { body } = await finance('GET', `/finance/vouchers/${head?.id}`)
  const lines = body.lines as { account: string; costCentre: string | null; debitFen: number; creditFen: number }[]
  return lines.map(({ account, costCentre, debitFen, creditFen }) => [account, costCentre, debitFen, creditFen])
}

test('without accounts the gap is named; with the default chart the month of 28,000 is booked in five vouchers', async () => {
  const { runId } = await payer.pay({ E1: { lines: monthOf28000 } })
  expect((await book(runId)).body).toMatchObject({ status: 422, code: 'finance.no-chart' })
  expect((await finance('POST', '/finance/accounts/default', { from: '2025-01-01' })).body.rules).toBe(18)
  expect((await finance('POST', '/finance/accounts/default', { from: '2025-01-01' })).body).toEqual({
    accounts: 0,
    rules: 0,
  })
  const preview = (await finance('GET', `/finance/runs/${runId}/preview`)).body
  expect(
    preview.map(({ step, totalFen, gaps }: { step: string; totalFen: number; gaps: [] }) => [
      step,
      totalFen,
      gaps.length,
    ]),
  ).toEqual([
    ['accrual', 2_800_000, 0],
    ['employer', 915_600, 0],
    ['payment', 2_800_000, 0],
    ['remittance', 1_405_600, 0],
    ['tax', 43_800, 0],
  ])
  const made = await book(runId)
  expect([made.status, made.body.made.length, made.body.kept]).toEqual([200, 5, []])
  expect(await linesOf(runId, 'payment')).toEqual([
    ['2211.01', null, 2_800_000, 0],
    ['1002', null, 0, 2_266_200],
    ['2221.05', null, 0, 43_800],
    ['2241.01', null, 0, 294_000],
    ['2241.02', null, 0, 196_000],
  ])
  const again = await book(runId)
  expect([again.body.made, again.body.kept.length]).toEqual([[], 5])
  const all = (await finance('GET', '/finance/vouchers?period=2026-07')).body
  expect(all.map(({ number }: { number: number }) => number)).toEqual([2, 1])
})

test('asked at the same time by several, each step is booked once', async () => {
  const { runId } = await paid({ E1: { lines: plainWage(100) } })
  const answers = await Promise.all(Array.from({ length: 4 }, () => book(runId, { steps: ['accrual', 'payment'] })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(answers.flatMap(({ body }) => body.made)).toHaveLength(2)
  expect((await finance('GET', `/finance/vouchers?runId=${runId}`)).body).toHaveLength(2)
})

test('costs go to the units people work in, by the shares of their seats, to the fen', async () => {
  await finance('POST', '/finance/account-rules/cost-kind', {
    kind: '5001',
    unitId: payer.unit('PLANT'),
    from: '2025-01-01',
  })
  await finance('POST', '/finance/cost-centres', {
    code: 'P1',
    name: { en: 'Line 1' },
    unitId: payer.unit('LINE1'),
    from: '2025-01-01',
  })
  await finance('POST', '/finance/cost-centres', {
    code: 'P',
    name: { en: 'Plant' },
    unitId: payer.unit('PLANT'),
    from: '2025-01-01',
  })
  const { runId } = await paid({ E1: { lines: plainWage(500) }, E3: { lines: plainWage(10_001) } })
  await book(runId, { steps: ['accrual'] })
  expect(await linesOf(runId, 'accrual')).toEqual([
    ['5001.01', 'P', 3000, 0],
    ['5001.01', 'P1', 7001, 0],
    ['6602.01', null, 500, 0],
    ['2211.01', null, 0, 10_501],
  ])
})

test('a person’s own shares go before the seats; they have to be whole', async () => {
  const shares = (unitIds: string[], permille: number) =>
    unitIds.map((code) => ({ unitId: payer.unit(code), permille }))
  const lay = (body: object) =>
    finance('POST', '/finance/cost-shares', { personId: payer.person('E4'), from: '2025-06-01', ...body })
  expect((await lay({ shares: shares(['OFFICE'], 999) })).body.code).toBe('finance.shares-not-whole')
  expect((await lay({ shares: shares(['OFFICE', 'OFFICE'], 500) })).body.code).toBe('finance.shares-twice')
  expect((await lay({ shares: shares(['OFFICE', 'LINE1'], 500) })).status).toBe(200)
  expect((await finance('GET', '/finance/cost-shares')).body[0].shares).toHaveLength(2)
  const { runId } = await paid({ E4: { lines: plainWage(101) } })
  await book(runId, { steps: ['accrual'] })
  expect((await linesOf(runId, 'accrual')).slice(0, 2)).toEqual([
    ['5001.01', 'P1', 50, 0],
    ['6602.01', null, 51, 0],
  ])
})

test('held pay and what is owed back stand on accounts of their own', async () => {
  const { runId } = await paid({
    E1: { lines: plainWage(300_000), isHeld: true },
    E2: { lines: [['pension.employee', 'employee', 60_368]], receivableFen: 60_368 },
  })
  await book(runId, { steps: ['payment'] })
  expect(await linesOf(runId, 'payment')).toEqual([
    ['1221.01', null, 60_368, 0],
    ['2211.01', null, 300_000, 0],
    ['2241.01', null, 0, 60_368],
    ['2241.04', null, 0, 300_000],
  ])
})

test('each line opens the slips and items behind it, and they add up to it', async () => {
  const { runId, slipIds } = await paid({ E1: { lines: monthOf28000 }, E2: { lines: plainWage(7) } })
  await book(runId)
  const heads = (await finance('GET', `/finance/vouchers?runId=${runId}`)).body as { id: string }[]
  expect(heads).toHaveLength(5)
  for (const { id } of heads) {
    const { lines } = (await finance('GET', `/finance/vouchers/${id}`)).body
    let balance = 0
    for (const line of lines) {
      const parts = (await finance('GET', `/finance/vouchers/${id}/lines/${line.number}/parts?limit=500`)).body
      const sum = parts.rows.reduce((total: number, part: { fen: number }) => total + part.fen, 0)
      expect([sum, parts.totalFen, parts.total]).toEqual([line.debitFen + line.creditFen, sum, line.parts])
      expect(parts.rows.every(({ slipId }: { slipId: string }) => Object.values(slipIds).includes(slipId))).toBe(true)
      balance += line.debitFen - line.creditFen
    }
    expect(balance).toBe(0)
  }
  expect((await finance('GET', `/finance/vouchers/${heads[0]?.id}/lines/99/parts`)).status).toBe(404)
})

test('a reversal takes a voucher back in red; then the step is booked again by the mapping of now', async () => {
  const { runId } = await paid({ E1: { lines: plainWage(1000) } })
  const [first] = (await book(runId, { steps: ['accrual'] })).body.made
  await finance('PUT', '/finance/accounts/6601.99', { code: '6601.99', name: { en: 'Sales wages' }, version: null })
  await finance('POST', '/finance/account-rules', {
    use: 'expense',
    key: 'base',
    unitId: payer.unit('OFFICE'),
    account: '6601.99',
    from: '2025-01-01',
  })
  expect((await linesOf(runId, 'accrual'))[0]?.[0]).toBe('6602.01')
  const reverse = () => finance('POST', `/finance/vouchers/${first}/reverse`, { reason: 'wrong account' })
  const reversal = (await reverse()).body.id
  expect((await reverse()).body.code).toBe('finance.already-reversed')
  expect((await finance('POST', `/finance/vouchers/${reversal}/reverse`, { reason: 'x' })).body.code).toBe(
    'finance.reversal-stays',
  )
  const { lines, totalFen } = (await finance('GET', `/finance/vouchers/${reversal}`)).body
  expect([totalFen, lines[0].debitFen, lines[1].creditFen]).toEqual([-1000, -1000, -1000])
  const [second] = (await book(runId, { steps: ['accrual'] })).body.made
  expect((await finance('GET', `/finance/vouchers/${second}`)).body.lines[0].account).toBe('6601.99')
})

test('a gap names the item and the unit', async () => {
  const rules = (await finance('GET', '/finance/accounts')).body.rules as {
    id: string
    version: number
    use: string
    key: string
  }[]
  const rule = rules.find(({ use, key }) => use === 'withheld' && key === 'deductions')
  await finance('POST', `/finance/account-rules/${rule?.id}/end`, { version: rule?.version, until: '2025-02-01' })
  const { runId } = await paid({ E1: { lines: [...plainWage(1000), ['meals', 'employee', 10, 'item']] } })
  const refused = await book(runId)
  expect(refused.body).toMatchObject({ code: 'finance.no-account', item: 'meals', more: 0 })
  expect((await finance('GET', `/finance/vouchers?runId=${runId}`)).body).toEqual([])
  const preview = (await finance('GET', `/finance/runs/${runId}/preview`)).body
  expect(preview[2].gaps[0]).toMatchObject({ use: 'withheld', code: 'meals', fen: 10 })
})

test('the database refuses what does not balance or does not re-add, whoever writes it', async () => {
  const { runId, slipIds } = await paid({ E1: { lines: plainWage(1000) } })
  const write = (credit: number, part: number) =>
    world.within(async (ctx) => {
      const id = ctx.newId()
      const own = { tenant_id: ctx.tenantId, voucher_id: id }
      const head = {
        run_id: runId,
        employer_unit_id: payer.unit('CO'),
        step: 'tax',
        period: '2020-01',
        number: 1,
        dated_on: '2020-01-01',
      }
      await ctx.db
        .insertInto('voucher')
        .values({ tenant_id: ctx.tenantId, id, ...head, step: 'tax', summary: '', total_fen: 1, made_at: ctx.now })
        .execute()
      const line = { ...own, account_name: '{}' }
      await ctx.db
        .insertInto('voucher_line')
        .values({ ...line, number: 1, account_code: '1', debit_fen: 5 })
        .execute()
      await ctx.db
        .insertInto('voucher_line')
        .values({ ...line, number: 2, account_code: '2', credit_fen: credit })
        .execute()
      for (const at of [1, 2])
        await ctx.db
          .insertInto('voucher_part')
          .values({
            ...own,
            line: at,
            number: 1,
            slip_id: slipIds['E1'] ?? '',
            code: 'tax',
            fen: at === 1 ? part : credit,
          })
          .execute()
    })
  await expect(write(4, 5)).rejects.toThrow('out of balance')
  await expect(write(5, 6)).rejects.toThrow('not the sum of their parts')
  await write(5, 5)
})

test('a slip whose lines do not come to its net is not booked', async () => {
  const { runId } = await paid({ E1: { lines: plainWage(1000), netFen: 999 } })
  expect((await book(runId)).body).toMatchObject({ code: 'finance.slip-differs', person: '张伟', fen: 1 })
})

test('files: Yonyou in GBK with CRLF, Kingdee as a sheet, CSV; rare characters are named', async () => {
  const { runId } = await paid({ E1: { lines: monthOf28000 } })
  await book(runId)
  const text = await finance('GET', `/finance/vouchers/export/yonyou?runId=${runId}`)
  const lines = new TextDecoder('gbk', { fatal: true }).decode(text.bytes).split('\r\n')
  expect(lines[0]).toBe('填制凭证,V800')
  expect(lines.at(-1)).toBe('')
  const rows = lines.slice(1, -1).map((line) => line.split(','))
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([21]))
  const sum = (at: number) => rows.reduce((total, row) => total + Math.round(Number(row[at]) * 100), 0)
  expect(sum(6)).toBe(sum(7))
  expect(rows.some((row) => row[4]?.startsWith('计提工资') && row[5] === '6601.99' && row[6] === '28000.00')).toBe(true)
  const csv = (await finance('GET', `/finance/vouchers/export/csv?runId=${runId}`)).body as string
  expect(csv).toContain('2211.01')
  const sheet = await finance('GET', `/finance/vouchers/export/kingdee?runId=${runId}`)
  expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await finance('GET', `/finance/vouchers/export/csv?period=1999-01`)).body.code).toBe(
    'finance.nothing-to-export',
  )
})

test('exports ask for the password again, and are in the audit', async () => {
  const { send, accountId } = await world.member({ role: 'finance' })
  expect((await send('GET', '/finance/vouchers/export/csv?period=2026-08')).status).toBe(200)
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('account_id', '=', accountId).execute(),
  )
  expect(audits).toEqual([{ action: 'finance.export-vouchers' }])
  const before = world.time.now
  world.time.now = new Date(before.getTime() + 6 * 60_000)
  const refused = await send('GET', '/finance/vouchers/export/csv?period=2026-08')
  world.time.now = before
  expect([refused.status, refused.body.code]).toEqual([403, 'base.confirm-password'])
})

test('who may not read everybody’s pay sees no voucher; another company’s is not there', async () => {
  const { send: withoutPay } = await world.member({ may: { 'finance.read': 'tenant', 'finance.book': 'tenant' } })
  const { send: stranger } = await world.member({ may: {} })
  const { send: ofUnit } = await world.member({
    may: { 'finance.read': 'unit', 'payroll.read': 'tenant' },
    unitId: payer.unit('OFFICE'),
  })
  const other = await world.anotherTenant()
  const { send: foreign } = await world.member({ role: 'finance', tenantId: other })
  const [{ id, runId }] = (await finance('GET', '/finance/vouchers')).body
  for (const path of [
    `/finance/vouchers/${id}`,
    `/finance/runs/${runId}/preview`,
    '/finance/vouchers',
    '/finance/runs',
  ])
    expect([path, (await withoutPay('GET', path)).status, (await stranger('GET', path)).status]).toEqual([
      path,
      403,
      403,
    ])
  for (const send of [ofUnit, foreign]) {
    expect((await send('GET', `/finance/vouchers/${id}`)).status).toBe(404)
    expect((await send('GET', `/finance/runs/${runId}/preview`)).status).toBe(404)
    expect((await send('GET', '/finance/vouchers')).body).toEqual([])
  }
  expect((await foreign('POST', `/finance/runs/${runId}/vouchers`, {})).status).toBe(404)
  expect((await foreign('POST', `/finance/vouchers/${id}/reverse`, { reason: 'x' })).status).toBe(404)
})
