import { sql } from 'kysely'
import type { Effect, Facts, FlowEvent } from '#core/flow'
import type { Context } from '#kernel/context'
import type { Changes } from './write-run.ts'

export type LoggedEvent = {
  readonly seq: number
  readonly at: Date
  readonly event: FlowEvent | { do: 'migrate'; from: number; to: number; map: Record<string, string> }
  readonly facts: Partial<Facts>
  readonly effects: Effect[]
  readonly changes: Changes | null
  readonly personId: string | null
  readonly byName: string | null
}

/** Everything that happened to a request, in order. */
export async function eventsOf(ctx: Context, instanceId: string): Promise<LoggedEvent[]> {
  const { rows } =
    await sql<LoggedEvent>`select seq, at, event, facts, effects, changes, person_id as "personId", by_name as "byName"
    from flow_event where tenant_id = ${ctx.tenantId} and instance_id = ${instanceId} order by seq limit 5000`.execute(
      ctx.db,
    )
  return rows
}

export async function evidenceOf(ctx: Context, instanceId: string) {
  return ctx.db
    .selectFrom('flow_evidence')
    .select(['gate', 'node', 'at', 'by', 'voided_at as voidedAt', 'consumed_at as consumedAt'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .orderBy('at')
    .execute()
}

export async function readersOf(ctx: Context, instanceId: string) {
  return ctx.db
    .selectFrom('flow_reader')
    .select(['person_id as personId', 'read_at as readAt'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .orderBy('at')
    .execute()
}

export type Relative = {
  id: string
  number: string | null
  title: string
  titleWords: Record<string, string> | null
  status: 'draft' | 'checking' | 'running' | 'incident' | 'ended'
  flowName: Record<string, string>
  isParent: boolean
}

/** What began a request and what it began, as far as it is the asker's business. */
export async function relativesOf(ctx: Context, id: string, parentId: string | null): Promise<Relative[]> {
  const { personId } = ctx.actor
  const { rows } =
    await sql<Relative>`select i.id, i.number, i.title, i.title_words as "titleWords", i.status, f.name as "flowName", i.id is not distinct from ${parentId}::uuid as "isParent"
    from flow_instance i join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and (i.parent_id = ${id} or i.id = ${parentId}::uuid)
      and (i.owner_id = ${personId}::uuid or i.initiator_id = ${personId}::uuid
        or exists (select from flow_task t where t.tenant_id = i.tenant_id and t.instance_id = i.id and (t.person_id = ${personId}::uuid or t.on_behalf_of = ${personId}::uuid))
        or exists (select from flow_reader r where r.tenant_id = i.tenant_id and r.instance_id = i.id and r.person_id = ${personId}::uuid)
        or i.status <> 'draft' and (${ctx.visible('flow.read', { person: 'i.initiator_id', unit: 'i.unit_id' })}
          or ${ctx.visible('flow.manage', { person: 'i.initiator_id', unit: 'i.unit_id' })}))
    order by i.created_at limit 200`.execute(ctx.db)
  return rows
}
