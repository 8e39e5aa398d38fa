import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#core/calendar'
import { mapHeader, readCells } from '#core/tabular'
import { languages } from '#kernel/i18n'
import { sheetKeys, type Workbook } from './model.ts'
import { planWorkbook } from './plan.ts'
import { readRows } from './read-rows.ts'
import { workbookSheets } from './sheets.ts'
import { writtenSheets } from './write-rows.ts'

const text = fc.stringMatching(/^[\p{Script=Han}A-Za-z0-9"=+,;-]{1,12}$/u)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary)
const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('1980-01-01', offset))
const period = fc
  .tuple(day, maybe(fc.integer({ min: 1, max: 5000 })))
  .map(([from, days]) => ({ from, until: days === null ? null : addDays(from, days) }))
const name = fc.dictionary(fc.constantFrom('zh-CN', 'en', 'fr'), text, { minKeys: 1, noNullPrototype: true })
const place = { line: fc.constant(null), id: fc.constant(null) }
const dated = <T extends object>(content: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.tuple(fc.record(content), period).map(([row, days]) => ({ ...row, ...days }))

const anyWorkbook = fc.record({
  units: fc.array(
    dated({
      ...place,
      code: text,
      name,
      kind: fc.constantFrom('group', 'company', 'team'),
      parent: maybe(text),
      order: fc.nat(99),
    }),
    { maxLength: 4 },
  ),
  companies: fc.array(
    fc.record({ ...place, unit: text, registeredName: text, creditCode: maybe(text), place: maybe(text) }),
    { maxLength: 2 },
  ),
  families: fc.array(fc.record({ ...place, code: text, name }), { maxLength: 2 }),
  grades: fc.array(
    fc.record({ ...place, code: text, name, rank: fc.integer({ min: -9, max: 9 }), family: maybe(text) }),
    { maxLength: 2 },
  ),
  positions: fc.array(
    dated({
      ...place,
      code: text,
      title: name,
      unit: text,
      headcount: fc.nat(500),
      reportsTo: maybe(text),
      isLead: fc.boolean(),
      family: maybe(text),
      grade: maybe(text),
    }),
    { maxLength: 3 },
  ),
  people: fc.array(
    fc.record({
      ...place,
      number: text,
      name: text,
      latinName: maybe(text),
      mobile: maybe(fc.constant('13800138000')),
      email: maybe(fc.constant('a@example.org')),
    }),
    { maxLength: 3 },
  ),
  seats: fc.array(
    dated({
      ...place,
      number: text,
      position: text,
      kind: fc.constantFrom('main', 'acting'),
      sharePermille: fc.nat(1000),
      overReason: maybe(text),
    }),
    { maxLength: 3 },
  ),
  dottedLines: fc.array(
    dated({ ...place, position: text, to: text, kind: fc.constantFrom('project', 'other'), reason: text }),
    { maxLength: 2 },
  ),
  absences: fc.array(dated({ ...place, number: text, kind: fc.constantFrom('sick', 'maternity') }), { maxLength: 2 }),
}) as unknown as fc.Arbitrary<Workbook>

test('whatever is written in either language is read back the same', () => {
  fc.assert(
    fc.property(anyWorkbook, fc.constantFrom(...languages), (workbook, language) => {
      const rows = writtenSheets(workbook, language).flatMap(({ columns, rows: written }, at) => {
        const sheet = workbookSheets[at]
        if (!sheet) throw new Error('a sheet too many')
        const mapped = mapHeader(
          columns.map((column) => column.title),
          sheet.fields,
        )
        expect([mapped.unknown, mapped.missing, mapped.duplicated]).toEqual([[], [], []])
        return [...(written as (string | number | null)[][])].map((cells, index) => {
          const read = readCells(
            cells.map((cell) => String(cell ?? '')),
            mapped.columns,
            sheet.fields,
          )
          expect(read.faults).toEqual([])
          return { sheet: sheet.key, line: index + 2, values: read.values }
        })
      })
      const { workbook: again, faults } = readRows(rows)
      expect(faults).toEqual([])
      for (const key of sheetKeys) expect(again[key].map((row) => ({ ...row, line: null }))).toEqual(workbook[key])
    }),
    { numRuns: 200 },
  )
})

test('a file laid over itself changes nothing, over nothing makes everything', () => {
  fc.assert(
    fc.property(anyWorkbook, (workbook) => {
      const count = sheetKeys.reduce((sum, key) => sum + workbook[key].length, 0)
      const empty = Object.fromEntries(sheetKeys.map((key) => [key, []])) as unknown as Workbook
      expect(planWorkbook(empty, workbook)).toMatchObject({ created: count, updated: 0, unchanged: 0 })
      expect(planWorkbook(workbook, empty)).toMatchObject({ created: 0, updated: 0, unchanged: 0, merged: workbook })
    }),
  )
})
