import { split } from '#core/payroll'

/** A part of somebody's cost in a month, at a unit. */
export type CostPart = { readonly personId: string; readonly unitId: string; readonly fen: number }
export type UnitLink = { readonly id: string; readonly parentId: string | null }

/** The unit itself and all below it. */
export function below(units: readonly UnitLink[], top: string): Set<string> {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const found = new Set<string>()
  const open = [top]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(children.get(id) ?? []).map((child) => child.id))
  }
  return found
}

/** A month's budget of a unit: its own, else what is laid down for the units below it; null where nothing is. */
export function budgetOf(units: readonly UnitLink[], own: ReadonlyMap<string, number>, unitId: string): number | null {
  const direct = own.get(unitId)
  if (direct !== undefined) return direct
  const parts = units.filter(({ parentId }) => parentId === unitId).map(({ id }) => budgetOf(units, own, id))
  const told = parts.filter((part) => part !== null)
  return told.length === 0 ? null : told.reduce((sum, part) => sum + part, 0)
}

/** A cost over responsibilities by their weights; what is left of the thousand belongs to none. Parts add up to it. */
export function overResponsibilities(
  fen: number,
  held: readonly { readonly responsibilityId: string; readonly weight: number }[],
): { responsibilityId: string | null; fen: number }[] {
  const left = Math.max(0, 1000 - held.reduce((sum, { weight }) => sum + weight, 0))
  const weights = [...held.map(({ weight }) => weight), left]
  const parts = split(fen, weights)
  return weights.flatMap((weight, at) =>
    weight === 0 ? [] : [{ responsibilityId: held[at]?.responsibilityId ?? null, fen: parts[at] ?? 0 }],
  )
}
