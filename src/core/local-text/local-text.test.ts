import { expect, test } from 'vitest'
import { localText, pick } from './index.ts'

test.each([
  ['the language asked for', { 'zh-CN': '商务', en: 'Business' }, 'en', 'Business'],
  ['one of the same family', { 'zh-CN': '商务', en: 'Business' }, 'zh-TW', '商务'],
  ['English when there is nothing nearer', { en: 'Business', fr: 'Affaires' }, 'de', 'Business'],
  ['any at all', { fr: 'Affaires' }, 'de', 'Affaires'],
  ['nothing', {}, 'de', ''],
])('picks %s', (_name, text, language, expected) => {
  expect(pick(text, language)).toBe(expected)
})

test('at least one language, none of them empty or endless', () => {
  const schema = localText(5)
  expect(
    [{}, { en: '' }, { en: '123456' }, { english: 'x' }, { en: 'x' }].map((text) => schema.safeParse(text).success),
  ).toEqual([false, false, false, false, true])
})
