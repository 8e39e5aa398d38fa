import { isDay, numberOf, type DayKind, type WorkCalendar } from '../calendar/index.ts'
import { isReserved, type NameEntry } from './catalogue.ts'
import { readDecimal } from './decimal-text.ts'
import { readDuration } from './duration.ts'
import { limits } from './limits.ts'
import { fault } from './problem.ts'
import { isList, isTable, kindOf, type ListType, type Table, type TableType, type Type, type Value } from './type.ts'

/** JSON as it was parsed, but with every number still in its own digits (as text or as a number that is exact). */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * Reads one value of a stated type. Numbers may be JSON numbers or texts; dates and durations are ISO 8601;
 * a table is an array of objects; a calendar is `{ "years": [2026], "rest": [days], "statutory": [days], "workday": [days] }`.
 * Throws the fault `bad-input` naming the place inside.
 */
export function readValue(json: Json, type: Type, name: string): Value {
  if (json === null) return null
  const wrong = () => fault('bad-input', { name, wanted: kindOf(type), found: shown(json) })
  if (isList(type)) return readList(json, type, name, wrong)
  if (isTable(type)) return readTable(json, type, name, wrong)
  if (type === 'calendar') return readCalendar(json, name)
  if (type === 'boolean' && typeof json === 'boolean') return json
  const text = typeof json === 'number' && type === 'number' ? exactText(json) : json
  if (typeof text !== 'string') throw wrong()
  const value = readScalar(text, type)
  if (value === undefined) throw wrong()
  return value
}

/** Reads what a catalogue asks for; a name of the inputs that it doesn't know is left out. */
export function readInputs(json: Readonly<Record<string, Json>>, entries: Iterable<NameEntry>): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const entry of entries) {
    const name = [entry.name, ...(entry.aliases ?? [])].find((one) => Object.hasOwn(json, one))
    if (name !== undefined) found.set(entry.name, readValue(json[name] as Json, entry.type, name))
  }
  return found
}

function readScalar(text: string, type: Type): Value | undefined {
  if (type === 'number') return readDecimal(text)
  if (type === 'date') return isDay(text) ? numberOf(text) : undefined
  if (type === 'duration') return readDuration(text)
  return type === 'text' && text.length <= limits.madeTextLength ? text : undefined
}

function readList(json: Json, type: ListType, name: string, wrong: () => Error): Value {
  if (!Array.isArray(json)) throw wrong()
  return (json as readonly Json[]).map((one, at) => readValue(one, type.list, `${name}[${at + 1}]`))
}

function readTable(json: Json, type: TableType, name: string, wrong: () => Error): Table {
  if (!Array.isArray(json)) throw wrong()
  const rows = json as readonly Json[]
  const columns = new Map<string, Value[]>()
  for (const [column, of] of type.columns) {
    if (isReserved(column)) throw fault('reserved-name', { name: column })
    columns.set(
      column,
      rows.map((row, at) => readValue(cellOf(row, column), of, `${name}[${at + 1}].${column}`)),
    )
  }
  return { rows: rows.length, columns }
}

/** A missing cell is blank. A row may also be an array: then its columns are called 1, 2, … */
export function cellOf(row: Json, column: string): Json {
  if (row === null || typeof row !== 'object') return null
  if (Array.isArray(row)) return (row as readonly Json[])[Number(column) - 1] ?? null
  const cells = row as Readonly<Record<string, Json>>
  return Object.hasOwn(cells, column) ? (cells[column] ?? null) : null
}

function readCalendar(json: Json, name: string): WorkCalendar {
  const exceptions = new Map<string, DayKind>()
  for (const kind of ['rest', 'statutory', 'workday'] as const) {
    for (const day of listOf(cellOf(json, kind))) {
      if (typeof day !== 'string' || !isDay(day)) throw fault('bad-input', { name, wanted: 'date', found: shown(day) })
      exceptions.set(day, kind)
    }
  }
  return { exceptions, years: new Set(listOf(cellOf(json, 'years')).map(Number)) }
}

function listOf(json: Json): readonly Json[] {
  return Array.isArray(json) ? (json as readonly Json[]) : []
}

/**
 * A JSON number as a decimal text, its exponent written out: `1.5e-3` is 0.0015. Given as a number it is taken in its
 * shortest form, which is what was written, up to 15 digits. Too long a number stays as it is and is then refused.
 */
export function exactText(number: number | string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,4})$/.exec(String(number))
  const exponent = Number(match?.[4])
  if (!match || Math.abs(exponent) > limits.digits) return String(number)
  const [, sign = '', whole = '', part = ''] = match
  const digits = whole + part
  const point = whole.length + exponent
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${sign}${left}${padded.length > at ? `.${padded.slice(at)}` : ''}`
}

function shown(json: Json): string {
  return (JSON.stringify(json) ?? '').slice(0, 40)
}
