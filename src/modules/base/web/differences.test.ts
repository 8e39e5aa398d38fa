import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test.each([
  ['nothing changed', { a: 1 }, { a: 1 }, []],
  ['one field', { a: 1, b: 2 }, { a: 1, b: 3 }, [['b', 2, 3]]],
  [
    'made anew',
    null,
    { a: 1, name: { en: 'x' } },
    [
      ['a', undefined, 1],
      ['name.en', undefined, 'x'],
    ],
  ],
  ['gone', { a: 1 }, null, [['a', 1, undefined]]],
  ['a list as a whole', { a: [1, 2] }, { a: [2] }, [['a', [1, 2], [2]]]],
  ['deep', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, [['a.b.c', 1, 2]]],
  ['plain values', 'x', 'y', [['·', 'x', 'y']]],
])('%s', (_name, before, after, wanted) => {
  expect(differences(before, after).map((each) => [each.path, each.before, each.after])).toEqual(wanted)
})
