import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Context } from '#kernel/context'

/** True for tasks `t` made for a subject, or linked to it. */
export function isAbout(subjectId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(t.subject_id = ${subjectId} or exists (select from task_subject l where l.tenant_id = t.tenant_id
    and l.task_id = t.id and l.subject_id = ${subjectId}))`
}

export async function linkedSubjects(ctx: Context, taskId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('task_subject')
    .where('tenant_id', '=', ctx.tenantId)
    .where('task_id', '=', taskId)
    .orderBy('linked_at')
    .orderBy('subject_id')
    .select('subject_id')
    .execute()
  return rows.map((row) => row.subject_id)
}

export async function linkSubjects(
  ctx: Context,
  taskId: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): Promise<void> {
  if (removed.length > 0)
    await ctx.db
      .deleteFrom('task_subject')
      .where('tenant_id', '=', ctx.tenantId)
      .where('task_id', '=', taskId)
      .where('subject_id', 'in', [...removed])
      .execute()
  if (added.length > 0)
    await ctx.db
      .insertInto('task_subject')
      .values(
        added.map((subjectId) => ({
          tenant_id: ctx.tenantId,
          task_id: taskId,
          subject_id: subjectId,
          linked_at: ctx.now,
        })),
      )
      .onConflict((on) => on.columns(['tenant_id', 'task_id', 'subject_id']).doNothing())
      .execute()
}
