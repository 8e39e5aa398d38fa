import type { Context } from '#kernel/context'

export async function rolesOf(ctx: Context, dashboardId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('dashboard_share')
    .select('role_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('dashboard_id', '=', dashboardId)
    .orderBy('role_id')
    .execute()
  return rows.map((row) => row.role_id)
}

export async function writeRoles(ctx: Context, dashboardId: string, roleIds: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('dashboard_share')
    .where('tenant_id', '=', ctx.tenantId)
    .where('dashboard_id', '=', dashboardId)
    .execute()
  if (roleIds.length === 0) return
  const own = { tenant_id: ctx.tenantId, dashboard_id: dashboardId }
  await ctx.db
    .insertInto('dashboard_share')
    .values(roleIds.map((roleId) => ({ ...own, role_id: roleId })))
    .execute()
}

export async function allRoles(ctx: Context): Promise<{ id: string; key: string; name: string | null }[]> {
  return ctx.db
    .selectFrom('role')
    .select(['id', 'key', 'name'])
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('key')
    .limit(500)
    .execute()
}
