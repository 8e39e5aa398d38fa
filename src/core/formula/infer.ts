import { isDay } from '../calendar/index.ts'
import { catalogueOf, isReserved, type Catalogue, type NameEntry } from './catalogue.ts'
import { readDecimal } from './decimal-text.ts'
import { readDuration } from './duration.ts'
import { fault } from './problem.ts'
import { cellOf, readValue, type Json } from './read.ts'
import { kindOf, sameType, type Type, type Value } from './type.ts'

export type Inferred = { readonly catalogue: Catalogue; readonly inputs: ReadonlyMap<string, Value> }

/**
 * A catalogue made from the inputs themselves, where nobody states types: a text that is a decimal, a day or an
 * ISO 8601 duration counts as one. `{ "type": "text", "value": "007" }` says it outright; any other object is a record
 * whose members are reached with a dot.
 */
export function inferInputs(json: Readonly<Record<string, Json>>): Inferred {
  const entries: NameEntry[] = []
  const inputs = new Map<string, Value>()
  const take = (name: string, given: Json): void => {
    if (isReserved(name)) throw fault('reserved-name', { name })
    const stated = statedType(given)
    const value = stated ? cellOf(given, 'value') : given
    if (!stated && isRecord(value)) {
      for (const [key, member] of Object.entries(value)) take(`${name}.${key}`, member)
      return
    }
    const type = stated ?? typeOf(value, name)
    entries.push({ name, type, isOptional: value === null })
    inputs.set(name.normalize('NFKC'), readValue(value, type, name))
  }
  for (const [name, given] of Object.entries(json)) take(name, given)
  return { catalogue: catalogueOf(entries.map((one) => ({ ...one, name: one.name.normalize('NFKC') }))), inputs }
}

const scalars: ReadonlySet<string> = new Set(['number', 'text', 'date', 'duration', 'boolean', 'calendar'])

function statedType(json: Json): Type | undefined {
  if (!isRecord(json) || Object.keys(json).length !== 2 || !Object.hasOwn(json, 'value')) return undefined
  const stated = cellOf(json, 'type')
  return typeof stated === 'string' && scalars.has(stated) ? (stated as Type) : undefined
}

function typeOf(json: Json, name: string): Type {
  if (json === null) return 'blank'
  if (typeof json === 'boolean') return 'boolean'
  if (typeof json === 'number') return 'number'
  if (typeof json === 'string') {
    if (readDecimal(json)) return 'number'
    if (isDay(json)) return 'date'
    return readDuration(json) ? 'duration' : 'text'
  }
  return Array.isArray(json) ? rowsType(json as readonly Json[], name) : 'blank'
}

function rowsType(rows: readonly Json[], name: string): Type {
  const isTable = rows.some((row) => row !== null && typeof row === 'object')
  if (!isTable) return { list: common(rows, name) }
  const names = new Set(rows.flatMap((row) => (Array.isArray(row) ? row.map((_, at) => String(at + 1)) : keysOf(row))))
  const columns = new Map<string, Type>()
  for (const column of names) {
    if (isReserved(column)) throw fault('reserved-name', { name: column })
    columns.set(
      column,
      common(
        rows.map((row) => cellOf(row, column)),
        `${name}.${column}`,
      ),
    )
  }
  return { columns }
}

function keysOf(row: Json): string[] {
  return isRecord(row) ? Object.keys(row) : []
}

/** The one type of all cells; a column that mixes texts with other scalars is text. */
function common(cells: readonly Json[], name: string): Type {
  let found: Type = 'blank'
  for (const cell of cells) {
    const type = typeOf(cell, name)
    if (type === 'blank') continue
    if (sameType(found, type)) found = type
    else if (cells.every((one) => one === null || typeof one === 'string')) return 'text'
    else throw fault('mixed-types', { wanted: kindOf(found), found: kindOf(type), name })
  }
  return found
}

function isRecord(json: Json): json is Readonly<Record<string, Json>> {
  return json !== null && typeof json === 'object' && !Array.isArray(json)
}
