import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from './csv-records.ts'
import { delimiterOf } from './read-csv.ts'

function split(pieces: string[], delimiter = ','): [number, string[]][] {
  const found: [number, string[]][] = []
  const records = csvRecords(delimiter, 1000, (line, cells) => found.push([line, cells]))
  for (const piece of pieces) records.push(piece)
  records.end()
  return found
}

test.each([
  ['quotes, doubled quotes, delimiters inside', 'a,"b ""c"", d"\r\n', [[1, ['a', 'b "c", d']]]],
  [
    'a line break inside moves the following line',
    'a,"b\nc"\nd',
    [
      [1, ['a', 'b\nc']],
      [3, ['d']],
    ],
  ],
  [
    'mixed line ends and no last one',
    'a\r\nb\nc\rd',
    [
      [1, ['a']],
      [2, ['b']],
      [3, ['c']],
      [4, ['d']],
    ],
  ],
  ['a quote within text is text', '5" pipe,x', [[1, ['5" pipe', 'x']]]],
  ['text behind a closing quote stays', '"a"b,c', [[1, ['ab', 'c']]]],
  ['empty cells and an empty quoted one', ',"",\n', [[1, ['', '', '']]]],
])('%s', (_case, text, records) => {
  expect(split([text])).toEqual(records)
  expect(split([...text])).toEqual(records)
})

test('an open quote at the end is refused, with its line', () => {
  expect(() => split(['a\n"b\nc'])).toThrow(
    expect.objectContaining({ refusal: { refused: 'broken', facts: { reason: 'open-quote', line: 2 } } }),
  )
})

test('agrees with csv-parse on whatever is cut wherever', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '，', ';') })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), fc.nat(), (rows, cut) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')
      const at = cut % (text.length + 1)
      const expected = parse(text, { relaxColumnCount: true })
      const found = split([text.slice(0, at), text.slice(at)]).map(([, cells]) => cells)
      expect(found).toEqual(expected)
      expect(found).toEqual(rows)
    }),
  )
})

test.each([
  ['a,b,c', ','],
  ['a;b;c', ';'],
  ['a\tb\tc', '\t'],
  ['"a;b;c;d",e,f', ','],
  ['名册\n姓名;工号', ';'],
  ['sep=;\na;b', ';'],
  ['姓名', ','],
])('the delimiter of %s', (text, delimiter) => {
  expect(delimiterOf(text).delimiter).toBe(delimiter)
})
