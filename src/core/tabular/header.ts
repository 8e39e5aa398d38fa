import { plainTitle, type Field } from './field.ts'

/** Field key -> column index. Without a prototype, so a key like `constructor` is only there when it was found. */
export type Columns = Readonly<Record<string, number>>

export type HeaderMap = {
  readonly columns: Columns
  /** Header texts that no field answers to; empty ones don't count. */
  readonly unknown: string[]
  /** Keys of required fields without a column. */
  readonly missing: string[]
  /** Keys of fields with more than one column; the first is the one in `columns`. */
  readonly duplicated: string[]
}

/** Finds each field's column by its header. Of two fields that accept the same title the first gets it. */
export function mapHeader(header: readonly string[], fields: readonly Field[]): HeaderMap {
  const keyOf = new Map<string, string>()
  for (const field of fields) {
    for (const title of Object.values(field.titles).flat()) {
      const plain = plainTitle(title)
      if (!keyOf.has(plain)) keyOf.set(plain, field.key)
    }
  }

  const columns: Record<string, number> = Object.create(null)
  const unknown: string[] = []
  const duplicated = new Set<string>()
  for (const [index, title] of header.entries()) {
    const plain = plainTitle(title)
    const key = keyOf.get(plain)
    if (key === undefined) {
      if (title.trim() !== '') unknown.push(title)
    } else if (key in columns) duplicated.add(key)
    else columns[key] = index
  }
  const missing = fields.filter((field) => field.required && !(field.key in columns)).map((field) => field.key)
  return { columns, unknown, missing, duplicated: [...duplicated] }
}
