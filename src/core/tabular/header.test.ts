import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapHeader, type Field } from './index.ts'

// lone surrogates and controls included
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

const fields: Field[] = [
  { key: 'name', titles: { zh: ['姓名', '员工姓名'], en: ['Name', 'Full name'] }, kind: 'text', required: true },
  { key: 'number', titles: { zh: ['工号'], en: ['Employee no.', 'Employee ID'] }, kind: 'text', required: true },
  { key: 'weightPercent', titles: { zh: ['权重（%）'], en: ['Weight (%)'] }, kind: 'decimal' },
  { key: 'weightPermille', titles: { zh: ['权重（‰）'], en: ['Weight (‰)'] }, kind: 'decimal' },
  { key: 'constructor', titles: { zh: ['构造'], en: ['Builder'] }, kind: 'text' },
]

describe('mapHeader', () => {
  test.each([
    ['exact', '姓名'],
    ['required mark', '姓名*'],
    ['full-width mark before', '＊姓名'],
    ['remark', '姓名（必填）'],
    ['remark in half-width brackets', '姓 名 (必填)'],
    ['ideographic space and line break', '姓　名\n'],
    ['English in capitals', 'FULL NAME (Required)'],
    ['full-width letters', 'Ｆｕｌｌ　Ｎａｍｅ：'],
  ])('finds the column: %s', (_case, title) => {
    expect(mapHeader(['', title], fields).columns['name']).toBe(1)
  })

  test('a unit is part of the title', () => {
    const { columns } = mapHeader(['权重(‰)', '权重(％)'], fields)
    expect({ ...columns }).toEqual({ weightPermille: 0, weightPercent: 1 })
    expect(mapHeader(['权重'], fields).unknown).toEqual(['权重'])
  })

  test('unknown, missing and duplicated are told apart; empty headers are nobody', () => {
    const map = mapHeader(['姓名', '备注', '', 'Name', ' '], fields)
    expect(map).toMatchObject({ unknown: ['备注'], missing: ['number'], duplicated: ['name'] })
    expect({ ...map.columns }).toEqual({ name: 0 })
  })

  test('names of Object.prototype are ordinary headers and keys', () => {
    const map = mapHeader(['__proto__', 'constructor', 'toString', 'hasOwnProperty'], fields)
    expect(map.unknown).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    expect(map.columns['constructor']).toBeUndefined()
    expect(mapHeader(['Builder'], fields).columns['constructor']).toBe(0)
    const own: Field = { key: '__proto__', titles: { en: ['Proto'] }, kind: 'text', required: true }
    expect(mapHeader(['x'], [own]).missing).toEqual(['__proto__'])
    expect(Object.entries(mapHeader(['x', 'proto'], [own]).columns)).toEqual([['__proto__', 1]])
  })

  test('any header: every column is mapped once, unknown, empty or a duplicate', () => {
    const title = fc.oneof(
      fc.string({ unit: codeUnit }),
      fc.constantFrom('姓名', 'Name*', '工号', '__proto__', '', ' '),
    )
    fc.assert(
      fc.property(fc.array(title), (header) => {
        const { columns, unknown, missing, duplicated } = mapHeader(header, fields)
        for (const [key, index] of Object.entries(columns)) {
          expect(fields.map((field) => field.key)).toContain(key)
          expect(unknown).not.toContain(header[index])
        }
        expect(missing).toEqual(['name', 'number'].filter((key) => !(key in columns)))
        for (const key of duplicated) expect(key in columns).toBe(true)
        expect(Object.keys(columns).length + unknown.length).toBeLessThanOrEqual(header.length)
      }),
    )
  })
})
