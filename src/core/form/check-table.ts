import { countFindings, mostOf, valueFindings } from './check-value.ts'
import type { Finding } from './fault.ts'
import type { FormField } from './schema.ts'
import { isBlank, valueAt, type RawValues } from './value.ts'

/** What is wrong with the rows of a table: their count, and each cell with its row and column. */
export function tableFindings({ columns = [], min, max }: FormField, value: unknown): Finding[] {
  if (!Array.isArray(value) || !value.every(isRow)) return [{ code: 'not-a-table' }]
  const known = new Set(columns.map((column) => column.key))
  const counted = countFindings(value.length, min, Math.min(max ?? mostOf.rows, mostOf.rows))
  if (counted.some(({ code }) => code === 'too-many')) return counted
  const cells = value.flatMap((cellsOfRow: RawValues, row): Finding[] => [
    ...Object.keys(cellsOfRow)
      .filter((key) => !known.has(key))
      .map((column): Finding => ({ row, column: column.slice(0, 60), code: 'unknown-field' })),
    ...columns.flatMap((column) => {
      if (column.kind === 'computed') return []
      const cell = valueAt(cellsOfRow, column.key)
      const found = isBlank(cell) ? missing(column.required) : valueFindings(column, cell)
      return found.map((finding): Finding => ({ ...finding, row, column: column.key }))
    }),
  ])
  return [...counted, ...cells]
}

function missing(isRequired: boolean): Finding[] {
  return isRequired ? [{ code: 'required' }] : []
}

export function isRow(value: unknown): value is RawValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
