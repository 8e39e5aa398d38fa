import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentenceOf, type ProblemCode } from './index.ts'

const codes = [...readFileSync(join(import.meta.dirname, 'problem.ts'), 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(
  (match) => match[1] as ProblemCode,
)

test.each(codes)('%s has a sentence in both languages', (code) => {
  const problem = { code, facts: { path: ['a', 'b', 'a'] } }
  expect(sentenceOf(problem, 'en')).toMatch(/^[“A-Z%{ ].*[.]$/)
  expect(sentenceOf(problem, 'zh-CN')).toMatch(/[\p{sc=Han}].*。$/u)
})
test('facts, kinds and near names are in the sentence', () => {
  const problem = { code: 'unknown-name', facts: { name: '工姿', near: ['工资'] } } as const
  expect(sentenceOf(problem, 'zh-CN')).toBe('没有名为“工姿”的数据。是否想写：工资？')
  expect(sentenceOf({ code: 'wrong-type', facts: { wanted: ['number', 'date'], found: 'text' } }, 'en')).toBe(
    'This is a text; expected was a number or a date.',
  )
})
