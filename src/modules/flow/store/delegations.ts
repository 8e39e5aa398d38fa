import { sql, type RawBuilder } from 'kysely'
import type { Delegation as EngineDelegation } from '#core/flow'
import { addDays, type Day, type Period } from '#core/calendar'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import type { Away } from '#modules/organisation'

export type DelegationRow = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly start: Date
  readonly until: Date
  readonly flowIds: string[] | null
  readonly atMost: { field: string; value: number } | null
  readonly mode: 'replace' | 'both'
  readonly reason: string
  readonly state: 'planned' | 'open' | 'closed'
  readonly version: number
}

const columns = sql`d.id, d.from_id as "fromId", d.to_id as "toId", d.start_at as start, d.until_at as until, d.flow_ids as "flowIds",
  d.at_most as "atMost", d.mode, d.reason, d.status as state, d.version`

export async function delegationRows(
  ctx: Context,
  { personId, closed, limit, offset }: { personId: string | null; closed: boolean; limit: number; offset: number },
): Promise<{ total: number; rows: DelegationRow[] }> {
  const parts: RawBuilder<unknown>[] = [sql`d.tenant_id = ${ctx.tenantId}`]
  if (personId !== null) parts.push(sql`(d.from_id = ${personId} or d.to_id = ${personId})`)
  if (!closed) parts.push(sql`d.status <> 'closed'`)
  const { rows } = await sql<
    DelegationRow & { total: number }
  >`select ${columns}, count(*) over ()::int as total from flow_delegation d
    where ${sql.join(parts, sql` and `)} order by d.status = 'closed', d.start_at, d.id limit ${limit} offset ${offset}`.execute(
    ctx.db,
  )
  return { total: rows[0]?.total ?? 0, rows }
}

export async function lockDelegation(ctx: Context, id: string): Promise<DelegationRow | undefined> {
  const { rows } =
    await sql<DelegationRow>`select ${columns} from flow_delegation d where d.tenant_id = ${ctx.tenantId} and d.id = ${id} for update`.execute(
      ctx.db,
    )
  return rows[0]
}

/** Another of the same person that runs in the same time for the same flows. */
export async function overlapping(
  ctx: Context,
  one: { id: string | null; fromId: string; start: Date; until: Date; flowIds: readonly string[] | null },
): Promise<DelegationRow | undefined> {
  const { rows } = await sql<DelegationRow>`select ${columns} from flow_delegation d
    where d.tenant_id = ${ctx.tenantId} and d.from_id = ${one.fromId} and d.status <> 'closed' and d.id is distinct from ${one.id}::uuid
      and d.start_at < ${one.until} and d.until_at > ${one.start}
      and (d.flow_ids is null or ${one.flowIds === null} or d.flow_ids && ${one.flowIds === null ? [] : [...one.flowIds]}::uuid[]) limit 1`.execute(
    ctx.db,
  )
  return rows[0]
}

export async function insertDelegation(ctx: Context, one: Omit<DelegationRow, 'state' | 'version'>): Promise<void> {
  await ctx.db
    .insertInto('flow_delegation')
    .values({
      tenant_id: ctx.tenantId,
      id: one.id,
      from_id: one.fromId,
      to_id: one.toId,
      start_at: one.start,
      until_at: one.until,
      flow_ids: one.flowIds,
      at_most: one.atMost === null ? null : JSON.stringify(one.atMost),
      mode: one.mode,
      reason: one.reason,
      status: 'planned',
      created_at: ctx.now,
    })
    .execute()
}

export async function updateDelegation(ctx: Context, one: DelegationRow): Promise<number> {
  await ctx.db
    .updateTable('flow_delegation')
    .set({
      to_id: one.toId,
      start_at: one.start,
      until_at: one.until,
      flow_ids: one.flowIds,
      at_most: one.atMost === null ? null : JSON.stringify(one.atMost),
      mode: one.mode,
      reason: one.reason,
      status: one.state,
      version: one.version + 1,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', one.id)
    .execute()
  return one.version + 1
}

/** Windows that have opened, or closed, without their requests knowing it yet. */
export async function windowsToTurn(ctx: Context): Promise<DelegationRow[]> {
  const { rows } = await sql<DelegationRow>`select ${columns} from flow_delegation d where d.tenant_id = ${ctx.tenantId}
    and ((d.status = 'planned' and d.start_at <= ${ctx.now}) or (d.status = 'open' and d.until_at <= ${ctx.now})) order by d.start_at limit 500`.execute(
    ctx.db,
  )
  return rows
}

/** Requests in which the one who delegates has something to do, or the delegate does it for them. */
export async function requestsConcerned(ctx: Context, one: DelegationRow): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct t.instance_id as id from flow_task t
    where t.tenant_id = ${ctx.tenantId} and t.closed_at is null
      and (t.person_id = ${one.fromId} or (t.person_id = ${one.toId} and t.on_behalf_of = ${one.fromId}))
    order by t.instance_id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/**
 * Windows in which somebody lets another act for them in everything, as days; of those for some flows, or up to an amount,
 * nobody is away. The last day counts when the window ends in it.
 */
export async function awayByDelegation(ctx: Context, window: Period & { until: Day }): Promise<Away[]> {
  const { rows } = await sql<{ fromId: string; toId: string; start: Date; until: Date }>`
    select d.from_id as "fromId", d.to_id as "toId", d.start_at as start, d.until_at as until from flow_delegation d
    where d.tenant_id = ${ctx.tenantId} and d.status <> 'closed' and d.mode = 'replace' and d.flow_ids is null and d.at_most is null
      and d.start_at < ${instantOf(ctx.timeZone, window.until)} and d.until_at > ${instantOf(ctx.timeZone, window.from)}
    order by d.start_at, d.id`.execute(ctx.db)
  return rows.map(({ fromId, toId, start, until }) => ({
    personId: fromId,
    standInId: toId,
    from: dayIn(ctx.timeZone, start),
    until: addDays(dayIn(ctx.timeZone, new Date(until.getTime() - 1)), 1),
  }))
}

export function asEngine(one: DelegationRow): EngineDelegation {
  const { id, fromId: from, toId: to, flowIds: flows, atMost, mode } = one
  return { id, from, to, start: one.start.getTime(), until: one.until.getTime(), flows, atMost, mode }
}
