import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  accountBook,
  accountFor,
  bookPostings,
  classOf,
  costClasses,
  imbalanceOf,
  postingsOf,
  voucherSteps,
  type PaidLine,
  type PaidSlip,
} from './index.ts'

const line = (code: string, costClass: PaidLine['costClass'], fen: number, isEmployers = false): PaidLine => ({
  code,
  costClass,
  fen,
  isEmployers,
})
const onePlace = [{ unitId: 'u', familyId: null, weight: 1000 }]
/** 28,000 in Shanghai from July 2026, special deductions of 3,500. */
const month: PaidSlip = {
  slipId: 's',
  lines: [
    line('base', 'wages', 2_800_000),
    line('pension.employee', 'social', 224_000),
    line('pension.employer', 'social', 448_000, true),
    line('medical.employee', 'social', 56_000),
    line('medical.employer', 'social', 252_000, true),
    line('unemployment.employee', 'social', 14_000),
    line('unemployment.employer', 'social', 14_000, true),
    line('injury.employer', 'social', 5_600, true),
    line('fund.employee', 'fund', 196_000),
    line('fund.employer', 'fund', 196_000, true),
    line('tax', 'tax', 43_800),
  ],
  net: 2_266_200,
  receivable: 0,
  isHeld: false,
  places: onePlace,
}
const byUse = (step: (typeof voucherSteps)[number], slip: PaidSlip) => {
  const { lines } = bookPostings(
    postingsOf(step, slip),
    (posting) => `${posting.use}.${posting.costClass}`,
    (posting) => posting.place?.unitId ?? null,
  )
  return Object.fromEntries(lines.map(({ account, side, fen }) => [`${side} ${account}`, fen]))
}

test('the month of 28,000: accrued, employer’s part, paid, passed on', () => {
  expect(byUse('accrual', month)).toEqual({ 'debit expense.wages': 2_800_000, 'credit owed.wages': 2_800_000 })
  expect(byUse('employer', month)).toEqual({
    'debit expense.social': 719_600,
    'debit expense.fund': 196_000,
    'credit owed.social': 719_600,
    'credit owed.fund': 196_000,
  })
  expect(byUse('payment', month)).toEqual({
    'debit owed.wages': 2_800_000,
    'credit withheld.social': 294_000,
    'credit withheld.fund': 196_000,
    'credit withheld.tax': 43_800,
    'credit paid.net': 2_266_200,
  })
  expect(byUse('remittance', month)).toMatchObject({ 'credit paid.social': 1_013_600, 'credit paid.fund': 392_000 })
  expect(byUse('tax', month)).toEqual({ 'debit withheld.tax': 43_800, 'credit paid.tax': 43_800 })
})

test('100.01 over three equal places: 33.34, 33.34, 33.33', () => {
  const places = ['a', 'b', 'c'].map((unitId) => ({ unitId, familyId: null, weight: 1 }))
  const parts = postingsOf('accrual', { ...month, places, lines: [line('base', 'wages', 10_001)] })
  expect(parts.filter(({ use }) => use === 'expense').map(({ fen }) => fen)).toEqual([3334, 3334, 3333])
})

test('held pay waits on an account of its own, and what is owed back is a claim', () => {
  expect(byUse('payment', { ...month, isHeld: true })).toMatchObject({ 'credit kept.net': 2_266_200 })
  const unpaid = { ...month, lines: [line('pension.employee', 'social', 60_368)], net: 0, receivable: 60_368 }
  expect(byUse('payment', unpaid)).toEqual({ 'debit claim.net': 60_368, 'credit withheld.social': 60_368 })
})

test('the rule that fits best: the very item, the nearest unit, the family', () => {
  const rule = (key: string, unitId: string | null, familyId: string | null, account: string) =>
    ({ use: 'expense', key, unitId, familyId, account }) as const
  const book = accountBook([
    rule('wages', null, null, '6602'),
    rule('wages', 'plant', null, '5101'),
    rule('wages', 'line', 'workers', '5001'),
    rule('severance', null, null, '6711'),
  ])
  const ask = (code: string, unitPath: string[], familyId: string | null) =>
    accountFor(book, { use: 'expense', code, costClass: 'wages', unitPath, familyId })
  expect(ask('base', [], null)).toBe('6602')
  expect(ask('base', ['office'], 'workers')).toBe('6602')
  expect(ask('base', ['line', 'plant'], null)).toBe('5101')
  expect(ask('base', ['line', 'plant'], 'workers')).toBe('5001')
  expect(ask('severance', ['line', 'plant'], 'workers')).toBe('6711')
  expect(accountFor(book, { use: 'paid', code: 'net', costClass: 'net', unitPath: [], familyId: null })).toBeUndefined()
})

