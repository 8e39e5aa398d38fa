import type { Row } from '#core/form'

/** The rows of a table's value; whatever else stands there is left out. */
export function rowsIn(value: unknown): Row[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row))
}
