import { isDay } from '#core/calendar'
import { FactDraft } from '#contract/indicators'
import type { Mapping, Row, Term } from './contract.ts'

/** Why a row can't be a fact: a key of the words `faults`, and what it is about. */
export type Fault = { readonly code: (typeof faults)[number]; readonly facts: Readonly<Record<string, string>> }
export const faults = ['no-value', 'bad-time', 'bad-number', 'not-named', 'malformed', 'not-mapped'] as const

/** The instant at which a time of a day begins where the company is. */
export type InstantOf = (day: string, time: string) => Date

/**
 * A row as a fact, by the mapping; null when the mapping passes it over.
 *
 * Times: an instant with its zone, a day (noon of it) or a day and time (of the company's zone), or seconds or
 * milliseconds since 1970. Numbers may have commas between thousands; they are rounded to six places after the factor.
 */
export function mapRow(row: Row, mapping: Mapping, instantOf: InstantOf): FactDraft | Fault | null {
  for (const { field, is } of mapping.only) if (!is.includes(textOf(valueAt(row, field)) ?? '')) return null
  const read = reader(row)
  const [kind, key, time] = [
    read(mapping.kind, 'kind'),
    read(mapping.key, 'key'),
    read(mapping.happenedAt, 'happenedAt'),
  ]
  if (kind === undefined || key === undefined || time === undefined) return read.fault('no-value', 'key')
  const happenedAt = parseTime(time, instantOf)
  if (!happenedAt) return { code: 'bad-time', facts: { text: time.slice(0, 100) } }
  const person = read(mapping.person)
  const subjectKey = read(mapping.subject)
  const dimensions = mapping.dimensions.flatMap(({ name, from }) => pair(name, read(from)))
  const measures = mapping.measures.flatMap(({ name, from, factor }) => {
    const text = read(from)
    if (text === undefined) return []
    const value = parseNumber(text)
    if (value === undefined) read.note({ code: 'bad-number', facts: { name, text: text.slice(0, 100) } })
    return pair(name, round((value ?? 0) * factor))
  })
  if (read.found()) return read.found() ?? null
  const subjectName = read(mapping.subjectName)
  const draft = FactDraft.safeParse({
    kind,
    key,
    happenedAt: happenedAt.toISOString(),
    ...(person !== undefined ? { [mapping.personBy === 'login' ? 'personLogin' : 'personNumber']: person } : {}),
    ...named('unitCode', read(mapping.unit)),
    ...named('responsibilityCode', read(mapping.responsibility)),
    ...(subjectKey !== undefined
      ? { subject: { key: subjectKey, ...named('type', mapping.subjectType), ...named('name', subjectName) } }
      : {}),
    dimensions: Object.fromEntries(dimensions),
    measures: Object.fromEntries(measures),
  })
  if (draft.success) return draft.data
  const [issue] = draft.error.issues
  return { code: 'malformed', facts: { path: issue?.path.join('.') ?? '', text: String(issue?.message ?? '') } }
}

/** The value of a field, also below others: `data.amount`; undefined when there is none. */
export function valueAt(row: unknown, path: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined
  if (Object.hasOwn(row, path)) return (row as Row)[path]
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0 || !Object.hasOwn(row, first)) return undefined
  return valueAt((row as Row)[first], rest.join('.'))
}

/** A plain value as trimmed text; undefined for none, an empty one, a list or an object. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
}

/** Reads terms off a row and keeps the first fault it meets. */
function reader(row: Row) {
  let first: Fault | undefined
  const note = (fault: Fault) => (first ??= fault)
  const read = (term: Term | undefined, needed?: string): string | undefined => {
    if (!term) return undefined
    const told = term.field === undefined ? term.value : textOf(valueAt(row, term.field))
    if (told === undefined) {
      if (needed) note({ code: 'no-value', facts: { what: needed, field: term.field ?? '' } })
      return undefined
    }
    if (!term.map) return told
    const name = Object.hasOwn(term.map, told) ? term.map[told] : undefined
    if (name === undefined) note({ code: 'not-named', facts: { field: term.field ?? '', text: told.slice(0, 100) } })
    return name
  }
  const fault = (code: Fault['code'], what: string): Fault => first ?? { code, facts: { what, field: '' } }
  return Object.assign(read, { note, fault, found: () => first })
}

const timePattern =
  /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/

export function parseTime(text: string, instantOf: InstantOf): Date | undefined {
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  const match = timePattern.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', date = '', hour, minute = '00', second = '00', part = '', zone] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day) || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const clock = hour === undefined ? '12:00' : `${hour.padStart(2, '0')}:${minute}`
  if (!zone || hour === undefined) {
    const begin = instantOf(day, clock).getTime()
    return new Date(hour === undefined ? begin : begin + Number(second) * 1000 + millis(part))
  }
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3, 5) || '00'}`
  const at = new Date(`${day}T${clock}:${second}${offset}`)
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime() + millis(part))
}

function millis(part: string): number {
  return part === '' ? 0 : Math.trunc(Number(`0.${part}`) * 1000)
}

function parseNumber(text: string): number | undefined {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  if (plain === 'true' || plain === 'false') return plain === 'true' ? 1 : 0
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : undefined
}

function round(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6
  return Number.isFinite(rounded) ? rounded : value
}

function pair<T>(name: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[name, value]]
}

function named<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: string }
}
