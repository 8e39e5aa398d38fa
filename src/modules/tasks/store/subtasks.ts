import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import type { Subtask } from '../contract.ts'

/** The parts of a task in their order. */
export async function subtasksOf(ctx: Context, taskId: string): Promise<Subtask[]> {
  const rows = await ctx.db
    .selectFrom('subtask')
    .where('tenant_id', '=', ctx.tenantId)
    .where('task_id', '=', taskId)
    .orderBy('sort_order')
    .orderBy('id')
    .select(['id', 'title', 'is_mandatory', 'done_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title as LocalText & Record<string, string>,
    isMandatory: row.is_mandatory,
    doneAt: row.done_at?.toISOString() ?? null,
  }))
}

export async function findSubtask(ctx: Context, taskId: string, subtaskId: string) {
  return ctx.db
    .selectFrom('subtask')
    .where('tenant_id', '=', ctx.tenantId)
    .where('task_id', '=', taskId)
    .where('id', '=', subtaskId)
    .select(['id', 'title', 'is_mandatory', 'done_at'])
    .executeTakeFirst()
}

/** Adds subtasks behind those that are there; returns their ids. */
export async function insertSubtasks(
  ctx: Context,
  taskId: string,
  added: readonly { title: Record<string, string>; isMandatory: boolean }[],
  after = 0,
): Promise<string[]> {
  const rows = added.map(({ title, isMandatory }, at) => ({
    tenant_id: ctx.tenantId,
    id: ctx.newId(),
    task_id: taskId,
    title: JSON.stringify(title),
    is_mandatory: isMandatory,
    sort_order: after + at,
  }))
  if (rows.length > 0) await ctx.db.insertInto('subtask').values(rows).execute()
  return rows.map((row) => row.id)
}

export async function deleteSubtask(ctx: Context, subtaskId: string): Promise<void> {
  await ctx.db.deleteFrom('subtask').where('tenant_id', '=', ctx.tenantId).where('id', '=', subtaskId).execute()
}

export async function markSubtask(ctx: Context, subtaskId: string, isDone: boolean): Promise<void> {
  await ctx.db
    .updateTable('subtask')
    .set({ done_at: isDone ? ctx.now : null, done_by_id: isDone ? ctx.actor.personId : null })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', subtaskId)
    .execute()
}
