import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** Hand-ins that stand but are no facts yet. */
export async function entriesToCatchUp(ctx: Context): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from task_entry e
    left join fact f on f.tenant_id = e.tenant_id and f.source = 'tasks' and f.source_key = e.id::text
    where e.tenant_id = ${ctx.tenantId} and e.taken_back_at is null and f.id is null`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

export async function insertRun(ctx: Context, total: number): Promise<string> {
  const id = ctx.newId()
  await ctx.db.insertInto('catch_up_run').values({ tenant_id: ctx.tenantId, id, total, started_at: ctx.now }).execute()
  return id
}

/** Counts what was done; `isLast` ends the run. */
export async function advanceRun(ctx: Context, id: string, done: number, isLast: boolean): Promise<void> {
  await sql`update catch_up_run set done = done + ${done}, finished_at = ${isLast ? ctx.now : null}
    where tenant_id = ${ctx.tenantId} and id = ${id}`.execute(ctx.db)
}

export async function runningCatchUp(ctx: Context): Promise<{ done: number; total: number } | undefined> {
  return ctx.db
    .selectFrom('catch_up_run')
    .select(['done', 'total'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('finished_at', 'is', null)
    .orderBy('started_at', 'desc')
    .executeTakeFirst()
}
