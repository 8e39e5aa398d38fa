import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLines, wrap } from './wrap.ts'

/** Chinese is two wide, all else one. */
const measure = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef“”‘’…—]/.test(letter) ? 2 : 1), 0)

test.each([
  ['breaks English at spaces', 'ride the high wave', 8, ['ride the', 'high', 'wave']],
  ['breaks Chinese anywhere', '拜访客户', 4, ['拜访', '客户']],
  ['never begins a line with a closing mark', '拜访，客户。', 6, ['拜访，', '客户。']],
  ['never ends a line with an opening mark', '拜访《合同》', 6, ['拜访', '《合', '同》']],
  ['cuts a word wider than the line', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ['keeps the lines that are written', 'a\nb', 9, ['a', 'b']],
  ['an empty text is one empty line', '', 9, ['']],
])('%s', (_name, text, width, lines) => {
  expect(wrap(text, width, measure)).toEqual(lines)
})

test('nothing is lost and nothing is too wide', () => {
  const letters = fc.constantFrom(...'ab ，。“”《》拜访客户（）-5%')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 8, max: 30 }), (parts, width) => {
      const text = parts.join('')
      const lines = wrap(text, width, measure)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width)
    }),
  )
})

test('what is cut ends in an ellipsis and still fits', () => {
  const lines = wrap('拜访客户并记录', 6, measure)
  expect(cutLines(lines, 1, 6, measure)).toEqual(['拜访…'])
  expect(cutLines(lines, 3, 6, measure)).toEqual(lines)
})
