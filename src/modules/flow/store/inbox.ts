import { sql, type RawBuilder } from 'kysely'
import type { State } from '#core/flow'
import type { FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import type { Box, InboxCounts, OutcomeName, Status, Subject, TaskState } from '../contract.ts'
import { like } from './flows.ts'

export type Line = {
  readonly requestId: string
  readonly flowId: string
  readonly flowKey: string
  readonly flowName: Record<string, string>
  readonly flowIcon: string
  readonly flowCategory: string
  readonly version: number
  readonly number: string | null
  readonly title: string
  readonly titleWords: Readonly<Record<string, string>> | null
  readonly status: Status
  readonly outcome: OutcomeName | null
  readonly initiatorId: string
  readonly subject: Subject | null
  readonly dataRev: number
  readonly values: FormValues
  readonly state: State | null
  readonly submittedAt: Date | null
  readonly changedAt: Date
  readonly readAt: Date | null
  readonly node: string | null
  readonly task: string | null
  readonly kind: 'decide' | 'before' | 'after' | 'beside' | 'answer' | 'fill' | null
  readonly taskStatus: TaskState | null
  readonly onBehalfOf: string | null
  readonly isHard: boolean | null
  readonly openedAt: Date | null
  readonly dueAt: Date | null
  readonly closedAt: Date | null
}

export type Wanted = {
  readonly box: Box
  readonly flowId?: readonly string[] | undefined
  readonly text?: string | undefined
  readonly overdue?: boolean | undefined
  readonly unread?: boolean | undefined
  readonly status?: readonly string[] | undefined
  readonly sort: 'newest' | 'oldest' | 'due'
  readonly limit: number
  readonly offset: number
}

const request = sql`i.id as "requestId", i.flow_id as "flowId", f.key as "flowKey", f.name as "flowName", f.icon as "flowIcon",
  f.category as "flowCategory", i.version, i.number, i.title, i.title_words as "titleWords", i.status, i.outcome, i.initiator_id as "initiatorId", i.data_rev as "dataRev",
  i.data as values, i.submitted_at as "submittedAt", i.changed_at as "changedAt",
  case when i.subject_type is null then null else json_build_object('type', i.subject_type, 'key', i.subject_key, 'label', coalesce(i.subject_label, '')) end as subject`
const noTask = sql`null as task, null as kind, null as "taskStatus", null as "onBehalfOf", null as "isHard", null::timestamptz as "openedAt",
  null::timestamptz as "dueAt", null::timestamptz as "closedAt"`
const ofTask = sql`t.node, t.task, t.kind, t.status as "taskStatus", t.on_behalf_of as "onBehalfOf", t.is_hard as "isHard",
  t.opened_at as "openedAt", t.due_at as "dueAt", t.closed_at as "closedAt", t.read_at as "readAt", null::jsonb as state`

/** One box of one person, a page of it: the page is found by an index of its own before anything is joined. */
export async function inboxLines(
  ctx: Context,
  personId: string,
  wanted: Wanted,
): Promise<{ total: number; lines: Line[] }> {
  const { limit, offset } = wanted
  const page = sql`limit ${limit} offset ${offset}`
  const needsRequest = wanted.text !== undefined || wanted.status !== undefined
  const joined = needsRequest
    ? sql`join flow_instance i on i.tenant_id = t.tenant_id and i.id = t.instance_id join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id`
    : sql``
  const { tenantId, now } = ctx
  if (wanted.box === 'started') {
    const { rows } = await sql<
      Line & { total: number }
    >`select ${request}, i.state, null as node, ${noTask}, null::timestamptz as "readAt", count(*) over ()::int as total
      from flow_instance i join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
      where i.tenant_id = ${tenantId} and i.owner_id = ${personId} ${onRequest(wanted)}
      order by i.created_at ${direction(wanted)}, i.id ${page}`.execute(ctx.db)
    return { total: rows[0]?.total ?? 0, lines: rows }
  }
  if (wanted.box === 'copied') {
    const unread = wanted.unread === true ? sql`and r.read_at is null` : sql``
    const { rows } = await sql<
      Line & { total: number }
    >`select ${request}, null::jsonb as state, r.node, ${noTask}, r.read_at as "readAt", count(*) over ()::int as total
      from flow_reader r join flow_instance i on i.tenant_id = r.tenant_id and i.id = r.instance_id
      join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
      where r.tenant_id = ${tenantId} and r.person_id = ${personId} ${unread} ${onRequest(wanted)}
      order by r.at ${direction(wanted)}, i.id ${page}`.execute(ctx.db)
    return { total: rows[0]?.total ?? 0, lines: rows }
  }
  const isTodo = wanted.box === 'todo'
  const states = isTodo
    ? sql`t.status in ('open', 'offered')`
    : sql`t.status in ('approved', 'rejected', 'answered', 'returned')`
  const parts: RawBuilder<unknown>[] = [sql`t.tenant_id = ${tenantId}`, sql`t.person_id = ${personId}`, states]
  if (wanted.flowId) parts.push(sql`t.flow_id = any(${[...wanted.flowId]}::uuid[])`)
  if (wanted.overdue === true) parts.push(sql`t.due_at < ${now}`)
  if (wanted.unread === true) parts.push(sql`t.read_at is null`)
  const where = sql`${sql.join(parts, sql` and `)} ${needsRequest ? onRequest({ ...wanted, flowId: undefined }) : sql``}`
  const order = !isTodo
    ? sql`t.closed_at ${direction(wanted)}`
    : wanted.sort === 'due'
      ? sql`t.due_at asc nulls last, t.opened_at`
      : sql`t.opened_at ${direction(wanted)}`
  // counted apart: the page then ends with its last line, and the count reads nothing but an index
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Line>`
    with page as (select t.* from flow_task t ${joined} where ${where} order by ${order}, t.instance_id, t.task ${page})
    select ${request}, ${ofTask} from page t
    join flow_instance i on i.tenant_id = t.tenant_id and i.id = t.instance_id
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    order by ${order}, t.instance_id, t.task`.execute(ctx.db),
    sql<{ total: number }>`select count(*)::int as total from flow_task t ${joined} where ${where}`.execute(ctx.db),
  ])
  return { total: counted[0]?.total ?? 0, lines: rows }
}

