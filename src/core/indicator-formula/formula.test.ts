import { expect, test } from 'vitest'
import { sentenceOf } from '../formula/index.ts'
import { FormulaTerm, type FormulaMeasure } from '../indicator/index.ts'
import { checkFormula, computeFormula, cycleFrom } from './index.ts'

const term = (name: string, parts: object = {}) =>
  FormulaTerm.parse({ name, figure: { take: 'count', fact: 'visit' }, ...parts })
const measure = (formula: string, ...terms: FormulaTerm[]): FormulaMeasure => ({
  kind: 'formula',
  formula,
  terms,
  isCumulative: false,
})
const around = { period: { from: '2026-03-01', until: '2026-04-01' }, heldDays: 31 }
const visits = term('visits', { alias: '拜访' })
const average = term('minutes', { figure: { take: 'average', fact: 'answer', of: 'minutes' } })

test('figures by either name, with exact decimals', () => {
  const values = new Map([['visits', 3]])
  expect(computeFormula(measure('visits * 0.1 + 拜访 * 0.2', visits), values, around).value).toBe(0.9)
  expect(computeFormula(measure('ROUND(visits / 7, 2)', visits), values, around).value).toBe(0.43)
  expect(computeFormula(measure('DAYS(periodEnd, 期初) + heldDays', visits), values, around).value).toBe(61)
})

test('a mistake is told at its place, with what may be meant', () => {
  const checked = checkFormula(measure('vists / 2', visits))
  if (checked.ok) throw new Error('it was taken')
  const [problem] = checked.problems
  expect(problem).toMatchObject({ code: 'unknown-name', at: { line: 1, column: 1, length: 5 } })
  expect(sentenceOf(problem, 'en')).toContain('Did you mean visits?')
  expect(checkFormula(measure('visits > 3', visits))).toMatchObject({
    ok: false,
    problems: [{ code: 'wrong-type', facts: { found: 'boolean', wanted: 'number' } }],
  })
  expect(checkFormula(measure('1', visits, visits))).toMatchObject({ ok: false, problems: [{ code: 'name-twice' }] })
  expect(checkFormula(measure('1', term('__proto__')))).toMatchObject({ ok: false })
})

test('a blank term leaves no value and says which; steps tell how a value came about', () => {
  const blank = computeFormula(measure('100 - minutes', average), new Map([['minutes', null]]), around)
  expect(blank).toMatchObject({ value: null, problem: { code: 'blank', facts: { name: 'minutes' } } })
  const told = computeFormula(measure('visits * 2 + 1', visits), new Map([['visits', 4]]), {
    ...around,
    isExplained: true,
  })
  expect(told.steps.map(({ text, value }) => [text, value])).toEqual([
    ['visits', '4'],
    ['visits * 2', '8'],
    ['visits * 2 + 1', '9'],
  ])
})

test('a circle of indicators is named as a path, wherever it is entered; a diamond is none', () => {
  const uses: Record<string, string[]> = { a: ['b', 'c'], b: ['d'], c: ['d'], d: [], x: ['y'], y: ['z'], z: ['y'] }
  const of = (key: string) => ({ responsibility: 'R', key })
  const from = (key: string) => cycleFrom(of(key), (one) => (uses[one.key] ?? []).map(of))?.map((one) => one.key)
  expect([from('a'), from('x'), from('y')]).toEqual([undefined, ['y', 'z', 'y'], ['y', 'z', 'y']])
})
