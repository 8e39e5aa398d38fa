import { sql, type Expression, type SqlBool } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { DashboardFilters, DashboardHead, DashboardPart } from '../contract.ts'

export type DashboardRow = {
  readonly id: string
  readonly name: LocalText
  readonly ownerId: string
  readonly ownerName: string
  readonly filters: DashboardFilters
  readonly parts: DashboardPart[]
  readonly version: number
}

/** One's own, and those shared with a role one holds today; who has reports holds the role of managers. */
async function openable(ctx: Context): Promise<Expression<SqlBool>> {
  const { accountId, personId } = ctx.actor
  if (!accountId) return sql<SqlBool>`false`
  const reports = personId ? await ctx.house.scopes.reportsOf(ctx.db, personId, ctx.today) : []
  return sql<SqlBool>`(d.account_id = ${accountId} or exists (
    select from dashboard_share s join role r on r.tenant_id = s.tenant_id and r.id = s.role_id
    where s.tenant_id = d.tenant_id and s.dashboard_id = d.id and ((r.key = 'manager' and ${reports.length > 0}) or exists (
      select from account_role h where h.tenant_id = r.tenant_id and h.role_id = r.id and h.account_id = ${accountId}
        and h.valid_from <= ${ctx.today} and (h.valid_until is null or h.valid_until > ${ctx.today})))))`
}

function rows(ctx: Context, isOpen: Expression<SqlBool>) {
  return ctx.db
    .selectFrom('dashboard as d')
    .innerJoin('account as o', (on) => on.onRef('o.tenant_id', '=', 'd.tenant_id').onRef('o.id', '=', 'd.account_id'))
    .where('d.tenant_id', '=', ctx.tenantId)
    .where(isOpen)
}

export async function findDashboard(ctx: Context, id: string): Promise<DashboardRow | undefined> {
  return rows(ctx, await openable(ctx))
    .select(['d.id', sql<LocalText>`d.name`.as('name'), 'd.account_id as ownerId', 'o.name as ownerName', 'd.version'])
    .select([sql<DashboardFilters>`d.filters`.as('filters'), sql<DashboardPart[]>`d.parts`.as('parts')])
    .where('d.id', '=', id)
    .executeTakeFirst()
}

/** At most 500, one's own first. */
export async function dashboardHeads(ctx: Context): Promise<DashboardHead[]> {
  const found = await rows(ctx, await openable(ctx))
    .select(['d.id', sql<LocalText>`d.name`.as('name'), 'o.name as ownerName', 'd.changed_at'])
    .select([
      sql<number>`jsonb_array_length(d.parts)`.as('parts'),
      sql<boolean>`d.account_id = ${ctx.actor.accountId}::uuid`.as('isMine'),
      sql<boolean>`exists (select from dashboard_share s where s.tenant_id = d.tenant_id and s.dashboard_id = d.id)`.as(
        'isShared',
      ),
    ])
    .orderBy(sql`d.account_id = ${ctx.actor.accountId}::uuid`, 'desc')
    .orderBy('d.changed_at', 'desc')
    .orderBy('d.id')
    .limit(500)
    .execute()
  return found.map(({ changed_at: at, ...head }) => ({ ...head, changedAt: at.toISOString() }))
}

export type DashboardContent = Pick<DashboardRow, 'name' | 'filters' | 'parts'>

export async function insertDashboard(ctx: Context, id: string, content: DashboardContent): Promise<void> {
  await ctx.db
    .insertInto('dashboard')
    .values({
      tenant_id: ctx.tenantId,
      id,
      account_id: ctx.actor.accountId ?? '',
      created_at: ctx.now,
      ...columnsOf(ctx, content),
    })
    .execute()
}

/** False when another has written it since `version`. */
export async function updateDashboard(
  ctx: Context,
  id: string,
  version: number,
  content: DashboardContent,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('dashboard')
    .set({ ...columnsOf(ctx, content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeDashboard(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('dashboard').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

export async function countOwn(ctx: Context): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('dashboard')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', ctx.actor.accountId)
    .executeTakeFirstOrThrow()
  return count
}

function columnsOf(ctx: Context, { name, filters, parts }: DashboardContent) {
  return {
    name: JSON.stringify(name),
    filters: JSON.stringify(filters),
    parts: JSON.stringify(parts),
    changed_at: ctx.now,
  }
}
