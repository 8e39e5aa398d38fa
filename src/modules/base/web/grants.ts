import type { RoleGrant } from '../contract.ts'

export type Cell = { readonly scope: RoleGrant['scope']; readonly effect: RoleGrant['effect'] } | null

/** What the role says of a permission: nothing, a scope, or never. Several scopes of one permission show the widest. */
export function cellOf(grants: readonly RoleGrant[], permission: string): Cell {
  const mine = grants.filter((grant) => grant.permission === permission)
  const denied = mine.find((grant) => grant.effect === 'deny')
  if (denied) return { scope: 'tenant', effect: 'deny' }
  const widest = mine.toSorted((a, b) => width[b.scope] - width[a.scope])[0]
  return widest ? { scope: widest.scope, effect: 'allow' } : null
}

/** The grants with this permission set to a choice of the grid: a scope, `deny`, or `none`. */
export function withChoice(grants: readonly RoleGrant[], permission: string, choice: string): RoleGrant[] {
  const others = grants.filter((grant) => grant.permission !== permission)
  if (choice === 'none') return others
  if (choice === 'deny') return [...others, { permission, scope: 'tenant', effect: 'deny' }]
  return [...others, { permission, scope: choice as RoleGrant['scope'], effect: 'allow' }]
}

export function choiceOf(cell: Cell): string {
  if (!cell) return 'none'
  return cell.effect === 'deny' ? 'deny' : cell.scope
}

/** True when both say the same, in whatever order. */
export function sameGrants(a: readonly RoleGrant[], b: readonly RoleGrant[]): boolean {
  const text = (grants: readonly RoleGrant[]) =>
    grants
      .map((grant) => `${grant.permission} ${grant.scope} ${grant.effect}`)
      .toSorted()
      .join('\n')
  return text(a) === text(b)
}

const width = { self: 0, reports: 1, partners: 2, unit: 3, tenant: 4 } as const
