import { sql } from 'kysely'
import type { Scope } from '#core/manifest'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { GivenRole, RoleGrant } from '../contract.ts'

export type RoleRow = {
  id: string
  key: string
  name: string | null
  version: number
  holders: number
  grants: RoleGrant[]
}

export async function rolesOf(ctx: Context, id?: string): Promise<RoleRow[]> {
  let query = ctx.db
    .selectFrom('role as r')
    .select((eb) => [
      'r.id',
      'r.key',
      'r.name',
      'r.version',
      eb
        .selectFrom('account_role as h')
        .select((sub) => sub.fn.count<number>('h.account_id').distinct().as('holders'))
        .whereRef('h.tenant_id', '=', 'r.tenant_id')
        .whereRef('h.role_id', '=', 'r.id')
        .where(validOn('h', ctx.today))
        .as('holders'),
    ])
    .where('r.tenant_id', '=', ctx.tenantId)
    .orderBy('r.id')
  if (id) query = query.where('r.id', '=', id)
  const roles = await query.execute()
  const grants = await ctx.db
    .selectFrom('role_grant')
    .select(['role_id', 'permission', 'scope', 'effect'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('role_id', 'in', [...roles.map((role) => role.id), ctx.tenantId])
    .orderBy('permission')
    .orderBy('scope')
    .execute()
  return roles.map((role) => ({
    ...role,
    holders: role.holders ?? 0,
    grants: grants.filter((grant) => grant.role_id === role.id).map(grantOf),
  }))
}

export async function roleByKey(ctx: Context, key: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('role')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertRole(ctx: Context, id: string, name: string): Promise<void> {
  await ctx.db.insertInto('role').values({ tenant_id: ctx.tenantId, id, key: id, name }).execute()
}

/** Raises the version, and gives another name when one is told. */
export async function touchRole(ctx: Context, id: string, name: string | undefined): Promise<void> {
  await ctx.db
    .updateTable('role')
    .set({ version: sql`version + 1`, ...(name === undefined ? {} : { name }) })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function deleteRoleRow(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('role').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

export async function replaceGrants(ctx: Context, roleId: string, grants: readonly RoleGrant[]): Promise<void> {
  await ctx.db.deleteFrom('role_grant').where('tenant_id', '=', ctx.tenantId).where('role_id', '=', roleId).execute()
  const rows = grants.map((grant) => ({ tenant_id: ctx.tenantId, role_id: roleId, ...grant }))
  if (rows.length > 0) await ctx.db.insertInto('role_grant').values(rows).execute()
}

/** Accounts that hold a role today, or ever will. */
export async function holdersOf(ctx: Context, roleId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('account_role as h')
    .select('h.account_id')
    .distinct()
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.role_id', '=', roleId)
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', ctx.today)]))
    .execute()
  return rows.map((row) => row.account_id)
}

/** Roles an account holds today or later. */
export async function rolesHeldBy(ctx: Context, accountId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('account_role as h')
    .select('h.role_id')
    .distinct()
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.account_id', '=', accountId)
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', ctx.today)]))
    .execute()
  return rows.map((row) => row.role_id)
}

export type HeldGrant = RoleGrant & { unitId: string | null }

/** What an account was given by its roles, today or later; `unitId` null = in the whole company. */
export async function grantsOfAccount(ctx: Context, accountId: string): Promise<HeldGrant[]> {
  const rows = await ctx.db
    .selectFrom('account_role as h')
    .innerJoin('role_grant as g', (join) =>
      join.onRef('g.tenant_id', '=', 'h.tenant_id').onRef('g.role_id', '=', 'h.role_id'),
    )
    .select(['g.permission', 'g.scope', 'g.effect', 'h.unit_id'])
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.account_id', '=', accountId)
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', ctx.today)]))
    .execute()
  return rows.map((row) => ({ ...grantOf(row), unitId: row.unit_id === ctx.tenantId ? null : row.unit_id }))
}

export async function giveRole(ctx: Context, accountId: string, { roleId, unitId }: GivenRole): Promise<void> {
  await ctx.db
    .insertInto('account_role')
    .values({
      tenant_id: ctx.tenantId,
      account_id: accountId,
      role_id: roleId,
      unit_id: unitId ?? ctx.tenantId,
      valid_from: ctx.today,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'account_id', 'role_id', 'unit_id', 'valid_from'])
        .doUpdateSet({ valid_until: null }),
    )
    .execute()
}

/** Takes a role from today on. What began today never was. */
export async function takeRoleAway(ctx: Context, accountId: string, { roleId, unitId }: GivenRole): Promise<void> {
  const place = { account_id: accountId, role_id: roleId, unit_id: unitId ?? ctx.tenantId }
  await ctx.db
    .deleteFrom('account_role')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb.and(place))
    .where('valid_from', '>=', ctx.today)
    .execute()
  await ctx.db
    .updateTable('account_role as h')
    .set({ valid_until: ctx.today })
    .where('h.tenant_id', '=', ctx.tenantId)
    .where((eb) => eb.and(place))
    .where(validOn('h', ctx.today))
    .execute()
}

/** Accounts that can sign in and may administer the whole company today. */
export async function countAdministrators(ctx: Context): Promise<number> {
  const { rows } = await sql<{ administrators: number }>`
    select count(*) as administrators from account a
    where a.tenant_id = ${ctx.tenantId} and not a.is_disabled and a.password_hash is not null
      and exists (select ${administering(ctx, 'allow')} and (g.scope = 'tenant' or g.scope = 'unit' and h.unit_id = h.tenant_id))
      and not exists (select ${administering(ctx, 'deny')})`.execute(ctx.db)
  return rows[0]?.administrators ?? 0
}

function administering(ctx: Context, effect: RoleGrant['effect']) {
  return sql`from account_role h join role_grant g on g.tenant_id = h.tenant_id and g.role_id = h.role_id
    where h.tenant_id = a.tenant_id and h.account_id = a.id and ${validOn('h', ctx.today)}
      and g.permission = 'base.administer' and g.effect = ${effect}`
}

function grantOf(row: { permission: string; scope: string; effect: string }): RoleGrant {
  return { permission: row.permission, scope: row.scope as Scope, effect: row.effect === 'deny' ? 'deny' : 'allow' }
}
