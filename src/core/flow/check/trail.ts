import type { Arc } from './moves.ts'
import { idsOf, nothing } from './rope.ts'

/** How a situation came about: from which one, by which node, over which arcs. */
export type Trail = { readonly from: number; readonly place: string; readonly arcs: readonly number[] }

/** The ids passed on the way to a situation, in order. */
export function trodden(
  trails: readonly (Trail | undefined)[],
  at: number,
  arcs: readonly (Arc | undefined)[],
): string[] {
  const parts: string[][] = []
  for (let one = trails[at]; one; one = one.from < 0 ? undefined : trails[one.from])
    parts.push([...idsOf(...one.arcs.map((arc) => arcs[arc]?.trail ?? nothing)), one.place])
  return parts.toReversed().flat()
}
