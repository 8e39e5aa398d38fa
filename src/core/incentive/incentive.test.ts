import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compute,
  differenceOf,
  fenOfSteps,
  flawsOf,
  milliOf,
  nextOf,
  PlanTerms,
  sharesOf,
  type CountedFact,
  type Earned,
} from './index.ts'

const unitId = '00000000-0000-4000-8000-000000000001'
const count = { kind: 'facts', take: 'count', fact: 'visit' }
const sum = { kind: 'facts', take: 'sum', fact: 'order', of: 'amount' }
const average = { kind: 'facts', take: 'average', fact: 'survey', of: 'score' }
const plan = (basis: object, rule: object, more: object = {}) =>
  PlanTerms.parse({ participants: { unitIds: [unitId] }, basis, rule, ...more })

const fact = (id: string, milli: number, ...people: string[]): CountedFact => ({
  id,
  milli,
  shares: people.map((personId) => ({ personId, weight: 1 })),
})
const settled = (earned: Earned | undefined) => ({
  fen: earned?.fen ?? 0,
  facts: new Map(earned?.facts.map((one) => [one.factId, one.fen])),
})

describe('what results bring', () => {
  test('first contacts: 5 yuan each, one shared by three without a cent lost', () => {
    const terms = plan(count, { kind: 'piece', fen: 500 })
    const earned = compute(terms, ['a', 'b', 'c', 'd'], [fact('1', 1000, 'a'), fact('2', 1000, 'a', 'b', 'c')])
    expect(earned.map(({ personId, milli, fen, pieces }) => [personId, milli, fen, pieces])).toEqual([
      ['a', 1334, 667, 2],
      ['b', 333, 167, 1],
      ['c', 333, 166, 1],
      ['d', 0, 0, 0],
    ])
    expect(earned[0]?.facts).toEqual([
      { factId: '1', milli: 1000, fen: 500 },
      { factId: '2', milli: 334, fen: 167 },
    ])
  })
  test('repurchase: 1.25 % of what was bought, at most 100 yuan', () => {
    const terms = plan(sum, { kind: 'percent', millionths: 12_500 }, { mostFen: 10_000 })
    const [a] = compute(terms, ['a'], [fact('1', milliOf(10_000.01), 'a'), fact('2', milliOf(20_000), 'b')])
    expect([a?.fen, a?.steps.map(({ kind, fen }) => [kind, fen])]).toEqual([
      10_000,
      [
        ['percent', 12_500],
        ['cap', -2500],
      ],
    ])
  })
  test('tiers: each step for what lies in it, the step reached for everything, or once', () => {
    const steps = [
      { from: 0, millionths: 10_000 },
      { from: milliOf(10_000), millionths: 20_000 },
    ]
    const of = (mode: string, all: object[] = steps) =>
      compute(plan(sum, { kind: 'tiers', mode, steps: all }), ['a'], [fact('1', milliOf(15_000), 'a')])[0]
    expect(of('marginal')?.steps.map(({ fen }) => fen)).toEqual([10_000, 10_000])
    expect(of('whole')?.fen).toBe(30_000)
    expect(of('flat', [{ from: 0, fen: 100 }, { from: milliOf(15_000.01), fen: 900 }])?.fen).toBe(100) // prettier-ignore
    expect(of('flat', [{ from: milliOf(15_001), fen: 900 }])).toMatchObject({ fen: 0, steps: [{ kind: 'below' }] })
  })
  test('satisfaction and conversion: a bonus from a threshold on, in proportion and with a bound', () => {
    const rule = { kind: 'target', target: 4500, threshold: 4000, fen: 30_000, mostPermille: 1050 }
    const scored = (...scores: number[]) =>
      compute(
        plan(average, rule),
        ['a'],
        scores.map((score, at) => fact(String(at), milliOf(score), 'a')),
      )
    expect(scored(3.9, 4)[0]?.fen).toBe(0)
    expect(scored(4, 4.5)[0]?.fen).toBe(28_333)
    expect(scored(5)[0]?.fen).toBe(31_500)
    expect(scored()).toEqual([])
    const byIndicator = plan({ kind: 'indicator', responsibilityId: unitId, key: 'conversion' }, rule)
    expect(compute(byIndicator, ['a', 'b'], [], new Map([['a', 4500]]))).toMatchObject([{ personId: 'a', fen: 30_000 }])
  })
  test('a pool for all, alike or by what each brought', () => {
    const facts = [fact('1', 1000, 'a'), fact('2', 1000, 'a'), fact('3', 1000, 'b')]
    const of = (divide: string) =>
      compute(plan(count, { kind: 'pool', fen: 3333, divide }), ['a', 'b', 'c'], facts).map(({ fen }) => fen)
    expect([of('equal'), of('by-result')]).toEqual([
      [3333, 3333, 3333],
      [6666, 3333, 0],
    ])
  })
})

