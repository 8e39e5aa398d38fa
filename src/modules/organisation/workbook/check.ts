import type { RowFault } from '#kernel/importer'
import { isCreditCode } from '../credit-code.ts'
import { checkSeats } from './check-seats.ts'
import { covers, inCircle, timelineOf, twins, type Timelines } from './check-timelines.ts'
import type { AnyRow, SheetKey, Workbook } from './model.ts'

/** Tells a fault of a row of a sheet. */
export type Tell = (sheet: SheetKey, row: AnyRow, field: string | null, code: string, facts?: object) => void

/**
 * Everything that must hold in an organisation with its history: what is referred to is known and there on every day,
 * versions do not overlap, there is one top, nothing stands above itself on any day, and seats fit. Rows without a line
 * are those already kept; their faults name no row of the file but the thing they are about.
 */
export function checkWorkbook(workbook: Workbook): RowFault[] {
  const faults: RowFault[] = []
  const tell: Tell = (sheet, row, field, code, facts = {}) =>
    void faults.push({ sheet, line: row.line ?? 0, field, code: `organisation.${code}`, facts: { ...facts } })
  const units = timelineOf(workbook.units, (row) => row.code)
  const positions = timelineOf(workbook.positions, (row) => row.code)
  checkLists(workbook, tell)
  checkUnits(workbook, units, tell)
  checkCompanies(workbook, units, tell)
  checkPositions(workbook, units, positions, tell)
  checkDottedLines(workbook, positions, tell)
  checkSeats(workbook, positions, tell)
  return faults
}

function checkLists({ families, grades, people, companies, positions }: Workbook, tell: Tell): void {
  unique('families', families, (row) => row.code, 'code', tell)
  unique('grades', grades, (row) => row.code, 'code', tell)
  unique('people', people, (row) => row.number, 'number', tell)
  unique('companies', companies, (row) => row.unit, 'unit', tell)
  const familyCodes = new Set(families.map((row) => row.code))
  const gradeCodes = new Set(grades.map((row) => row.code))
  for (const row of grades)
    if (row.family && !familyCodes.has(row.family))
      tell('grades', row, 'family', 'unknown-family', { code: row.family })
  for (const row of positions) {
    if (row.family && !familyCodes.has(row.family))
      tell('positions', row, 'family', 'unknown-family', { code: row.family })
    if (row.grade && !gradeCodes.has(row.grade)) tell('positions', row, 'grade', 'unknown-grade', { code: row.grade })
  }
}

function checkUnits({ units }: Workbook, timelines: Timelines<Workbook['units'][number]>, tell: Tell): void {
  for (const { row, other } of twins(timelines))
    tell('units', row, 'from', 'overlaps', { code: row.code, from: other.from })
  const roots = units.filter((row) => row.parent === null)
  const top = roots.find((row) => row.line === null) ?? roots[0]
  for (const row of roots)
    if (top && row.code !== top.code) tell('units', row, 'parent', 'second-top', { code: row.code, top: top.code })
  if (!top && units[0]) tell('units', units[0], 'parent', 'no-top')
  for (const row of units) {
    if (row.parent === null) continue
    if (!timelines.has(row.parent)) tell('units', row, 'parent', 'unknown-unit', { unit: row.parent })
    else if (inCircle(timelines, row, (version) => version.parent))
      tell('units', row, 'parent', 'circle', { code: row.code })
    else if (!covers(timelines, row.parent, row))
      tell('units', row, 'parent', 'unit-not-there', { unit: row.parent, from: row.from })
  }
}

function checkCompanies({ companies }: Workbook, units: Timelines<Workbook['units'][number]>, tell: Tell): void {
  const codes = new Map<string, string>()
  for (const row of companies) {
    const versions = units.get(row.unit)
    if (!versions) tell('companies', row, 'unit', 'unknown-unit', { unit: row.unit })
    else if (!versions.some((version) => version.kind === 'company'))
      tell('companies', row, 'unit', 'no-company', { unit: row.unit })
    if (row.creditCode === null) continue
    const other = codes.get(row.creditCode)
    if (!isCreditCode(row.creditCode))
      tell('companies', row, 'creditCode', 'bad-credit-code', { value: row.creditCode })
    else if (other !== undefined) tell('companies', row, 'creditCode', 'credit-code-twice', { unit: other })
    codes.set(row.creditCode, row.unit)
  }
}

function checkPositions(
  { positions }: Workbook,
  units: Timelines<Workbook['units'][number]>,
  timelines: Timelines<Workbook['positions'][number]>,
  tell: Tell,
): void {
  for (const { row, other } of twins(timelines))
    tell('positions', row, 'from', 'overlaps', { code: row.code, from: other.from })
  for (const row of positions) {
    if (!units.has(row.unit)) tell('positions', row, 'unit', 'unknown-unit', { unit: row.unit })
    else if (!covers(units, row.unit, row))
      tell('positions', row, 'unit', 'unit-not-there', { unit: row.unit, from: row.from })
    if (row.reportsTo === null) continue
    if (!timelines.has(row.reportsTo))
      tell('positions', row, 'reportsTo', 'unknown-position', { position: row.reportsTo })
    else if (inCircle(timelines, row, (version) => version.reportsTo))
      tell('positions', row, 'reportsTo', 'circle', { code: row.code })
    else if (!covers(timelines, row.reportsTo, row))
      tell('positions', row, 'reportsTo', 'position-gone', { position: row.reportsTo, from: row.from })
  }
}

function checkDottedLines(
  { dottedLines }: Workbook,
  positions: Timelines<Workbook['positions'][number]>,
  tell: Tell,
): void {
  const lines = timelineOf(dottedLines, (row) => `${row.position} ${row.to}`)
  for (const { row, other } of twins(lines)) tell('dottedLines', row, 'from', 'line-twice', { from: other.from })
  for (const row of dottedLines) {
    if (row.position === row.to) tell('dottedLines', row, 'to', 'own-line', { code: row.to })
    for (const field of ['position', 'to'] as const) {
      const position = row[field]
      if (!positions.has(position)) tell('dottedLines', row, field, 'unknown-position', { position })
      else if (!covers(positions, position, row))
        tell('dottedLines', row, field, 'position-gone', { position, from: row.from })
    }
  }
}

function unique<K extends SheetKey>(
  sheet: K,
  rows: Workbook[K],
  keyOf: (row: Workbook[K][number]) => string,
  field: string,
  tell: Tell,
): void {
  const seen = new Map<string, number | null>()
  for (const row of rows) {
    const key = keyOf(row)
    if (seen.has(key)) tell(sheet, row, field, 'twice', { code: key, first: seen.get(key) ?? 0 })
    else seen.set(key, row.line)
  }
}
