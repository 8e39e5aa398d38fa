import { describe, expect, test } from 'vitest'
import { columnOf, dateText, numberText, shownBy, shownByBuiltIn } from './cell-text.ts'

test.each([
  ['0.30000000000000004', '0.3'],
  ['1501.4999999999998', '1501.5'],
  ['45.049999999999997', '45.05'],
  ['123456789012345', '123456789012345'],
  ['110101199003071234', '110101199003071234'],
  ['1.10101199003071E+17', '110101199003071000'],
  ['1E-7', '0.0000001'],
  ['-2.5e-10', '-0.00000000025'],
  ['1e300', '1e+300'],
  ['-0', '0'],
  ['12.50', '12.5'],
  ['nonsense', 'nonsense'],
])('number %s shows as %s', (raw, shown) => {
  expect(numberText(raw)).toBe(shown)
})

describe('dates', () => {
  test.each([
    ['46027', 'day', '2026-01-05'],
    ['46027.75', 'moment', '2026-01-05T18:00:00'],
    ['46027.75', 'day', '2026-01-05'],
    ['46027.999999999', 'moment', '2026-01-06'],
    ['0.354166666666667', 'time', '08:30:00'],
    ['1.520833333333', 'elapsed', '36:30:00'],
    ['1', 'day', '1900-01-01'],
    ['59', 'day', '1900-02-28'],
    ['60', 'day', '60'],
    ['61', 'day', '1900-03-01'],
    ['2958465', 'day', '9999-12-31'],
    ['2958466', 'day', '2958466'],
    ['1e300', 'day', '1e+300'],
    ['-1', 'day', '-1'],
  ] as const)('serial %s as %s is %s', (raw, shown, text) => {
    expect(dateText(raw, shown, false)).toBe(text)
  })
  test('the calendar from 1904', () => {
    expect(dateText('44565', 'day', true)).toBe('2026-01-05')
  })
})

test.each([
  ['General', 'number'],
  ['0.00%', 'number'],
  ['[Red]#,##0.00;[Blue]-#,##0.00', 'number'],
  ['#,##0 "days"', 'number'],
  ['0.00E+00', 'number'],
  ['_ ¥* #,##0.00_ ', 'number'],
  ['@', 'number'],
  ['yyyy\\-mm\\-dd', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'day'],
  ['mmm-yy', 'day'],
  ['m/d/yyyy h:mm', 'moment'],
  ['h:mm AM/PM', 'time'],
  ['mm:ss.0', 'time'],
  ['[h]:mm:ss', 'elapsed'],
])('format %s shows a %s', (code, shown) => {
  expect(shownBy(code)).toBe(shown)
})

test('formats without a code', () => {
  expect([0, 9, 14, 22, 31, 46, 49, 57].map(shownByBuiltIn)).toEqual([
    'number',
    'number',
    'day',
    'moment',
    'day',
    'elapsed',
    'number',
    'day',
  ])
})

test('columns end at XFD', () => {
  expect(['A1', 'Z9', 'AA1', 'XFD1048576'].map(columnOf)).toEqual([0, 25, 26, 16_383])
  for (const reference of ['XFE1', 'ZZZZZZZZZZZZ1', '1', '', 'a1']) expect(() => columnOf(reference)).toThrow('broken')
})
