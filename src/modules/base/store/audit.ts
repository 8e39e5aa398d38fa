import { sql } from 'kysely'
import type { Input } from '#core/contract'
import { addDays } from '#core/calendar'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import type { AuditRow, routes } from '../contract.ts'

type Filter = Input<(typeof routes)['listAudit']>
export type AuditPlace = { readonly at: Date; readonly id: string }

/** The newest first, those after `place`; one more than asked tells whether there is a next page. */
export async function auditRows(ctx: Context, filter: Filter, place: AuditPlace | undefined): Promise<AuditRow[]> {
  let query = ctx.db
    .selectFrom('audit_row as r')
    .selectAll('r')
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('base.read-audit', {}))
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit + 1)
  if (place) query = query.where(sql<boolean>`(r.at, r.id) < (${place.at}, ${place.id})`)
  if (filter.actor) query = query.where('r.actor_name', 'ilike', `%${literal(filter.actor)}%`)
  if (filter.action) query = query.where('r.action', 'like', pattern(filter.action, '.'))
  if (filter.target) query = query.where('r.target', 'like', pattern(filter.target, '/'))
  if (filter.from) query = query.where('r.at', '>=', instantOf(ctx.timeZone, filter.from))
  if (filter.to) query = query.where('r.at', '<', instantOf(ctx.timeZone, addDays(filter.to, 1)))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    accountId: row.account_id,
    actorName: row.actor_name,
    action: row.action,
    target: row.target,
    before: row.before,
    after: row.after,
    requestId: row.request_id,
    address: row.address,
  }))
}

/** All that begin with it when it ends in the divider, else just it. */
function pattern(text: string, divider: string): string {
  return text.endsWith(divider) ? `${literal(text)}%` : literal(text)
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
