import type { Fen } from './money.ts'
import { payFault } from './problem.ts'

/** Something a person owes from an earlier slip, oldest first. */
export type OpenReceivable = { readonly id: string; readonly fen: Fen }
export type Recovered = { readonly id: string; readonly fen: Fen; readonly left: Fen }

/**
 * What of earlier receivables is taken from a wage, oldest first: never more than is owed, and never so much that less
 * than `keep` is left to the person (工资支付暂行规定 art. 16: at most 20 % of the month and not below the minimum wage
 * for damages; own contributions that were advanced know no such bound, so `keep` is 0 then). `atMost` bounds the sum.
 */
export function recovered(
  net: Fen,
  open: readonly OpenReceivable[],
  { keep = 0, atMost = Number.MAX_SAFE_INTEGER }: { readonly keep?: Fen; readonly atMost?: Fen } = {},
): Recovered[] {
  let free = Math.max(0, Math.min(net - keep, atMost))
  return open.flatMap(({ id, fen }) => {
    if (!(fen > 0)) throw payFault('bad-value', { name: 'receivable', found: fen })
    const taken = Math.min(fen, free)
    free -= taken
    return taken > 0 ? [{ id, fen: taken, left: fen - taken }] : []
  })
}
