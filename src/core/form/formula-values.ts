import { dayOf, isDay, numberOf } from '../calendar/index.ts'
import { multiply } from '../formula/decimal-arithmetic.ts'
import { round } from '../formula/decimal-round.ts'
import { decimalText, readDecimal } from '../formula/decimal-text.ts'
import { ofUnits, whole, type Decimal } from '../formula/decimal.ts'
import { exactText } from '../formula/read.ts'
import type { Table, Value } from '../formula/type.ts'
import { isDayTime, isPeriod } from './check-value.ts'
import { isRow } from './check-table.ts'
import { columnNames, typeOf } from './formula-names.ts'
import type { ComputedResult, FieldKind } from './kinds.ts'
import type { FormColumn, FormField } from './schema.ts'
import { valueAt, type Cell } from './value.ts'

/** What formulas read of one field, by the first name of each entry. What does not fit its field counts as blank. */
export function formulaValues(field: FormField | FormColumn, value: unknown): [string, Value][] {
  const { key, kind } = field
  if (kind === 'period') {
    const period = isPeriod(value) ? value : undefined
    return [
      [`${key}.from`, dayNumber(period?.from)],
      [`${key}.until`, dayNumber(period?.until)],
    ]
  }
  if (kind === 'day-time')
    return [[`${key}.day`, typeof value === 'string' && isDayTime(value) ? dayNumber(value.slice(0, 10)) : null]]
  if (kind === 'table' && 'columns' in field) return [[key, tableValue(field.columns ?? [], value)]]
  return typeOf(field) === undefined ? [] : [[key, scalarValue(field, value)]]
}

/** A result as the form keeps it: numbers to six places, money in fen, both rounded half up. Null when it is too large. */
export function keptResult(result: ComputedResult, value: Value): Cell {
  if (value === null) return null
  if (result === 'money') {
    const fen = Number(decimalText(round(multiply(value as Decimal, hundred), 0)))
    return Number.isSafeInteger(fen) ? fen + 0 : null
  }
  if (result === 'number') {
    const number = Number(decimalText(round(value as Decimal, 6)))
    return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number + 0 : null
  }
  if (result === 'day') return typeof value === 'number' ? dayOf(value) : null
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}

const hundred = whole(100)

function scalarValue(field: FormField | FormColumn, value: unknown): Value {
  if (field.kind === 'choice' && field.many) return Array.isArray(value) ? value.filter(isText) : null
  const kind: FieldKind = field.kind === 'computed' ? (field.result ?? 'number') : field.kind
  if (kind === 'number') return typeof value === 'number' ? decimalOf(value) : null
  if (kind === 'money') return typeof value === 'number' && Number.isSafeInteger(value) ? ofUnits(value, 2) : null
  if (kind === 'day') return isText(value) && isDay(value) ? dayNumber(value) : null
  if (kind === 'yes-no') return typeof value === 'boolean' ? value : null
  return isText(value) && value !== '' && value.length <= 10_000 ? value : null
}

function decimalOf(value: number): Decimal | null {
  return Number.isFinite(value) ? (readDecimal(exactText(value)) ?? null) : null
}

function tableValue(columns: readonly FormColumn[], value: unknown): Table {
  const rows = Array.isArray(value) ? value.filter(isRow) : []
  const found = new Map<string, readonly Value[]>()
  const named = columns.filter((column) => typeOf(column) !== undefined)
  for (const { source, name, aliases = [] } of columnNames(named)) {
    const column = named.find((one) => one.key === source)
    if (!column) continue
    const cells = rows.map((row) => scalarValue(column, valueAt(row, column.key)))
    for (const each of [name, ...aliases]) found.set(each, cells)
  }
  return { rows: rows.length, columns: found }
}

function dayNumber(day: string | undefined): number | null {
  return day === undefined ? null : numberOf(day as `${number}-${number}-${number}`)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
