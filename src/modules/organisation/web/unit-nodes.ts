import type { TreeNode } from '#ui/Tree'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes, type Unit } from '../contract.ts'

/** The units of a day as nodes of a tree; none while they are on their way. */
export function useUnitNodes(on?: string): readonly TreeNode[] {
  const local = useLocal()
  const units = useRead(routes.listUnits, on ? { on } : {}, { keep: true })
  return unitNodes(units.data ?? [], (unit) => ({ id: unit.id, label: local(unit.name), alsoFoundBy: unit.code }))
}

/** Units as a tree. One whose unit above is not among them (not visible, or gone that day) stands at the top. */
export function unitNodes(units: readonly Unit[], nodeOf: (unit: Unit) => TreeNode): readonly TreeNode[] {
  const ids = new Set(units.map((unit) => unit.id))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  const nodesBelow = (parent: string | null): TreeNode[] =>
    (below.get(parent) ?? []).map((unit) => ({ ...nodeOf(unit), children: nodesBelow(unit.id) }))
  return nodesBelow(null)
}

export type Seats = { readonly headcount: number; readonly seated: number; readonly beside: number }

/** Seats and people of each unit with all units below it. */
export function seatsWithBelow(units: readonly Unit[]): ReadonlyMap<string, Seats> {
  const totals = new Map<string, Seats>()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const { headcount, seated, beside, id } of units) {
    const passed = new Set<string>()
    for (
      let at = byId.get(id);
      at && !passed.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    ) {
      const sum = totals.get(at.id) ?? { headcount: 0, seated: 0, beside: 0 }
      totals.set(at.id, {
        headcount: sum.headcount + headcount,
        seated: sum.seated + seated,
        beside: sum.beside + beside,
      })
      passed.add(at.id)
    }
  }
  return totals
}
