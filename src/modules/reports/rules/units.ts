import { smallGroup } from './gaps.ts'

export type UnitNode = { readonly id: string; readonly parentId: string | null }
/** People by unit: all there are, and how many of them the reader may see. */
export type Seen = { readonly all: number; readonly seen: number }

/**
 * Units that may be compared: those below `below` (null: the top) of which, with all below them, every single person is
 * the reader's to see. When fewer than two of them qualify, the unit with most people seen is looked into instead.
 */
export function comparable(
  units: readonly UnitNode[],
  people: ReadonlyMap<string, Seen>,
  below: string | null,
): { below: string | null; unitIds: string[] } {
  const children = Map.groupBy(units, (unit) => unit.parentId)
  const totals = totalsOf(units, people, children)
  const isWhole = (id: string) => {
    const { all, seen } = totals.get(id) ?? nobody
    return all > 0 && seen === all
  }
  let at = below
  for (;;) {
    const inside = children.get(at) ?? []
    const unitIds = inside.filter((unit) => isWhole(unit.id)).map((unit) => unit.id)
    const next = inside.toSorted((a, b) => seenIn(totals, b.id) - seenIn(totals, a.id))[0]
    if (below !== null || unitIds.length > 1 || !next || seenIn(totals, next.id) === 0) return { below: at, unitIds }
    if ((children.get(next.id) ?? []).length === 0) return { below: at, unitIds }
    at = next.id
  }
}

/** The unit itself and all below it. */
export function within(units: readonly UnitNode[], id: string): Set<string> {
  const children = Map.groupBy(units, (unit) => unit.parentId)
  const found = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    open.push(...(children.get(next) ?? []).map((unit) => unit.id))
  }
  return found
}

function totalsOf(
  units: readonly UnitNode[],
  people: ReadonlyMap<string, Seen>,
  children: ReadonlyMap<string | null, readonly UnitNode[]>,
): Map<string, Seen> {
  const totals = new Map<string, Seen>()
  const add = (id: string, depth: number): Seen => {
    const own = people.get(id) ?? nobody
    const below = depth > 100 ? [] : (children.get(id) ?? []).map((unit) => add(unit.id, depth + 1))
    const total = below.reduce((sum, each) => ({ all: sum.all + each.all, seen: sum.seen + each.seen }), own)
    totals.set(id, total)
    return total
  }
  for (const root of units) if (root.parentId === null) add(root.id, 0)
  return totals
}

const nobody: Seen = { all: 0, seen: 0 }

function seenIn(totals: ReadonlyMap<string, Seen>, id: string): number {
  return totals.get(id)?.seen ?? 0
}

/** The mean in whole permille of those with a figure; null for fewer than `atLeast` of them. */
export function meanOf(figures: readonly (number | null)[], atLeast = smallGroup): number | null {
  const known = figures.filter((figure) => figure !== null)
  if (known.length < Math.max(1, atLeast)) return null
  return Math.round(known.reduce((sum, each) => sum + each, 0) / known.length)
}

/** Places from 1; equal figures share a place, and who has no figure has none. */
export function placesOf(figures: readonly (number | null)[]): (number | null)[] {
  return figures.map((own) =>
    own === null ? null : 1 + figures.filter((other) => other !== null && other > own).length,
  )
}
