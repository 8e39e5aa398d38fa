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

export async function relativesOf(ctx: Context, id: string, parentId: string | null): Promise<Relative[]> {
  const { rows } =
    await sql<Relative>`select i.id, i.number, i.title, i.title_words as "titleWords", i.status, f.name as "flowName", i.id is not distinct from ${parentId}::uuid as "isParent"
    from flow_instance i join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and (i.parent_id = ${id} or i.id = ${parentId}::uuid) order by i.created_at limit 200`.execute(
      ctx.db,
    )
  return rows
}
