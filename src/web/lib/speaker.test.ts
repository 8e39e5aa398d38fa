import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { languages, wordsOf } from '#kernel/i18n'
import { sentence, type Words } from './speaker.ts'

function speaker(resources: Record<string, Record<string, Words>>) {
  const instance = createInstance()
  void instance.init({
    resources,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  })
  return instance
}

const facts = { name: '张伟', names: 'a, b', limit: 1000, total: '¥1.00', at: '2026-11-21', requestId: 'x{y}' }

const counting = (count: number) => Object.assign({ count }, facts)

function keysOf(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, item]) =>
    typeof item === 'string' ? [`${path}${key}`] : keysOf(item, `${path}${key}.`),
  )
}

test.each(languages)('all words of the modules in %s sound as the server says them', (language) => {
  const packs = wordsOf(language) as Record<string, Words>
  const server = speaker({ [language]: packs })
  let compared = 0
  for (const [module, words] of Object.entries(packs)) {
    for (const written of keysOf(words)) {
      const key = written.replace(/_(zero|one|two|few|many|other)$/, '')
      for (const values of key === written ? [facts] : [0, 1, 2, 11, 21].map(counting)) {
        compared += 1
        expect(sentence(words, language, key, values)).toBe(server.t(key, { ns: module, lng: language, ...values }))
      }
    }
  }
  expect(compared).toBeGreaterThan(50)
})

test.each([
  ['ru', [1, 2, 5, 21, 1.5]],
  ['ar', [0, 1, 2, 3, 11, 100]],
])('plurals of %s follow the language', (language, counts) => {
  const words = { day_zero: 'z', day_one: '1', day_two: '2', day_few: 'f {count}', day_many: 'm', day_other: 'o' }
  const server = speaker({ [language]: { x: words } })
  for (const count of counts)
    expect(sentence(words, language, 'day', { count })).toBe(server.t('day', { ns: 'x', lng: language, count }))
})

test('what nobody has written is undefined, a fact that is missing shows its name', () => {
  expect(sentence({ a: { b: 'x' } }, 'en', 'a.c')).toBeUndefined()
  expect(sentence({ a: { b: 'x' } }, 'en', 'a')).toBeUndefined()
  expect(sentence(undefined, 'en', 'a')).toBeUndefined()
  expect(sentence({ a: 'hello {name}!' }, 'en', 'a')).toBe('hello {name}!')
})
