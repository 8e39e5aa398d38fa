import type { Share } from './contract.ts'

type Node = { readonly id: string; readonly parentId: string | null }

/** Goals that are served: by a responsibility of their own, or through a goal below them at any depth. */
export function servedGoals(goals: readonly Node[], direct: ReadonlySet<string>): Set<string> {
  const parents = new Map(goals.map((goal) => [goal.id, goal.parentId]))
  const served = new Set<string>()
  for (const id of direct) {
    let at: string | null | undefined = id
    while (at && parents.has(at) && !served.has(at)) {
      served.add(at)
      at = parents.get(at)
    }
  }
  return served
}

/** True when a goal would come to stand below itself. `parents` knows every goal. */
export function isCircle(parents: ReadonlyMap<string, string | null>, id: string, parentId: string | null): boolean {
  let at = parentId
  for (let step = 0; at !== null && step <= parents.size; step += 1) {
    if (at === id) return true
    at = parents.get(at) ?? null
  }
  return at !== null
}

/** The part of the whole in permille, rounded down, so that only all is all; null when there is nothing. */
export function sharePermille({ served, total }: Share): number | null {
  return total === 0 ? null : Math.floor((served * 1000) / total)
}
