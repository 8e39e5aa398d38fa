import type { MatrixCell } from '../contract.ts'

export type Chosen = { readonly row: string; readonly column: string }

/** Finds the cell of two departments, whichever comes first. */
export function cellFinder(cells: readonly MatrixCell[]): (one: string, other: string) => MatrixCell | undefined {
  const byKey = new Map(cells.map((cell) => [keyOf(cell.rowId, cell.columnId), cell]))
  return (one, other) => byKey.get(keyOf(one, other)) ?? byKey.get(keyOf(other, one))
}

/** 0 to 4: how strongly a cell is coloured. Few pairs must be told apart from none, many from very many. */
export function strengthOf(open: number, most: number): number {
  if (open === 0) return 0
  return Math.min(4, 1 + Math.floor((3 * Math.log(open)) / Math.max(1e-9, Math.log(Math.max(most, 2)))))
}

/** Where an arrow key leads in a square of so many rows; undefined for other keys. */
export function moved(at: { row: number; column: number }, key: string, count: number) {
  const last = count - 1
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) }
    case 'ArrowDown':
      return { ...at, row: Math.min(last, at.row + 1) }
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) }
    case 'ArrowRight':
      return { ...at, column: Math.min(last, at.column + 1) }
    case 'Home':
      return { ...at, column: 0 }
    case 'End':
      return { ...at, column: last }
    default:
      return undefined
  }
}

function keyOf(row: string, column: string): string {
  return `${row} ${column}`
}
