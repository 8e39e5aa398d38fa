/** Both days included, `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly until: string }
/** Where: in words, with coordinates in degrees when they were taken. */
export type Place = { readonly text: string; readonly latitude?: number; readonly longitude?: number }
/** The name typed, and the drawing when there is one: a picture in the file store. */
export type Signature = { readonly name: string; readonly fileId?: string }
export type FileRef = { readonly id: string; readonly name: string }
/** Something that stands elsewhere, with what it was called when it was chosen. `type` only of subjects. */
export type Reference = { readonly id: string; readonly label: string; readonly type?: string }

export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

/**
 * What a field holds: days `YYYY-MM-DD`, day-times `YYYY-MM-DDTHH:MM` of the company's clock, money whole fen, people and
 * units their ids, tables their rows.
 */
export type FormValue = Cell | readonly FileRef[] | readonly Row[] | Period | Place | Signature | Reference
export type FormValues = Readonly<Record<string, FormValue>>

export type HandInValue = string | number | boolean | null | readonly FileRef[] | Place | Signature | Reference
export type HandInValues = Readonly<Record<string, HandInValue>>

/** Values nobody has looked at yet. */
export type RawValues = Readonly<Record<string, unknown>>

/** The own value of a key; what is absent is null. */
export function valueAt(values: RawValues, key: string): unknown {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null
}

/** Nothing was filled in. A signature without a name and a place without words and coordinates are nothing too. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return false
  if ('latitude' in value) return value.latitude === undefined && 'text' in value && value.text === ''
  if ('text' in value) return value.text === ''
  return 'name' in value && value.name === '' && !('fileId' in value && value.fileId)
}

/** The same value whatever the order of its keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** One text for equal values. */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .sort(([x], [y]) => (x < y ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}
