import { sql } from 'kysely'
import { isHard, type Compiled, type State, type Task } from '#core/flow'
import type { FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { effectsOf } from '../rules/effects.ts'
import type { Taken } from '../service/run.ts'
import type { Instance } from './instances.ts'
import { isUuid } from './resolve.ts'

export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>

/** What a run did, to be written beside the state it led to. */
export type Outcome = {
  readonly instance: Instance
  readonly compiled: Compiled
  readonly state: State
  readonly taken: readonly Taken[]
  readonly values: FormValues
  readonly dataRev: number
  readonly changes: Changes | null
  readonly personId: string | null
  /** Token -> when its step falls due, of deadlines that began now. */
  readonly dues: ReadonlyMap<string, Date>
}

/**
 * All that a run leaves, in one statement: the request as it stands, the log, and the to-dos as rows of their own for
 * inboxes: what is new, what changed, and what went with its step.
 */
export async function writeRun(
  ctx: Context,
  one: Outcome,
  { number, unitId }: { number: string | null; unitId: string | null },
): Promise<void> {
  const { instance, state } = one
  const isFirst = instance.status === 'draft' && state.status !== 'draft'
  await sql`with stands as (
      update flow_instance set state = ${JSON.stringify(state)}::jsonb, status = ${state.status}, outcome = ${state.outcome},
        rev = rev + ${one.taken.length}, data = ${JSON.stringify(one.values)}::jsonb, data_rev = ${one.dataRev}, owner_id = ${state.owner},
        chosen = ${JSON.stringify(state.chosen)}::jsonb, number = ${number}, unit_id = ${unitId}, changed_at = ${ctx.now},
        submitted_at = ${isFirst ? ctx.now : instance.submittedAt}, ended_at = ${state.status === 'ended' ? ctx.now : null}
      where tenant_id = ${ctx.tenantId} and id = ${instance.id}
    ), logged as (
      insert into flow_event (tenant_id, instance_id, seq, at, event, facts, effects, changes, account_id, person_id, by_name, request_id)
      select ${ctx.tenantId}::uuid, ${instance.id}::uuid, r.seq, r.at, r.event, r.facts, r.effects, r.changes, ${ctx.actor.accountId}::uuid,
        ${one.personId}::uuid, ${ctx.actor.kind === 'system' ? null : ctx.actor.name}, ${ctx.requestId}
      from jsonb_to_recordset(${JSON.stringify(eventRows(one))}::jsonb)
        as r (seq int, at timestamptz, event jsonb, facts jsonb, effects jsonb, changes jsonb)
    )
    insert into flow_task (tenant_id, instance_id, task, flow_id, token, node, kind, person_id, on_behalf_of, status,
      is_hard, opinion, signature, opened_at, due_at, read_at, closed_at)
    select ${ctx.tenantId}::uuid, ${instance.id}::uuid, r.task, ${instance.flowId}::uuid, r.token, r.node, r.kind, r.person, r.behalf,
      r.status, r.hard, r.opinion, r.signature, ${ctx.now}, coalesce(r.due, (select max(t.due_at) from flow_task t where t.tenant_id = ${ctx.tenantId}
        and t.instance_id = ${instance.id} and t.token = r.token)), case when r.read then ${ctx.now}::timestamptz end,
      case when r.closed then ${ctx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(changedTasks(one))}::jsonb) as r (task text, token text, node text, kind text, person uuid, behalf uuid,
      status text, hard boolean, opinion text, signature text, due timestamptz, read boolean, closed boolean)
    on conflict (tenant_id, instance_id, task) do update set person_id = excluded.person_id, on_behalf_of = excluded.on_behalf_of,
      status = excluded.status, opinion = coalesce(excluded.opinion, flow_task.opinion),
      signature = coalesce(excluded.signature, flow_task.signature), draft = case when excluded.closed_at is null then flow_task.draft end,
      read_at = case when excluded.person_id <> flow_task.person_id then excluded.read_at else coalesce(flow_task.read_at, excluded.read_at) end,
      opened_at = case when excluded.person_id <> flow_task.person_id then excluded.opened_at else flow_task.opened_at end,
      due_at = coalesce(excluded.due_at, flow_task.due_at),
      closed_at = excluded.closed_at`.execute(ctx.db)
}

/** The log. The form stands in it only where it changed. */
function eventRows({ taken, changes }: Outcome): object[] {
  return taken.map(({ event, facts, at, seq, effects }, index) => {
    const { data: _known, ...rest } = facts
    const tells = index === 0 && (seq === 1 || changes !== null)
    return {
      seq,
      at: new Date(at).toISOString(),
      event,
      facts: tells ? facts : rest,
      effects,
      changes: index === 0 ? changes : null,
    }
  })
}

type TaskRow = {
  task: string
  token: string
  node: string
  kind: string
  person: string
  behalf: string | null
  status: string
  hard: boolean
  opinion: string | null
  signature: string | null
  due: string | null
  read: boolean
  closed: boolean
}

const open = new Set(['open', 'offered', 'waiting', 'later', 'agreed'])

function changedTasks(one: Outcome): TaskRow[] {
  const before = new Map(one.instance.state.tasks.map((task) => [task.id, task]))
  const after = new Map(one.state.tasks.map((task) => [task.id, task]))
  const rows = new Map<string, TaskRow>()
  const put = (task: Task, status: string) => {
    if (isUuid(task.person)) rows.set(task.id, rowOf(one, task, status))
  }
  for (const task of one.state.tasks)
    if (JSON.stringify(task) !== JSON.stringify(before.get(task.id))) put(task, task.status)
  const effects = one.taken.flatMap((taken) => taken.effects)
  const closed = new Map(effectsOf(effects, 'close-task').map((effect) => [effect.task, effect.result]))
  for (const task of one.instance.state.tasks) {
    const result = closed.get(task.id)
    if (!after.has(task.id) && result !== undefined) put(task, result)
  }
  // opened and closed within one run, with its step gone already
  for (const effect of effectsOf(effects, 'open-task')) {
    const result = closed.get(effect.task)
    if (after.has(effect.task) || before.has(effect.task) || result === undefined) continue
    const { task: id, node, person, onBehalfOf, kind } = effect
    const gone = { id, node, person, onBehalfOf, kind, token: '', isRead: false } as Task
    put(gone, result)
  }
  return [...rows.values()]
}

function rowOf(one: Outcome, task: Task, status: string): TaskRow {
  const step = one.compiled.net.node.get(task.node)?.step
  const deed = one.taken.find(({ event }) => 'task' in event && event.task === task.id)?.event
  return {
    task: task.id,
    token: task.token,
    node: task.node,
    kind: task.kind,
    person: task.person,
    behalf: task.onBehalfOf,
    status,
    hard: isHard(step),
    opinion: (deed && 'opinion' in deed && deed.opinion) || null,
    signature: (deed && 'signature' in deed && deed.signature) || null,
    due: one.dues.get(task.token)?.toISOString() ?? null,
    read: task.isRead,
    closed: !open.has(status),
  }
}
