import { expect, test } from 'vitest'
import { computationOf, Form, formSentence, formProblems } from '#core/form'
import { pick } from '#core/local-text'
import { fieldInserts } from './expression-names.ts'
import { readable } from './readable.ts'

const form = Form.parse({
  fields: [
    { key: 'when', label: { 'zh-CN': '出差时间', en: 'Travel days' }, kind: 'period' },
    {
      key: 'items',
      label: { 'zh-CN': '明细' },
      kind: 'table',
      columns: [
        { key: 'what', label: { 'zh-CN': '项目' }, kind: 'text' },
        { key: 'a', label: { 'zh-CN': '金额' }, kind: 'money' },
        { key: 'b', label: { 'zh-CN': '金额' }, kind: 'money' },
        { key: 'who', label: { 'zh-CN': '人' }, kind: 'person' },
      ],
    },
    { key: 'photo', label: { 'zh-CN': '照片' }, kind: 'photo' },
    { key: 'own', label: { 'zh-CN': '本项' }, kind: 'computed', result: 'number', expression: '' },
  ],
})
const [, , , own] = form.fields

test.each([
  ['zh-CN', ['出差时间.from', '出差时间.until', '明细.项目', '明细.a', '明细.b']],
  ['en', ['[Travel days].from', '[Travel days].until', '明细.项目', '明细.a', '明细.b']],
])('in %s each name offered is one the formula understands', (language, expected) => {
  const inserts = fieldInserts(
    form,
    own!,
    (text) => pick(text, language),
    (part, label) => `${label} ${part}`,
  )
  expect(inserts.map(({ text }) => text)).toEqual(expected)
  for (const { text } of inserts) {
    const expression = text.includes('明细') ? `COUNT(${text})` : `DAYS(${text}, ${text})`
    expect(computationOf(form, { ...own!, expression })).toHaveProperty('ok', true)
  }
})

test('a formula is told back in words', () => {
  const inserts = [
    { text: '明细.金额', label: '明细 › 金额' },
    { text: 'rate', label: '汇率' },
  ]
  expect(readable('求和(明细.金额) * rate / 2 >= rate2', inserts)).toBe('求和(“明细 › 金额”) × “汇率” ÷ 2 ≥ rate2')
})

test('what is wrong is said in both languages', () => {
  const [problem] = formProblems(form)
  expect(['zh-CN', 'en'].map((language) => formSentence(problem!, language))).toEqual([
    '请填写计算公式。',
    'Write the formula.',
  ])
})