export async function countInbox(ctx: Context, personId: string): Promise<InboxCounts> {
  const { tenantId, now } = ctx
  const { rows } = await sql<InboxCounts>`select
    t.todo, t.overdue, t.offered,
    (select count(*)::int from flow_instance i where i.tenant_id = ${tenantId} and i.owner_id = ${personId} and i.status = 'draft') as drafts,
    (select count(*)::int from flow_instance i where i.tenant_id = ${tenantId} and i.owner_id = ${personId} and i.status in ('checking', 'running', 'incident')) as running,
    (select count(*)::int from flow_reader r where r.tenant_id = ${tenantId} and r.person_id = ${personId} and r.read_at is null) as "unreadCopies"
    from (select count(*) filter (where status = 'open')::int as todo, count(*) filter (where status = 'offered')::int as offered,
      count(*) filter (where due_at < ${now})::int as overdue
      from flow_task where tenant_id = ${tenantId} and person_id = ${personId} and status in ('open', 'offered')) t`.execute(
    ctx.db,
  )
  return rows[0] ?? { todo: 0, overdue: 0, offered: 0, drafts: 0, running: 0, unreadCopies: 0 }
}

export async function markCopies(ctx: Context, personId: string, ids: readonly string[] | undefined): Promise<number> {
  let query = ctx.db
    .updateTable('flow_reader')
    .set({ read_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids) query = query.where((eb) => eb('instance_id', '=', eb.fn.any(eb.val([...ids]))))
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

function direction({ sort }: Wanted): RawBuilder<unknown> {
  return sort === 'oldest' ? sql`asc` : sql`desc`
}

function onRequest({ text, status, flowId }: Wanted): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  if (text)
    parts.push(
      sql`and (coalesce(i.title_words::text, i.title) ilike ${like(text)} or i.number ilike ${like(text)} or i.subject_label ilike ${like(text)} or i.subject_key ilike ${like(text)} or f.name::text ilike ${like(text)})`,
    )
  if (status) parts.push(sql`and i.status = any(${[...status]}::text[])`)
  if (flowId) parts.push(sql`and i.flow_id = any(${[...flowId]}::uuid[])`)
  return parts.length === 0 ? sql`` : sql.join(parts, sql` `)
}
