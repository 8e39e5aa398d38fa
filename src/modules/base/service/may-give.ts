import { reachOfActor, type Reach } from '#kernel/access'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { GivenRole } from '../contract.ts'
import { aboveYou, notYoursToGive } from '../problems.ts'
import { grantsOfAccount, rolesOf, type HeldGrant } from '../store/role.ts'

/** True for who administers the whole company: they may give anything, to anybody but themselves. */
export function isUnbound(ctx: Context): boolean {
  return reachOfActor(ctx.actor, 'base.administer').all
}

/** For routes that concern the company as a whole: a right for a part of it is not enough. */
export function wholeCompany(ctx: Context, permission = 'base.administer'): void {
  if (!reachOfActor(ctx.actor, permission).all) throw forbidden({ permission })
}

/** Refuses roles that hold more than the giver may do, and roles or units that are not there. */
export async function checkGiving(ctx: Context, given: readonly GivenRole[]): Promise<void> {
  if (given.length === 0) return
  const roles = new Map((await rolesOf(ctx)).map((role) => [role.id, role]))
  for (const { roleId, unitId } of given) {
    const role = roles.get(roleId)
    if (!role) throw notFound({ what: 'role' })
    if (unitId && (await ctx.house.scopes.knows?.(ctx.db, 'unit', unitId)) === false) throw notFound({ what: 'unit' })
    const lacking = await firstBeyond(
      ctx,
      role.grants.map((grant) => ({ ...grant, unitId })),
    )
    if (lacking) throw notYoursToGive({ permission: lacking })
  }
}

/** Refuses to touch an account that may do more than the actor: else a new password for it would be a way up. */
export async function checkRank(ctx: Context, accountId: string): Promise<void> {
  const above = await firstBeyond(ctx, await grantsOfAccount(ctx, accountId))
  if (above) throw aboveYou({ permission: above })
}

/** The first permission that is beyond the actor's own reach, or undefined when all lie within it. */
export async function firstBeyond(ctx: Context, grants: readonly HeldGrant[]): Promise<string | undefined> {
  if (ctx.actor.kind === 'system' || isUnbound(ctx)) return undefined
  for (const grant of grants) {
    if (grant.effect === 'allow' && !(await lies(ctx, grant))) return grant.permission
  }
  return undefined
}

/** A right over one's own things may be given by whoever has it over anything; over reports only by who has it over all. */
async function lies(ctx: Context, { permission, scope, unitId }: HeldGrant): Promise<boolean> {
  const reach = ctx.actor.reaches.get(permission)
  if (!reach) return false
  if (reach.all) return true
  if (scope === 'self') return true
  return (
    scope === 'unit' && unitId !== null && holdsAll(reach, await ctx.house.scopes.subtree(ctx.db, [unitId], ctx.today))
  )
}

function holdsAll(reach: Reach, unitIds: readonly string[]): boolean {
  return unitIds.every((id) => reach.unitIds.includes(id))
}
