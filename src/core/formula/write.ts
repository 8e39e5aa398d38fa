import { dayOf, type WorkCalendar } from '../calendar/index.ts'
import { decimalText } from './decimal-text.ts'
import type { Decimal } from './decimal.ts'
import { durationText, type Duration } from './duration.ts'
import { isList, isTable, type Plain, type Table, type Type, type Value } from './type.ts'

/** A value as JSON: numbers as exact texts, dates and durations as ISO 8601, a table as an array of objects. */
export function plainOf(value: Value, type: Type): Plain {
  if (value === null) return null
  if (isList(type)) return (value as readonly Value[]).map((one) => plainOf(one, type.list))
  if (isTable(type)) return rowsOf(value as Table, type.columns)
  if (type === 'number') return decimalText(value as Decimal)
  if (type === 'date') return dayOf(value as number)
  if (type === 'duration') return durationText(value as Duration)
  if (type === 'calendar') return { years: [...(value as WorkCalendar).years].map(String) }
  return value as string | boolean
}

/** A type in one word or two: `number`, `list of date`, `table`. */
export function typeText(type: Type): string {
  return isList(type) ? `list of ${typeText(type.list)}` : isTable(type) ? 'table' : type
}

function rowsOf({ rows, columns }: Table, types: ReadonlyMap<string, Type>): Plain {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      [...columns].map(([name, cells]) => [name, plainOf(cells[row] ?? null, types.get(name) ?? 'blank')]),
    ),
  )
}