test('a gap is named with its unit and amount, and there is nothing of it in the lines', () => {
  const { gaps } = bookPostings(
    postingsOf('accrual', month),
    (posting) => (posting.use === 'expense' ? undefined : '2211'),
    () => null,
  )
  expect(gaps).toEqual([
    { use: 'expense', costClass: 'wages', code: 'base', unitId: 'u', familyId: null, fen: 2_800_000 },
  ])
})

test('lines of slips by class', () => {
  const of = (code: string, side: 'earning' | 'employee' | 'employer' | 'information', rule = 'cn.contribution') =>
    classOf({ code, side, reason: { rule, source: '', facts: {} } })
  expect(of('base', 'earning', 'item')).toBe('wages')
  expect(of('meals', 'employee', 'item')).toBe('deductions')
  expect(of('canteen', 'employer', 'item')).toBe('employer-items')
  expect(of('fund.employer', 'employer')).toBe('fund')
  expect(of('cpf.employee', 'employee')).toBe('social')
  expect(of('tax', 'employee', 'cn.iit.cumulative')).toBe('tax')
  expect(of('tax.bonus', 'employee', 'cn.iit.bonus')).toBe('tax')
  expect(of('hours', 'information', 'item')).toBeUndefined()
})

const fen = fc.integer({ min: -5_000_000, max: 50_000_000 })
const anyLine = fc.record({
  code: fc.constantFrom('base', 'pension.employee', 'fund.employer', 'tax', 'meals'),
  costClass: fc.constantFrom(...costClasses.filter((one) => one !== 'net')),
  isEmployers: fc.boolean(),
  fen,
})
/** A slip as payroll makes them: net and what is owed back follow from the lines. */
const anySlip = fc
  .record({
    slipId: fc.uuid(),
    lines: fc.array(anyLine, { maxLength: 12 }),
    isHeld: fc.boolean(),
    places: fc.array(
      fc.record({
        unitId: fc.constantFrom('a', 'b', 'c'),
        familyId: fc.constant(null),
        weight: fc.integer({ min: 1, max: 1000 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map((slip): PaidSlip => {
    const lines = slip.lines.map((each) => ({
      ...each,
      isEmployers:
        each.costClass === 'employer-items' || (each.isEmployers && ['social', 'fund'].includes(each.costClass)),
    }))
    const earned = lines.reduce((sum, each) => (each.costClass === 'wages' ? sum + each.fen : sum), 0)
    const taken = lines.reduce(
      (sum, each) => (each.costClass !== 'wages' && !each.isEmployers ? sum + each.fen : sum),
      0,
    )
    return { ...slip, lines, net: Math.max(0, earned - taken), receivable: Math.max(0, taken - earned) }
  })

test('every voucher balances to the fen, and each line is the sum of its parts', () => {
  fc.assert(
    fc.property(fc.array(anySlip, { maxLength: 20 }), fc.constantFrom(...voucherSteps), (slips, step) => {
      const { lines, gaps } = bookPostings(
        slips.flatMap((slip) => postingsOf(step, slip)),
        (posting) => `${posting.use}.${posting.costClass}`,
        (posting) => posting.place?.unitId ?? null,
      )
      expect(gaps).toEqual([])
      expect(imbalanceOf(lines)).toBe(0)
      for (const each of lines) expect(each.parts.reduce((sum, part) => sum + part.fen, 0)).toBe(each.fen)
    }),
  )
})

test('costs over places add up to the slip’s cost', () => {
  fc.assert(
    fc.property(anySlip, (slip) => {
      const spent = [...postingsOf('accrual', slip), ...postingsOf('employer', slip)].filter(
        (one) => one.use === 'expense',
      )
      const cost = slip.lines.filter((each) => each.costClass === 'wages' || each.isEmployers)
      expect(spent.reduce((sum, one) => sum + one.fen, 0)).toBe(cost.reduce((sum, each) => sum + each.fen, 0))
    }),
  )
})
