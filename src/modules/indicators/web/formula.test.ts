import { expect, test } from 'vitest'
import type { FactWords } from '../contract.ts'
import words from '../i18n/en.json' with { type: 'json' }
import { formulaText } from './formula.ts'

const named: FactWords = {
  kinds: { visit: { en: 'Visit', 'zh-CN': '拜访' } },
  fields: { 'visit.result': { en: 'Result' }, 'visit.amount': { en: 'Amount' } },
  choices: { 'visit.result.signed': { en: 'Signed' } },
  money: [],
}

/** The words as the page says them. */
function say(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words)
  return String(found).replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]))
}

const signed = { dimension: 'result', is: ['signed', 'lost'], not: false }
const count = { take: 'count', fact: 'visit', where: [signed] } as const

test.each([
  ['a count with a filter', { kind: 'figure', figure: count }, 'number of “Visit” where Result is Signed or lost'],
  [
    'a sum with two filters',
    {
      kind: 'figure',
      figure: {
        take: 'sum',
        fact: 'visit',
        of: 'amount',
        where: [signed, { ...signed, dimension: 'vip', is: ['yes'], not: true }],
      },
    },
    'sum of “Amount” over “Visit” where Result is Signed or lost and vip is not yes',
  ],
  [
    'a ratio of an average of what nobody named',
    {
      kind: 'ratio',
      part: { take: 'average', fact: 'mes-count', of: 'pieces', where: [] },
      whole: { ...count, where: [] },
    },
    'average of “pieces” over “mes-count” ÷ number of “Visit”',
  ],
])('%s is told in words', (_name, measure, expected) => {
  expect(formulaText(measure as never, named, 'en', say)).toBe(expected)
})
