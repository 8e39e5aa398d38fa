import { expect, test } from 'vitest'
import type { Format } from '#web/format'
import { figureText } from './figure-text.ts'
import { periodText, stepped } from './periods.ts'
import { sourceName } from './source-name.ts'

const format = {
  percent: (permille: number) => `${(permille / 10).toFixed(1)}%`,
  money: (fen: number) => `¥${fen / 100}`,
  number: (value: number) => String(value),
  day: (day: string) => day,
} as Format
const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
  `${key} ${Object.values(values).join(' ')}`.trim()

test.each([
  ['no figure', null, '%', '–'],
  ['a share', 3 / 7, '%', '42.9%'],
  ['fen', 123456, 'fen', '¥1234.56'],
  ['a share of a monthly target', 2.258065, '', '2.26'],
  ['with its unit', 12, 'min', '12 min'],
])('figures read as people write them: %s', (_name, value, unit, expected) => {
  expect(figureText(format, value, unit)).toBe(expected)
})

test('periods have names and neighbours', () => {
  expect(periodText('week', '2026-11-21', say, format)).toBe('2026-11-16 – 11-22')
  expect(periodText('month', '2026-11-21', say, format)).toBe('2026-11')
  expect(periodText('quarter', '2026-11-21', say, format)).toBe('period.quarterOf 2026 4')
  expect([stepped('month', '2026-01-31', -1), stepped('month', '2026-01-31', 1)]).toEqual(['2025-12-01', '2026-02-01'])
})

test('sources read without the ids that keep them apart', () => {
  expect(sourceName('tasks', say)).toBe('sources.tasks')
  expect(sourceName('api:MES (0197c1b2-1111-7222-8333-444455556666)', say)).toBe('sources.api MES')
})
