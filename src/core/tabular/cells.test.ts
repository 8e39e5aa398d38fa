import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from '#core/calendar'
import { readCells, type Field } from './index.ts'

// lone surrogates and controls included
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

function read(text: string, field: Partial<Field> & Pick<Field, 'kind'>) {
  const { values, faults } = readCells([text], { it: 0 }, [{ key: 'it', titles: {}, ...field }])
  const fault = faults[0]
  return fault ? { code: fault.code, ...fault.facts } : values['it']
}

describe('days', () => {
  test.each([
    ['2026-01-05'],
    ['2026/1/5'],
    ['2026.1.5'],
    ['2026年1月5日'],
    ['2026 年 1 月 5 号'],
    ['20260105'],
    ['２０２６－０１－０５'],
    ['2026-01-05T08:30:00'],
    ['2026/1/5 0:00'],
    ['46027'],
    ['  2026-01-05\u200B '],
  ])('%s', (text) => {
    expect(read(text, { kind: 'day' })).toBe('2026-01-05')
  })
  test.each(['2026-02-29', '1/5/2026', '26-1-5', '2026-1', '2026-1/5', '0', '2026', '20261301', '入职', '1899-12-31'])(
    'not %s',
    (text) => {
      expect(read(text, { kind: 'day' })).toEqual({ code: 'not-a-day', value: text })
    },
  )
  test('every day survives each way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 2_932_896 }), (count) => {
        const day = dayOf(count)
        const [year, month, date] = day.split('-').map(Number)
        for (const text of [day, `${year}/${month}/${date}`, `${year}年${month}月${date}日`, day.replaceAll('-', '')])
          expect(read(text, { kind: 'day' })).toBe(day)
      }),
    )
  })
})

describe('numbers', () => {
  test.each([
    ['1,501.50', '1501.5'],
    ['30%', '0.3'],
    ['12.5 %', '0.125'],
    ['5‰', '0.005'],
    ['－１２．５', '-12.5'],
    ['−3', '-3'],
    ['+7', '7'],
    ['￥1,200', '1200'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.00', '0'],
    ['1.5E-7', '0.00000015'],
    ['1e+21', '1000000000000000000000'],
    ['90071992547409931.07', '90071992547409931.07'],
  ])('decimal %s is %s', (text, expected) => {
    expect(read(text, { kind: 'decimal' })).toBe(expected)
  })
  test.each(['1,2', '12,34.5', '1.2.3', '三千', '3000元', '0x10', 'Infinity', 'NaN', '-', '.', '1e999', '=1+1', '%'])(
    'decimal: %s is none',
    (text) => {
      expect(read(text, { kind: 'decimal' })).toEqual({ code: 'not-a-number', value: text })
    },
  )
  test.each([
    ['12', 12],
    ['12.0', 12],
    ['1,200', 1200],
    ['－３', -3],
    ['1.5', { code: 'not-an-integer', value: '1.5' }],
    ['100%', { code: 'not-an-integer', value: '100%' }],
    ['9007199254740993', { code: 'not-an-integer', value: '9007199254740993' }],
    ['两个', { code: 'not-a-number', value: '两个' }],
  ])('integer %s', (text, expected) => {
    expect(read(text, { kind: 'integer' })).toEqual(expected)
  })
  test('every safe integer and every amount in fen comes back exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (whole) => {
        expect(read(String(whole), { kind: 'integer' })).toBe(whole === 0 ? 0 : whole)
        const fen = String(Math.abs(whole)).padStart(3, '0')
        const amount = read(`${fen.slice(0, -2)}.${fen.slice(-2)}`, { kind: 'decimal' }) as string
        const [yuan, part = ''] = amount.split('.')
        expect(BigInt(yuan + part.padEnd(2, '0'))).toBe(BigInt(Math.abs(whole)))
      }),
    )
  })
})

describe('texts, choices, booleans', () => {
  const choices = [
    { value: 'male', titles: ['男', 'Male'] },
    { value: 'female', titles: ['女', 'Female'] },
  ]
  test.each([
    ['男', 'male'],
    ['FEMALE', 'female'],
    [' 女　', 'female'],
    ['male', 'male'],
    ['x', { code: 'not-a-choice', value: 'x', choices: '男 / 女' }],
    ['*', { code: 'not-a-choice', value: '*', choices: '男 / 女' }],
    ['__proto__', { code: 'not-a-choice', value: '__proto__', choices: '男 / 女' }],
  ])('choice %s', (text, expected) => {
    expect(read(text, { kind: 'choice', choices })).toEqual(expected)
  })
  test.each([
    ['是', true],
    ['TRUE', true],
    ['１', true],
    ['√', true],
    ['无', false],
    ['No', false],
    ['也许', { code: 'not-a-choice', value: '也许', choices: '是 / 否 / yes / no' }],
  ])('boolean %s', (text, expected) => {
    expect(read(text, { kind: 'boolean' })).toEqual(expected)
  })
  test('length counts characters, an ID number stays text, markup is only text', () => {
    expect(read('𠮷𠮷', { kind: 'text', maxLength: 2 })).toBe('𠮷𠮷')
    expect(read('abc', { kind: 'text', maxLength: 2 })).toEqual({ code: 'too-long', value: 'abc', length: 3, limit: 2 })
    expect(read('11010119900307123X', { kind: 'text' })).toBe('11010119900307123X')
    expect(read('<b>O’Brien & Söhne</b>', { kind: 'text' })).toBe('<b>O’Brien & Söhne</b>')
  })
  test('a formula error is never a value, whatever the kind', () => {
    for (const kind of ['text', 'day', 'decimal'] as const)
      expect(read('#REF!', { kind })).toEqual({ code: 'cell-error', value: '#REF!' })
  })
  test('empty: null, or a fault when required; no column: no value and no fault', () => {
    expect(read(' ', { kind: 'text' })).toBeNull()
    expect(read('', { kind: 'text', required: true })).toEqual({ code: 'required' })
    const result = readCells(['a'], {}, [{ key: 'toString', titles: {}, kind: 'text', required: true }])
    expect([Object.keys(result.values), result.faults]).toEqual([[], []])
  })
})

test('any text in any kind gives one value or one fault, never an exception', () => {
  const kinds = ['text', 'integer', 'decimal', 'day', 'choice', 'boolean'] as const
  const fields = kinds.map((kind, at): Field => ({ key: at ? kind : '__proto__', titles: {}, kind, maxLength: 5 }))
  const columns = Object.assign(Object.create(null), { ['__proto__']: 0 })
  for (const [at, field] of fields.entries()) columns[field.key] = at
  fc.assert(
    fc.property(fc.array(fc.string({ unit: codeUnit, maxLength: 80 }), { maxLength: 6 }), (cells) => {
      const { values, faults } = readCells(cells, columns, fields)
      expect(Object.keys(values).toSorted()).toEqual(fields.map((field) => field.key).toSorted())
      for (const fault of faults) expect(values[fault.key]).toBeNull()
      expect(Object.getPrototypeOf(values)).toBeNull()
    }),
  )
})

test('a long run of digits or spaces is read in no time', () => {
  for (const text of [
    '1'.repeat(32_000),
    `1${' '.repeat(32_000)}x`,
    '1,'.repeat(16_000),
    `2026${' '.repeat(32_000)}-`,
  ]) {
    const start = performance.now()
    for (const kind of ['text', 'integer', 'decimal', 'day', 'boolean'] as const) read(text, { kind })
    expect(performance.now() - start).toBeLessThan(500)
  }
})
