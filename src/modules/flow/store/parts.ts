import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { TaskState } from '../contract.ts'

/** Somebody's part in a request: a to-do they have or had, or a copy. */
export type Part = {
  readonly task: string | null
  readonly node: string
  readonly status: TaskState | 'copied'
}

export async function takesPart(ctx: Context, instanceId: string, personId: string): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select t.task, t.node, t.status from flow_task t
      where t.tenant_id = ${ctx.tenantId} and t.instance_id = ${instanceId} and (t.person_id = ${personId} or t.on_behalf_of = ${personId})
    union all
    select null, r.node, 'copied' from flow_reader r
      where r.tenant_id = ${ctx.tenantId} and r.instance_id = ${instanceId} and r.person_id = ${personId}`.execute(
    ctx.db,
  )
  return rows
}

export type TaskRow = {
  readonly task: string
  readonly node: string
  readonly kind: 'decide' | 'before' | 'after' | 'beside' | 'answer' | 'fill'
  readonly personId: string
  readonly onBehalfOf: string | null
  readonly status: TaskState
  readonly opinion: string | null
  readonly draft: { opinion: string; values: Record<string, unknown> } | null
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly closedAt: Date | null
}

export async function tasksOfInstance(ctx: Context, instanceId: string): Promise<TaskRow[]> {
  const rows = await ctx.db
    .selectFrom('flow_task')
    .select([
      'task',
      'node',
      'kind',
      'person_id as personId',
      'on_behalf_of as onBehalfOf',
      'status',
      'opinion',
      'draft',
      'opened_at as openedAt',
      'due_at as dueAt',
      'closed_at as closedAt',
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .orderBy('opened_at')
    .orderBy(sql`length(task)`)
    .orderBy('task')
    .execute()
  return rows as unknown as TaskRow[]
}

/** Kept without deciding: only its author sees it. False when the to-do is not theirs, or not open. */
export async function keepDraft(
  ctx: Context,
  { instanceId, task, personId }: { instanceId: string; task: string; personId: string },
  draft: { opinion: string; values: Record<string, unknown> },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('flow_task')
    .set({ draft: JSON.stringify(draft) })
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('task', '=', task)
    .where('person_id', '=', personId)
    .where('status', 'in', ['open', 'offered'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function wasTask(ctx: Context, instanceId: string, task: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('flow_task')
    .select('task')
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('task', '=', task)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a file is the name somebody has drawn below a decision here. */
export async function isSignature(ctx: Context, instanceId: string, fileId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('flow_task')
    .select('task')
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('signature', '=', fileId)
    .executeTakeFirst()
  return row !== undefined
}
