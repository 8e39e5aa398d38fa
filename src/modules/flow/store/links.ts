import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { OutcomeName } from '../contract.ts'

export type LinkContent = {
  on: 'ended' | 'gate' | 'revoked'
  outcome: OutcomeName | null
  gate: string | null
  targetId: string
  map: Record<string, string>
  owner: { kind: 'initiator' } | { kind: 'field'; field: string } | { kind: 'person'; personId: string }
  deadline: { amount: number; unit: 'workday' | 'workhour' | 'day' | 'hour' | 'minute' } | null
  onCancel: 'cascade' | 'detach' | 'ask'
  dedupe: string | null
  isOn: boolean
}
export type StoredLink = LinkContent & {
  readonly id: string
  readonly flowId: string
  readonly version: number
  readonly started: number
}

const columns = sql`l.id, l.flow_id as "flowId", l."on", l.outcome, l.gate, l.target_id as "targetId", l.map, l.owner, l.deadline,
  l.on_cancel as "onCancel", l.dedupe, l.is_on as "isOn", l.version`

export async function linkRows(ctx: Context, flowId: string | undefined): Promise<StoredLink[]> {
  const of = flowId === undefined ? sql`` : sql`and (l.flow_id = ${flowId} or l.target_id = ${flowId})`
  const { rows } = await sql<StoredLink>`select ${columns},
      (select count(*)::int from flow_instance i where i.tenant_id = l.tenant_id and i.link_id = l.id) as started
    from flow_link l where l.tenant_id = ${ctx.tenantId} ${of} order by l.created_at, l.id limit 500`.execute(ctx.db)
  return rows
}

export async function lockLink(ctx: Context, id: string): Promise<StoredLink | undefined> {
  const { rows } =
    await sql<StoredLink>`select ${columns}, 0 as started from flow_link l where l.tenant_id = ${ctx.tenantId} and l.id = ${id} for update`.execute(
      ctx.db,
    )
  return rows[0]
}

export async function insertLink(ctx: Context, id: string, flowId: string, link: LinkContent): Promise<void> {
  await ctx.db
    .insertInto('flow_link')
    .values({ tenant_id: ctx.tenantId, id, flow_id: flowId, created_at: ctx.now, ...row(link) })
    .execute()
}

export async function updateLink(ctx: Context, id: string, version: number, link: LinkContent): Promise<void> {
  await ctx.db
    .updateTable('flow_link')
    .set({ ...row(link), version })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function removeLink(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('flow_link').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}

function row(link: LinkContent) {
  return {
    on: link.on,
    outcome: link.outcome,
    gate: link.on === 'gate' ? link.gate : null,
    target_id: link.targetId,
    map: JSON.stringify(link.map),
    owner: JSON.stringify(link.owner),
    deadline: link.deadline === null ? null : JSON.stringify(link.deadline),
    on_cancel: link.onCancel,
    dedupe: link.dedupe,
    is_on: link.isOn,
  }
}
