import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'
import type { Input } from '#core/contract'
import type { routes } from '../contract.ts'
import { like } from './flows.ts'
import { columns, type Instance } from './instances.ts'

/** Requests the asker may read, a page of them. Drafts are nobody's business but their owner's. */
export async function requestsVisible(
  ctx: Context,
  wanted: Input<(typeof routes)['listRequests']>,
): Promise<{ total: number; rows: Instance[] }> {
  const parts: RawBuilder<unknown>[] = [
    sql`i.tenant_id = ${ctx.tenantId}`,
    sql`${ctx.visible('flow.read', { person: 'i.initiator_id', unit: 'i.unit_id' })}`,
    sql`i.status <> 'draft'`,
  ]
  if (wanted.flowId) parts.push(sql`i.flow_id = any(${wanted.flowId}::uuid[])`)
  if (wanted.status) parts.push(sql`i.status = any(${wanted.status}::text[])`)
  if (wanted.outcome) parts.push(sql`i.outcome = ${wanted.outcome}`)
  if (wanted.initiatorId) parts.push(sql`i.initiator_id = ${wanted.initiatorId}`)
  if (wanted.unitId) parts.push(sql`i.unit_id = ${wanted.unitId}`)
  if (wanted.subjectType) parts.push(sql`i.subject_type = ${wanted.subjectType}`)
  if (wanted.subjectKey) parts.push(sql`i.subject_key = ${wanted.subjectKey}`)
  if (wanted.from) parts.push(sql`i.submitted_at >= ${wanted.from}::timestamptz`)
  if (wanted.until) parts.push(sql`i.submitted_at < ${wanted.until}::timestamptz`)
  if (wanted.text)
    parts.push(
      sql`(coalesce(i.title_words::text, i.title) ilike ${like(wanted.text)} or i.number ilike ${like(wanted.text)} or i.subject_label ilike ${like(wanted.text)} or i.subject_key ilike ${like(wanted.text)})`,
    )
  const { rows } = await sql<
    Instance & { total: number }
  >`select ${columns}, count(*) over ()::int as total from flow_instance i
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where ${sql.join(parts, sql` and `)} order by i.created_at desc, i.id limit ${wanted.limit} offset ${wanted.offset}`.execute(
    ctx.db,
  )
  return { total: rows[0]?.total ?? 0, rows }
}
