import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Comment } from '../contract.ts'

export type CommentRow = Omit<Comment, 'canChange'>

const most = 500

/** The talk about a task, the oldest first: its latest 500. What was deleted has no words any more. */
export async function commentsOf(ctx: Context, taskId: string): Promise<CommentRow[]> {
  const rows = await ctx.db
    .selectFrom('task_comment as c')
    .innerJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.person_id'))
    .where('c.tenant_id', '=', ctx.tenantId)
    .where('c.task_id', '=', taskId)
    .select(['c.id', 'c.person_id', nameIn(ctx).as('name'), 'c.words', 'c.written_at', 'c.edited_at', 'c.deleted_at'])
    .select(
      sql<Comment['mentions']>`coalesce((select json_agg(json_build_object('id', m.id, 'name', ${nameIn(ctx, 'm')}))
        from person m where m.tenant_id = c.tenant_id and m.id = any(c.mentions)), '[]')`.as('mentions'),
    )
    .orderBy('c.written_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed().map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: row.name,
    words: row.deleted_at ? '' : row.words,
    mentions: row.deleted_at ? [] : row.mentions,
    writtenAt: row.written_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
  }))
}

/** A comment that was not deleted, locked. */
export async function findComment(ctx: Context, taskId: string, commentId: string) {
  return ctx.db
    .selectFrom('task_comment')
    .where('tenant_id', '=', ctx.tenantId)
    .where('task_id', '=', taskId)
    .where('id', '=', commentId)
    .where('deleted_at', 'is', null)
    .select(['id', 'person_id', 'words', 'mentions', 'written_at'])
    .forUpdate()
    .executeTakeFirst()
}

export async function insertComment(
  ctx: Context,
  { taskId, personId, words, mentions }: { taskId: string; personId: string; words: string; mentions: string[] },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('task_comment')
    .values({ tenant_id: ctx.tenantId, id, task_id: taskId, person_id: personId, words, mentions, written_at: ctx.now })
    .execute()
  return id
}

export async function updateComment(ctx: Context, id: string, words: string, mentions: string[]): Promise<void> {
  await ctx.db
    .updateTable('task_comment')
    .set({ words, mentions, edited_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Its words go for good; that there was one stays. */
export async function eraseComment(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .updateTable('task_comment')
    .set({ words: '', mentions: [], deleted_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}
