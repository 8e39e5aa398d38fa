import { sql } from 'kysely'
import type { FlowEvent } from '#core/flow'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { OutcomeName } from '../contract.ts'
import { putTimers } from './timers.ts'

/** An event another request takes soon, in a transaction of its own: two requests are never held at once. */
export async function tellLater(ctx: Context, instanceId: string, key: string, event: FlowEvent): Promise<void> {
  const soon = {
    instanceId,
    timer: key,
    node: '',
    fireAt: ctx.now,
    rule: null,
    event,
    begunAt: ctx.now,
    pausedAt: null,
  }
  await putTimers(ctx, [{ ...soon, calendarVersion: '' }])
  await ctx.enqueue('flow.fireTimers', {}, { onceKey: 'flow.fire' })
}

export async function childUnder(ctx: Context, parentId: string, child: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('flow_instance')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('parent_id', '=', parentId)
    .where('parent_child', '=', child)
    .where('status', '<>', 'ended')
    .executeTakeFirst()
  return row?.id
}

/** How many requests stand above one: sub-flows that start each other must end somewhere. */
export async function depthOf(ctx: Context, id: string | null): Promise<number> {
  if (id === null) return 0
  const { rows } = await sql<{ depth: number }>`
    with recursive up (id, depth) as (
      select ${id}::uuid, 1
      union all
      select i.parent_id, up.depth + 1 from up join flow_instance i on i.tenant_id = ${ctx.tenantId} and i.id = up.id
      where i.parent_id is not null and up.depth < 50
    ) select max(depth) as depth from up`.execute(ctx.db)
  return rows[0]?.depth ?? 0
}

export type LinkRow = {
  readonly id: string
  readonly on: 'ended' | 'gate' | 'revoked'
  readonly targetId: string
  readonly map: Record<string, string>
  readonly owner: { kind: 'initiator' } | { kind: 'field'; field: string } | { kind: 'person'; personId: string }
  readonly deadline: { amount: number; unit: 'workday' | 'workhour' | 'day' | 'hour' | 'minute' } | null
  readonly onCancel: 'cascade' | 'detach' | 'ask'
  readonly dedupe: string | null
}

/** Links that follow an end or a gate of a flow. */
export async function linksFollowing(
  ctx: Context,
  flowId: string,
  what: { on: 'ended'; outcome: OutcomeName } | { on: 'gate'; gate: string } | { on: 'revoked' },
): Promise<LinkRow[]> {
  let query = ctx.db
    .selectFrom('flow_link')
    .select(['id', 'on', 'target_id as targetId', 'map', 'owner', 'deadline', 'on_cancel as onCancel', 'dedupe'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('flow_id', '=', flowId)
    .where('is_on', '=', true)
    .where('on', '=', what.on)
    .orderBy('created_at')
  if (what.on === 'gate') query = query.where('gate', '=', what.gate)
  else if (what.on === 'ended')
    query = query.where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', what.outcome)]))
  return (await query.execute()) as unknown as LinkRow[]
}

/** Requests that links began and that still run, with what is to become of them. */
export async function linkedRunning(
  ctx: Context,
  instanceId: string,
): Promise<{ id: string; onCancel: string; ownerId: string; title: string; titleWords: LocalText | null }[]> {
  const rows = await ctx.db
    .selectFrom('flow_instance')
    .select(['id', 'on_cancel as onCancel', 'owner_id as ownerId', 'title', 'title_words as titleWords'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('parent_id', '=', instanceId)
    .where('link_id', 'is not', null)
    .where('status', '<>', 'ended')
    .execute()
  return rows as (Omit<(typeof rows)[number], 'titleWords'> & { titleWords: LocalText | null })[]
}

/** Requests that would take this one back and still run. */
export async function revocationsRunning(ctx: Context, instanceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from flow_instance i
    join flow_link l on l.tenant_id = i.tenant_id and l.id = i.link_id and l."on" = 'revoked'
    where i.tenant_id = ${ctx.tenantId} and i.parent_id = ${instanceId} and i.status <> 'ended'`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** What was approved holds no more, once the request that takes it back is approved; answers which. */
export async function markRevoked(ctx: Context, by: { id: string; linkId: string }): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`update flow_instance p set revoked_at = ${ctx.now}, changed_at = ${ctx.now}
    from flow_instance i join flow_link l on l.tenant_id = i.tenant_id and l.id = i.link_id and l."on" = 'revoked'
    where i.tenant_id = ${ctx.tenantId} and i.id = ${by.id} and i.link_id = ${by.linkId}
      and p.tenant_id = i.tenant_id and p.id = i.parent_id and p.outcome = 'approved' and p.revoked_at is null
    returning p.id`.execute(ctx.db)
  return rows[0]?.id
}

export async function insertReaders(
  ctx: Context,
  instanceId: string,
  rows: readonly { person: string; node: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await ctx.db
    .insertInto('flow_reader')
    .values(
      rows.map((row) => ({
        tenant_id: ctx.tenantId,
        instance_id: instanceId,
        person_id: row.person,
        node: row.node,
        at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