describe('shares', () => {
  const byNumber = new Map([
    ['E1', 'a'],
    ['E2', 'b'],
  ])
  const read = (kind: 'equal' | 'named', text: string) =>
    sharesOf({ kind, dimension: 'with' }, 'a', { with: text }, byNumber)
  test('the actor with others, or those named', () => {
    expect(read('equal', 'E2、E9').shares.map(({ personId }) => personId)).toEqual(['a', 'b'])
    expect(read('equal', 'E2、E9').unknown).toEqual(['E9'])
    expect(read('named', 'E1=60%；E2=40').shares).toEqual([
      { personId: 'a', weight: 60_000 },
      { personId: 'b', weight: 40_000 },
    ])
    expect(read('named', 'E2=-1,E1=x').shares).toEqual([{ personId: 'a', weight: 1 }])
    expect(sharesOf({ kind: 'actor' }, null, {}, byNumber).shares).toEqual([])
  })
})

describe('for any facts', () => {
  const rule = fc.oneof(
    fc.record({ kind: fc.constant('piece'), fen: fc.integer({ min: 0, max: 100_000 }) }),
    fc.record({ kind: fc.constant('percent'), millionths: fc.integer({ min: 0, max: 1_000_000 }) }),
    fc.tuple(fc.constantFrom('marginal', 'whole'), fc.integer({ min: 1, max: 9_000_000 })).map(([mode, from]) => ({
      kind: 'tiers',
      mode,
      steps: [
        { from: 0, fen: 7 },
        { from, millionths: 31_000 },
      ],
    })),
    fc.record({ kind: fc.constant('pool'), fen: fc.constant(333), divide: fc.constantFrom('equal', 'by-result') }),
  )
  const facts = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'x'))))
    .map((all) => all.map(([milli, people], at) => fact(String(at), milli, ...people)))
  const most = fc.option(fc.integer({ min: 0, max: 500_000 }))
  const people = ['a', 'b', 'c']

  test('facts add up to the amount, and the amount to its steps', () => {
    fc.assert(
      fc.property(rule, facts, most, (one, all, mostFen) => {
        for (const earned of compute(plan(sum, one, { mostFen }), people, all)) {
          expect(fenOfSteps(earned.steps)).toBe(earned.fen)
          expect(earned.fen).toBeLessThanOrEqual(mostFen ?? Infinity)
          if (earned.facts.length > 0) expect(earned.facts.reduce((total, { fen }) => total + fen, 0)).toBe(earned.fen)
        }
      }),
    )
  })
  test('what is settled and its differences are always what would be earned now', () => {
    fc.assert(
      fc.property(rule, facts, facts, most, (one, before, after, mostFen) => {
        const terms = plan(sum, one, { mostFen })
        const [old, now] = [compute(terms, people, before), compute(terms, people, after)]
        for (const personId of people) {
          const [was, is] = [old, now].map((all) => all.find((each) => each.personId === personId))
          const base = settled(was)
          const difference = differenceOf(is, base)
          expect(base.fen + (difference?.fen ?? 0)).toBe(is?.fen ?? 0)
          const known = new Map(base.facts)
          for (const each of difference?.facts ?? []) known.set(each.factId, (known.get(each.factId) ?? 0) + each.fen)
          expect(differenceOf(is, { fen: is?.fen ?? 0, facts: known })).toBeUndefined()
        }
      }),
    )
  })
  test('more is never less, and one more brings what is told', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 9_000_000 }), (one, milli) => {
        const terms = plan(sum, one)
        const next = nextOf(terms, milli)
        if (!next || one.kind === 'tiers') return
        const at = (value: number) => compute(terms, ['a'], [fact('1', value, 'a')])[0]?.fen ?? 0
        expect(at(milli + next.moreMilli) - at(milli)).toBe(next.bringsFen)
      }),
    )
  })
})

test('terms that can’t be computed are told', () => {
  const flaw = (basis: object, rule: object, more: object = {}) => flawsOf(plan(basis, rule, more))
  expect(flaw(count, { kind: 'piece', fen: 1 }, { participants: {} })).toEqual(['no-participants'])
  expect(flaw({ ...sum, of: undefined }, { kind: 'percent', millionths: 1 })).toEqual(['no-measure'])
  expect(flaw(average, { kind: 'piece', fen: 1 })).toEqual(['not-countable'])
  const steps = [
    { from: 5, fen: 1 },
    { from: 5, fen: 1, millionths: 1 },
  ]
  expect(flaw(sum, { kind: 'tiers', mode: 'whole', steps })).toEqual(['steps-order', 'step-pays'])
  expect(flaw(sum, { kind: 'target', target: 1, threshold: 2, fen: 1 })).toEqual(['no-threshold'])
  expect(flaw(sum, { kind: 'pool', divide: 'equal' })).toEqual(['step-pays'])
})
