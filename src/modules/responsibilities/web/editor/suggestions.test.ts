import { expect, test } from 'vitest'
import { suggestions, wordAt } from './suggestions.ts'

const names = ['visits', '拜访次数', 'customers']
const calls = ['ROUND', '四舍五入', 'SUM', '求和']
const found = (formula: string, caret = formula.length) =>
  suggestions(formula, caret, names, calls).map(({ text }) => text)

test('what is being typed is completed, in either language, names before functions', () => {
  expect([found('2 * vi'), found('拜'), found('ROU'), found('舍')]).toEqual([
    ['visits'],
    ['拜访次数'],
    ['ROUND'],
    ['四舍五入'],
  ])
  expect(found('visits / cu + 1', 11)).toEqual(['customers'])
})

test('nothing is proposed for numbers, for a whole name, and no function before its own parenthesis', () => {
  expect([found(''), found('12'), found('visits'), found('SU(1)', 2)]).toEqual([[], [], [], []])
  expect(wordAt('a + visits', 7)).toEqual({ start: 4, end: 10, word: 'visits' })
})
