import { sql } from 'kysely'
import { Handling } from '#core/cadence'
import type { Context } from '#kernel/context'
import type { CountAsk, Counted } from '../fact-source.ts'

export type Happened = { readonly kind: string; readonly day: string; readonly personId: string | null }

/**
 * What counts for the tasks that facts of these kinds, days and people may do by themselves; with ids, for just these tasks.
 * Nothing, and quickly, where no duty counts such facts.
 */
export async function countAsks(
  ctx: Context,
  of: { happened: readonly Happened[] } | { madeNow: true },
): Promise<CountAsk[]> {
  const matching =
    'madeNow' in of
      ? sql`t.created_at = ${ctx.now}`
      : sql`exists (select from json_to_recordset(${JSON.stringify(of.happened)}::json) as h(kind text, day date, "personId" uuid)
          where h.kind = t.counts_kind and h."personId" in (t.person_id, t.for_person_id) and h.day >= t.period_from and h.day < t.period_until)
        and t.counts_kind = any(${[...new Set(of.happened.map((one) => one.kind))]}::text[])`
  const { rows } = await sql<{
    id: string
    handling: unknown
    personIds: string[]
    subjectId: string | null
    from: string
    until: string
  }>`
    select t.id, d.handling, array_remove(array[t.person_id, t.for_person_id], null) as "personIds", t.subject_id as "subjectId",
      t.period_from as "from", t.period_until as "until"
    from task t join responsibility_duty d on d.tenant_id = t.tenant_id and d.id = t.duty_id
    where t.tenant_id = ${ctx.tenantId} and t.counts_kind is not null and (t.status <> 'cancelled' or t.done_by_id is not null)
      and ${matching}`.execute(ctx.db)
  return rows.flatMap(({ id, handling, ...rest }): CountAsk[] => {
    const { counts } = Handling.parse(handling)
    return counts ? [{ taskId: id, kind: counts.factKind, where: counts.where, ...rest }] : []
  })
}

/** Writes what counts for tasks in place of what counted before. */
export async function writeCounts(ctx: Context, taskIds: readonly string[], counts: readonly Counted[]): Promise<void> {
  await sql`delete from task_count where tenant_id = ${ctx.tenantId} and task_id = any(${[...taskIds]}::uuid[])`.execute(
    ctx.db,
  )
  await sql`insert into task_count (tenant_id, task_id, source, count)
    select ${ctx.tenantId}, n."taskId", n.source, n.count
    from json_to_recordset(${JSON.stringify(counts.filter((one) => one.count > 0))}::json) as n("taskId" uuid, source text, count int)`.execute(
    ctx.db,
  )
}

/** Open work that a fact asked for, which was taken back since. Returns how many were called off. */
export async function callOffBegunBy(ctx: Context, factIds: readonly string[], reason: string): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('task')
    .set((eb) => ({ status: 'cancelled', cancel_reason: reason, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('status', '=', 'open')
    .where((eb) => eb('fact_id', '=', eb.fn.any(eb.val([...factIds]))))
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
