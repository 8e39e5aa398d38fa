import type { Input, Output } from '#core/contract'
import { presetRoles } from '#core/manifest'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import type { Role, RoleGrant, routes } from '../contract.ts'
import { lastAdministrator, noSuchPermission, ownRole, presetRole, roleHeld } from '../problems.ts'
import { bumpStructure } from '../store/company.ts'
import {
  countAdministrators,
  deleteRoleRow,
  holdersOf,
  insertRole,
  replaceGrants,
  rolesHeldBy,
  rolesOf,
  touchRole,
  type RoleRow,
} from '../store/role.ts'
import { firstBeyond, isUnbound, wholeCompany } from './may-give.ts'

type Routes = typeof routes

export async function listRoles(ctx: Context): Promise<Role[]> {
  const own = await ownRoleIds(ctx)
  return Promise.all((await rolesOf(ctx)).map((row) => shown(ctx, row, own)))
}

export async function createRole(ctx: Context, { name, grants }: Input<Routes['createRole']>): Promise<Role> {
  wholeCompany(ctx)
  const wanted = checkGrants(ctx, grants)
  const id = ctx.newId()
  await insertRole(ctx, id, name)
  await replaceGrants(ctx, id, wanted)
  await ctx.audit({ action: 'base.create-role', target: `role/${id}`, after: { name, grants: wanted } })
  await ctx.announce('base')
  return one(ctx, id)
}

/** Replaces what a role may do; whoever holds it has the new rights with the next request. */
export async function updateRole(ctx: Context, input: Input<Routes['updateRole']>): Promise<Role> {
  wholeCompany(ctx)
  await bumpStructure(ctx)
  const before = await find(ctx, input.roleId)
  if (before.version !== input.version) throw changedMeanwhile({ yours: input.version, current: before.version })
  if (input.name !== undefined && isPreset(before.key)) throw presetRole({})
  const grants = input.grants && checkGrants(ctx, input.grants)
  if (grants && (await ownRoleIds(ctx)).has(input.roleId)) throw ownRole({})
  await touchRole(ctx, input.roleId, input.name)
  if (grants) {
    const hadOne = (await countAdministrators(ctx)) > 0
    await replaceGrants(ctx, input.roleId, grants)
    if (hadOne && (await countAdministrators(ctx)) === 0) throw lastAdministrator({})
  }
  await ctx.audit({
    action: 'base.update-role',
    target: `role/${input.roleId}`,
    before: { name: before.name, grants: before.grants },
    after: { name: input.name ?? before.name, grants: grants ?? before.grants },
  })
  await ctx.announce('base')
  return one(ctx, input.roleId)
}

export async function deleteRole(ctx: Context, { roleId }: { roleId: string }): Promise<null> {
  wholeCompany(ctx)
  await bumpStructure(ctx)
  const role = await find(ctx, roleId)
  if (isPreset(role.key)) throw presetRole({})
  const holders = (await holdersOf(ctx, roleId)).length
  if (holders > 0) throw roleHeld({ holders })
  await deleteRoleRow(ctx, roleId)
  await ctx.audit({
    action: 'base.delete-role',
    target: `role/${roleId}`,
    before: { name: role.name, grants: role.grants },
  })
  await ctx.announce('base')
  return null
}

export async function listPermissions(ctx: Context): Promise<Output<Routes['listPermissions']>> {
  return ctx.house.manifests.map(({ name, permissions }) => ({
    module: name,
    isOn: ctx.isOn(name),
    permissions: [...permissions],
  }))
}

/** The grants without repetition; a permission no module has is refused. */
export function checkGrants(ctx: Context, grants: readonly RoleGrant[]): RoleGrant[] {
  const known = new Set(ctx.house.manifests.flatMap((manifest) => manifest.permissions))
  const stranger = grants.find(({ permission }) => !known.has(permission))
  if (stranger) throw noSuchPermission({ permission: stranger.permission })
  return [...new Map(grants.map((grant) => [`${grant.permission} ${grant.scope}`, grant])).values()]
}

async function find(ctx: Context, roleId: string): Promise<RoleRow> {
  const [role] = await rolesOf(ctx, roleId)
  if (!role) throw notFound({ what: 'role' })
  return role
}

async function one(ctx: Context, roleId: string): Promise<Role> {
  return shown(ctx, await find(ctx, roleId), await ownRoleIds(ctx))
}

async function shown(ctx: Context, row: RoleRow, own: ReadonlySet<string>): Promise<Role> {
  return {
    ...row,
    isPreset: isPreset(row.key),
    mayGive: !(await firstBeyond(
      ctx,
      row.grants.map((grant) => ({ ...grant, unitId: null })),
    )),
    mayChange: isUnbound(ctx) && !own.has(row.id),
  }
}

async function ownRoleIds(ctx: Context): Promise<Set<string>> {
  return new Set(ctx.actor.accountId ? await rolesHeldBy(ctx, ctx.actor.accountId) : [])
}

function isPreset(key: string): boolean {
  return presetRoles.some((preset) => preset === key)
}
