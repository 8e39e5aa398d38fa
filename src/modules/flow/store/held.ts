import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { FlowContent, Status } from '../contract.ts'

export type HeldRow = {
  readonly requestId: string
  readonly number: string | null
  readonly title: string
  readonly titleWords: Readonly<Record<string, string>> | null
  readonly status: Status
  readonly flowId: string
  readonly flowKey: string
  readonly flowName: Record<string, string>
  readonly flowIcon: string
  readonly flowCategory: string
  readonly version: number
  readonly isOwner: boolean
  readonly tasks: { task: string; node: string; dueAt: string | null }[]
}

/** Requests that still run and in which a person has a part, now or later. */
export async function requestsHeld(ctx: Context, personId: string, limit: number): Promise<HeldRow[]> {
  const { rows } =
    await sql<HeldRow>`select i.id as "requestId", i.number, i.title, i.title_words as "titleWords", i.status, i.flow_id as "flowId", f.key as "flowKey",
      f.name as "flowName", f.icon as "flowIcon", f.category as "flowCategory", i.version, i.owner_id = ${personId} as "isOwner",
      coalesce((select json_agg(json_build_object('task', t.task, 'node', t.node, 'dueAt', t.due_at) order by t.opened_at) from flow_task t
        where t.tenant_id = i.tenant_id and t.instance_id = i.id and t.closed_at is null and (t.person_id = ${personId} or t.on_behalf_of = ${personId})), '[]') as tasks
    from flow_instance i join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and i.status <> 'ended' and (i.owner_id = ${personId}
      or exists (select from flow_task t where t.tenant_id = i.tenant_id and t.instance_id = i.id and t.closed_at is null
        and (t.person_id = ${personId} or t.on_behalf_of = ${personId}))
      or jsonb_path_exists(i.state, '$.tokens[*].queue[*].id ? (@ == $who)', jsonb_build_object('who', ${personId}::text))
      or jsonb_path_exists(i.state, '$.chosen.* ? (@[*] == $who)', jsonb_build_object('who', ${personId}::text)))
    order by i.id limit ${limit}`.execute(ctx.db)
  return rows
}

export type NamingFlow = {
  readonly id: string
  readonly draft: FlowContent
  readonly published: FlowContent | null
  readonly inPublished: boolean
  readonly inDraft: boolean
}

/** Flows in use that name a person, in the version in use or in the draft. */
export async function flowsNaming(ctx: Context, personId: string): Promise<NamingFlow[]> {
  const like = `%"${personId}"%`
  const { rows } = await sql<NamingFlow>`select f.id, f.draft,
      case when v.version is null then null else jsonb_build_object('definition', v.definition, 'form', v.form, 'start', v.start) end as published,
      coalesce(v.definition::text like ${like}, false) as "inPublished", (f.draft -> 'definition')::text like ${like} as "inDraft"
    from flow f left join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
    where f.tenant_id = ${ctx.tenantId} and f.retired_at is null
      and ((f.draft -> 'definition')::text like ${like} or v.definition::text like ${like})
    order by f.key limit 500`.execute(ctx.db)
  return rows
}

/** People who have left by today and still hold something. */
export async function leaversHolding(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.person_id as id from personnel_file p
    where p.tenant_id = ${ctx.tenantId} and p.left_on <= ${ctx.today} and (
      exists (select from flow_task t where t.tenant_id = p.tenant_id and t.person_id = p.person_id and t.closed_at is null)
      or exists (select from flow_instance i where i.tenant_id = p.tenant_id and i.owner_id = p.person_id and i.status <> 'ended')
      or exists (select from flow_delegation d where d.tenant_id = p.tenant_id and d.status <> 'closed' and (d.from_id = p.person_id or d.to_id = p.person_id)))
    order by p.person_id limit 1000`.execute(ctx.db)
  return rows.map((row) => row.id)
}

export async function leftOn(ctx: Context, personId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('personnel_file')
    .select('left_on')
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.left_on ?? null
}
