import type { Cell } from './cell.ts'

export type Condition = { readonly dimension: string; readonly value: string }

export type Candidate = {
  readonly conditions: readonly Condition[]
  /** Which cells fall under it, ascending. */
  readonly cells: readonly number[]
  readonly count: number
}

/** Every segment of one or two conditions with at least `least` records inside and outside; none twice for the same records. */
export function candidatesOf(
  cells: readonly Cell[],
  dimensions: readonly string[],
  least: number,
): readonly Candidate[] {
  const total = cells.reduce((sum, cell) => sum + cell.count, 0)
  const isFair = ({ count }: Candidate) => count >= least && total - count >= least
  const ones = dimensions.flatMap((dimension, at) => valuesOf(cells, dimension, at))
  const twos = ones.flatMap((first, n) =>
    first.count < least ? [] : ones.slice(n + 1).flatMap((second) => both(first, second, cells)),
  )
  const known = new Set<string>()
  return [...ones, ...twos].filter((one) => {
    if (!isFair(one)) return false
    const key = one.cells.join()
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

function valuesOf(cells: readonly Cell[], dimension: string, at: number): Candidate[] {
  const found = new Map<string, { cells: number[]; count: number }>()
  cells.forEach((cell, index) => {
    const value = cell.values[at]
    if (value === null || value === undefined) return
    const one = found.get(value) ?? { cells: [], count: 0 }
    one.cells.push(index)
    one.count += cell.count
    found.set(value, one)
  })
  return [...found].map(([value, one]) => ({ conditions: [{ dimension, value }], ...one }))
}

function both(first: Candidate, second: Candidate, cells: readonly Cell[]): Candidate[] {
  if (first.conditions[0]?.dimension === second.conditions[0]?.dimension) return []
  const inFirst = new Set(first.cells)
  const shared = second.cells.filter((cell) => inFirst.has(cell))
  const count = shared.reduce((sum, cell) => sum + (cells[cell]?.count ?? 0), 0)
  return [{ conditions: [...first.conditions, ...second.conditions], cells: shared, count }]
}
