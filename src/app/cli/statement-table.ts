import type { Statement } from '#core/overlap'

export type TableFault =
  | { readonly kind: 'no-column'; readonly column: string }
  | { readonly kind: 'too-few' | 'too-many'; readonly row: number; readonly cells: number; readonly columns: number }
  | { readonly kind: 'empty'; readonly row: number; readonly column: string }
  | { readonly kind: 'no-word'; readonly row: number }
  | { readonly kind: 'twice'; readonly row: number; readonly id: string; readonly first: number }

const columns = ['unit', 'id', 'text'] as const

/**
 * Statements from a table of cells separated by tabs, whose first line names the columns `unit`, `id` and `text` in
 * whatever order; others are passed over, and so are empty lines. Rows are counted as an editor counts lines.
 */
export function readStatements(table: string): { statements: Statement[]; faults: TableFault[] } {
  const [header = '', ...lines] = table.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const titles = header.split('\t').map((title) => title.trim().toLowerCase())
  const faults: TableFault[] = columns
    .filter((column) => !titles.includes(column))
    .map((column) => ({ kind: 'no-column', column }))
  if (faults.length > 0) return { statements: [], faults }

  const places = { unit: titles.indexOf('unit'), id: titles.indexOf('id'), text: titles.indexOf('text') }
  const statements: Statement[] = []
  const rowOf = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    const row = at + 2
    const cells = line.split('\t')
    const own = { unit: cellAt(cells, places.unit), id: cellAt(cells, places.id), text: cellAt(cells, places.text) }
    const fault = faultOf(own, cells.length, titles.length, row) ?? twice(own.id, row, rowOf)
    if (fault) faults.push(fault)
    else statements.push(own)
  }
  return { statements, faults }
}

function cellAt(cells: readonly string[], place: number): string {
  return (cells[place] ?? '').trim()
}

function faultOf(own: Statement, cells: number, titles: number, row: number): TableFault | undefined {
  if (cells !== titles) return { kind: cells < titles ? 'too-few' : 'too-many', row, cells, columns: titles }
  const column = columns.find((name) => own[name] === '')
  if (column) return { kind: 'empty', row, column }
  return /[\p{L}\p{N}]/u.test(own.text) ? undefined : { kind: 'no-word', row }
}

function twice(id: string, row: number, rowOf: Map<string, number>): TableFault | undefined {
  const first = rowOf.get(id)
  if (first !== undefined) return { kind: 'twice', row, id, first }
  rowOf.set(id, row)
  return undefined
}
