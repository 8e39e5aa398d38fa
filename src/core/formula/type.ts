import type { Day, WorkCalendar } from '../calendar/index.ts'
import type { Decimal } from './decimal.ts'
import type { Duration } from './duration.ts'

/** `blank` is the type of nothing at all: it fits everywhere and is a problem only where a value is needed. */
export type Scalar = 'number' | 'text' | 'date' | 'duration' | 'boolean' | 'calendar' | 'blank'
export type ListType = { readonly list: Type }
export type TableType = { readonly columns: ReadonlyMap<string, Type> }
export type Type = Scalar | ListType | TableType

/** A table is kept by columns; all of them are equally long. A blank cell is null. */
export type Table = { readonly rows: number; readonly columns: ReadonlyMap<string, readonly Value[]> }

/**
 * A value as it is worked with. Its type is known beside it: a date is the number of days since 1970-01-01,
 * a number is a Decimal, a blank is null.
 */
export type Value = Decimal | string | number | boolean | Duration | Table | WorkCalendar | readonly Value[] | null

/** A value as the world writes it: decimals, dates and durations as text. */
export type Plain = string | boolean | null | Day | readonly Plain[] | { readonly [name: string]: Plain }

export function isList(type: Type): type is ListType {
  return typeof type === 'object' && 'list' in type
}

export function isTable(type: Type): type is TableType {
  return typeof type === 'object' && 'columns' in type
}

/** What to call it in a message: a scalar's name, `list` or `table`. */
export function kindOf(type: Type): Kind {
  return typeof type === 'string' ? type : isList(type) ? 'list' : 'table'
}
export type Kind = Scalar | 'list' | 'table'

export function sameType(a: Type, b: Type): boolean {
  if (a === 'blank' || b === 'blank') return true
  if (isList(a) && isList(b)) return sameType(a.list, b.list)
  if (!isTable(a) || !isTable(b)) return a === b
  return (
    a.columns.size === b.columns.size &&
    [...a.columns].every(([name, type]) => sameType(type, b.columns.get(name) ?? 'calendar'))
  )
}
