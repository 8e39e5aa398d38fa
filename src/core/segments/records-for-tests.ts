import { dealer } from './random.ts'
import type { Cell } from './cell.ts'

/** Four dimensions of five values, some rarer than others: 20 segments of one condition and 150 of two. */
export const dimensions = ['place', 'product', 'channel', 'age'] as const
const weights = [10, 15, 20, 25, 30]

/** Records by chance; `rate` says how often a record is a hit. */
export function records(seed: number, count: number, rate: (values: readonly string[]) => number): Cell[] {
  const below = dealer(seed)
  const cells = new Map<string, { values: string[]; count: number; sum: number; squares: number }>()
  for (let n = 0; n < count; n += 1) {
    const values = dimensions.map(() => valueOf(below(100)))
    const hit = below(1_000_000) / 1_000_000 < rate(values) ? 1 : 0
    const cell = cells.get(values.join()) ?? { values, count: 0, sum: 0, squares: 0 }
    cells.set(values.join(), { values, count: cell.count + 1, sum: cell.sum + hit, squares: cell.squares + hit })
  }
  return [...cells.values()]
}

function valueOf(drawn: number): string {
  let left = drawn
  const at = weights.findIndex((weight) => (left -= weight) < 0)
  return `v${at}`
}
