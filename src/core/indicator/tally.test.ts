import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Figure, Measure, passes, valueOf } from './measure.ts'
import { amountIn, needsOf, type Tally } from './tally.ts'

const figure = (parts: object) => Figure.parse({ take: 'count', fact: 'visit', ...parts })
const tally = (parts: Partial<Tally>): Tally => ({ kind: 'visit', dimensions: {}, count: 0, measures: {}, ...parts })
const whole = { kind: 'ratio', part: figure({}), whole: figure({}) } as const

test('a filter lets through what it names, or with `not` what it does not name or is missing', () => {
  const is = [{ dimension: 'result', is: ['won', 'open'], not: false }]
  const not = [{ dimension: 'result', is: ['lost'], not: true }]
  expect([passes(is, { result: 'won' }), passes(is, { result: 'lost' }), passes(is, {})]).toEqual([true, false, false])
  expect([passes(not, { result: 'won' }), passes(not, { result: 'lost' }), passes(not, {})]).toEqual([
    true,
    false,
    true,
  ])
  expect(passes([...is, ...not], { result: 'lost' })).toBe(false)
})

test('counts, sums and averages; a reversed fact takes away what it gave', () => {
  const tallies = [
    tally({ count: 3, measures: { amount: { count: 2, sum: 300 } } }),
    tally({ count: -1, measures: { amount: { count: -1, sum: -100 } } }),
    tally({ kind: 'call', count: 50 }),
  ]
  expect(amountIn(figure({}), tallies)).toEqual({ count: 2, sum: 0 })
  expect(amountIn(figure({ take: 'sum', of: 'amount' }), tallies)).toEqual({ count: 1, sum: 200 })
  expect(amountIn(figure({ take: 'average', of: 'minutes' }), tallies)).toEqual({ count: 0, sum: 0 })
  expect(amountIn(figure({ where: [{ dimension: 'result', is: ['won'] }] }), tallies).count).toBe(0)
})

test('decimal sums do not drift', () => {
  const tallies = [0.1, 0.2].map((sum) => tally({ measures: { amount: { count: 1, sum } } }))
  expect(amountIn(figure({ take: 'sum', of: 'amount' }), tallies).sum).toBe(0.3)
})

test.each([
  ['a ratio', whole, { count: 3, sum: 0 }, { count: 4, sum: 0 }, 0.75],
  ['nothing of something', whole, { count: 0, sum: 0 }, { count: 4, sum: 0 }, 0],
  ['a ratio over nothing', whole, { count: 3, sum: 0 }, { count: 0, sum: 0 }, null],
  [
    'an average of nothing',
    { kind: 'figure', figure: figure({ take: 'average', of: 'a' }) },
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
    null,
  ],
  [
    'a sum of nothing',
    { kind: 'figure', figure: figure({ take: 'sum', of: 'a' }) },
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
    0,
  ],
  [
    'a part that is an average of nothing',
    { kind: 'ratio', part: figure({ take: 'average', of: 'a' }), whole: figure({}) },
    { count: 0, sum: 0 },
    { count: 2, sum: 0 },
    null,
  ],
] as const)('value: %s', (_name, measure, part, below, expected) => {
  expect(valueOf(measure, part, below)).toBe(expected)
})

test('what must be known: per kind the values filters name and the measures that are added, each once', () => {
  const won = figure({ where: [{ dimension: 'result', is: ['won'] }] })
  const lost = figure({ take: 'sum', of: 'amount', where: [{ dimension: 'result', is: ['lost'], not: true }] })
  const calls = figure({ fact: 'call' })
  const needs = needsOf([
    { kind: 'ratio', part: won, whole: lost },
    { kind: 'figure', figure: calls },
    { kind: 'figure', figure: won },
  ])
  expect(needs).toEqual([
    {
      kind: 'visit',
      dimensions: [{ name: 'result', values: ['won', 'lost'] }],
      measures: ['amount'],
      extremes: false,
      distinct: [],
    },
    { kind: 'call', dimensions: [], measures: [], extremes: false, distinct: [] },
  ])
})

test('figures told from tallies are those told from the facts one by one', () => {
  const fact = fc.record({
    result: fc.constantFrom('won', 'lost', 'open', null),
    size: fc.constantFrom('s', 'm', null),
    amount: fc.option(fc.integer({ min: -50, max: 50 })),
    sign: fc.constantFrom(1, 1, 1, -1),
  })
  const filter = fc.record({
    dimension: fc.constantFrom('result', 'size'),
    is: fc.uniqueArray(fc.constantFrom('won', 'lost', 's', 'm'), { minLength: 1 }),
    not: fc.boolean(),
  })
  const asked = fc.record({
    take: fc.constantFrom('count' as const, 'sum' as const, 'average' as const),
    fact: fc.constant('visit'),
    of: fc.constant('amount'),
    where: fc.array(filter, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 30 }), asked, (facts, one) => {
      const measure: Measure = { kind: 'figure', figure: one }
      const counted = facts.filter(({ result, size }) => passes(one.where, { result, size }))
      const carrying = one.take === 'count' ? counted : counted.filter(({ amount }) => amount !== null)
      const count = carrying.reduce((total, { sign }) => total + sign, 0)
      const sum =
        one.take === 'count' ? 0 : carrying.reduce((total, { sign, amount }) => total + sign * (amount ?? 0), 0)
      expect(amountIn(one, tallied(facts, needsOf([measure])))).toEqual({ count, sum })
    }),
  )
})

type Fact = { result: string | null; size: string | null; amount: number | null; sign: number }

/** What the database does: groups by the values that are asked for, and adds up. */
function tallied(facts: readonly Fact[], needs: ReturnType<typeof needsOf>): Tally[] {
  const asked = needs[0]?.dimensions ?? []
  const groups = Map.groupBy(facts, (fact) =>
    JSON.stringify(asked.map(({ name, values }) => known(fact[name as 'result' | 'size'], values))),
  )
  return [...groups].map(([key, group]) => ({
    kind: 'visit',
    dimensions: Object.fromEntries(
      (JSON.parse(key) as (string | null)[]).map((value, at) => [asked[at]?.name ?? '', value]),
    ),
    count: group.reduce((total, { sign }) => total + sign, 0),
    measures: {
      amount: {
        count: group.reduce((total, { sign, amount }) => total + (amount === null ? 0 : sign), 0),
        sum: group.reduce((total, { sign, amount }) => total + sign * (amount ?? 0), 0),
      },
    },
  }))
}

function known(value: string | null, values: readonly string[]): string | null {
  return value !== null && values.includes(value) ? value : null
}

test('least, greatest and last value, and how many different customers, over groups that may share them', () => {
  const amount = (value: number, at: string) => ({ count: 1, sum: value, min: value, max: value, last: { at, value } })
  const tallies = [
    tally({ count: 1, measures: { amount: amount(7, '2026-03-02T10:00') }, distinct: { customer: ['a', 'b'] } }),
    tally({ count: 1, measures: { amount: amount(3, '2026-03-09T10:00') }, distinct: { customer: ['b', 'c'] } }),
  ]
  const value = (take: string, of = 'amount') => amountIn(figure({ take, of }), tallies).value
  expect([value('min'), value('max'), value('last'), value('distinct', 'customer')]).toEqual([3, 7, 3, 3])
  expect(amountIn(figure({ take: 'last', of: 'pieces' }), tallies).value).toBeNull()
  const needs = needsOf([{ kind: 'figure', figure: figure({ take: 'distinct', of: 'customer' }) }])
  expect(needs).toMatchObject([{ measures: [], extremes: false, distinct: ['customer'] }])
})
