import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Cursor } from '../reader/page.ts'
import type { Trouble } from './source.ts'

export type Cause = 'schedule' | 'hand' | 'event' | 'replay'
export type Counts = {
  readonly rows: number
  readonly recorded: number
  readonly known: number
  readonly refused: number
}

const leaseMs = 10 * 60_000

export async function insertRun(ctx: Context, sourceId: string, cause: Cause): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('source_run')
    .values({ tenant_id: ctx.tenantId, id, source_id: sourceId, cause, started_at: ctx.now })
    .execute()
  return id
}

/** Makes a run the one that reads the source, unless another does. */
export async function claimSource(ctx: Context, sourceId: string, runId: string): Promise<boolean> {
  const result = await ctx.db
    .updateTable('source')
    .set({ running_id: runId, running_until: new Date(ctx.now.getTime() + leaseMs) })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .where((eb) => eb.or([eb('running_until', 'is', null), eb('running_until', '<', ctx.now)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** True while the run is still the one that reads the source; holds it until the transaction ends. */
export async function holdSource(ctx: Context, sourceId: string, runId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('source')
    .select('running_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .forUpdate()
    .executeTakeFirst()
  return row?.running_id === runId
}

/** How far it was read, with the facts that were read: in their transaction. */
export async function saveProgress(
  ctx: Context,
  sourceId: string,
  { cursor, recorded }: { cursor: Cursor | null; recorded: number },
): Promise<void> {
  await ctx.db
    .updateTable('source')
    .set({
      cursor: cursor ? JSON.stringify(cursor) : null,
      running_until: new Date(ctx.now.getTime() + leaseMs),
      ...(recorded > 0 ? { last_fact_at: ctx.now } : {}),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .execute()
}

export async function noteFacts(ctx: Context, sourceId: string): Promise<void> {
  await ctx.db
    .updateTable('source')
    .set({ last_fact_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', sourceId)
    .execute()
}

export async function addToRun(ctx: Context, runId: string, counts: Counts): Promise<void> {
  await ctx.db
    .updateTable('source_run')
    .set({
      rows: sql<number>`rows + ${counts.rows}`,
      recorded: sql<number>`recorded + ${counts.recorded}`,
      known: sql<number>`known + ${counts.known}`,
      refused: sql<number>`refused + ${counts.refused}`,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', runId)
    .execute()
}

export async function endRun(ctx: Context, runId: string, trouble: Trouble | null): Promise<void> {
  await ctx.db
    .updateTable('source_run')
    .set({ ended_at: ctx.now, problem: trouble ? JSON.stringify(trouble) : null })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', runId)
    .execute()
}

/** Gives the source free; a trouble waits longer each time before it is tried again, up to a day. */
export async function releaseSource(ctx: Context, sourceId: string, runId: string, isFailed: boolean): Promise<void> {
  await sql`
    update source set running_id = null, running_until = null, last_run_at = ${ctx.now},
      failures = case when ${isFailed} then failures + 1 else 0 end,
      failing_since = case when ${isFailed} then coalesce(failing_since, ${ctx.now}::timestamptz) end,
      next_run_at = case when every_minutes is null then null else ${ctx.now}::timestamptz + make_interval(mins =>
        case when ${isFailed} then least(1440, every_minutes * power(2, least(failures, 10))::int) else every_minutes end) end
    where tenant_id = ${ctx.tenantId} and id = ${sourceId} and running_id = ${runId}`.execute(ctx.db)
}

export async function runsOf(ctx: Context, sourceId: string, { limit, offset }: { limit: number; offset: number }) {
  return ctx.db
    .selectFrom('source_run')
    .selectAll()
    .where('tenant_id', '=', ctx.tenantId)
    .where('source_id', '=', sourceId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .offset(offset)
    .execute()
}
