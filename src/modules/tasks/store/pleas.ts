import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Plea } from '../contract.ts'
import type { Outcome, PleaKind } from '../pleas.ts'

export type PleaRow = Omit<Plea, 'mayAnswer' | 'mayWithdraw'>

function pleas(ctx: Context) {
  return ctx.db
    .selectFrom('task_plea as q')
    .innerJoin('person as a', (on) => on.onRef('a.tenant_id', '=', 'q.tenant_id').onRef('a.id', '=', 'q.asker_id'))
    .innerJoin('person as b', (on) => on.onRef('b.tenant_id', '=', 'q.tenant_id').onRef('b.id', '=', 'q.asked_id'))
    .leftJoin('person as d', (on) => on.onRef('d.tenant_id', '=', 'q.tenant_id').onRef('d.id', '=', 'q.decider_id'))
    .where('q.tenant_id', '=', ctx.tenantId)
    .select(['q.id', 'q.task_id', 'q.kind', 'q.asker_id', 'q.asked_id', 'q.reason', 'q.state', 'q.outcome'])
    .select(['q.asked_at', 'q.decided_at', 'q.answer'])
    .select([nameIn(ctx, 'a').as('asker'), nameIn(ctx, 'b').as('asked'), nameIn(ctx, 'd').as('decider')])
}

type Row = Awaited<ReturnType<ReturnType<typeof pleas>['executeTakeFirstOrThrow']>>

/** Everything that was asked about a task, the latest first. */
export async function pleasOf(ctx: Context, taskId: string): Promise<PleaRow[]> {
  const rows = await pleas(ctx)
    .where('q.task_id', '=', taskId)
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .limit(100)
    .execute()
  return rows.map(toPlea)
}

export async function findPlea(ctx: Context, taskId: string, pleaId: string): Promise<PleaRow | undefined> {
  const row = await pleas(ctx).where('q.task_id', '=', taskId).where('q.id', '=', pleaId).executeTakeFirst()
  return row && toPlea(row)
}

export type Asked = PleaRow & { taskId: string; taskTitle: LocalText; dueAt: string }

/** Open pleas that somebody is asked to answer, the oldest first. */
export async function pleasFor(ctx: Context, personId: string): Promise<Asked[]> {
  const rows = await pleas(ctx)
    .innerJoin('task as t', (on) => on.onRef('t.tenant_id', '=', 'q.tenant_id').onRef('t.id', '=', 'q.task_id'))
    .where('q.asked_id', '=', personId)
    .where('q.state', '=', 'open')
    .where('t.status', '=', 'open')
    .select(['t.title', 't.due_at'])
    .orderBy('q.asked_at')
    .limit(100)
    .execute()
  return rows.map((row) =>
    Object.assign(toPlea(row), {
      taskId: row.task_id,
      taskTitle: row.title as LocalText,
      dueAt: row.due_at.toISOString(),
    }),
  )
}

export type NewPlea = { taskId: string; kind: PleaKind; askerId: string; askedId: string; reason: string }

export async function insertPlea(ctx: Context, { taskId, kind, askerId, askedId, reason }: NewPlea): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('task_plea')
    .values({
      tenant_id: ctx.tenantId,
      id,
      task_id: taskId,
      kind,
      asker_id: askerId,
      asked_id: askedId,
      reason,
      asked_at: ctx.now,
    })
    .execute()
  return id
}

export type Closing = {
  state: 'granted' | 'refused' | 'withdrawn'
  outcome?: Outcome
  deciderId: string | null
  answer?: string
}

export async function closePlea(
  ctx: Context,
  id: string,
  { state, outcome, deciderId, answer }: Closing,
): Promise<void> {
  await ctx.db
    .updateTable('task_plea')
    .set({ state, outcome: outcome ?? null, decider_id: deciderId, decided_at: ctx.now, answer: answer ?? '' })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** What is still open of a task that ended or went to another: it is nobody's to answer any more. */
export async function dropPleas(ctx: Context, taskIds: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable('task_plea')
    .set({ state: 'withdrawn', decided_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('state', '=', 'open')
    .where((eb) => eb('task_id', '=', eb.fn.any(eb.val([...taskIds]))))
    .execute()
}

export async function excuse(ctx: Context, taskId: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('task')
    .set({ status: 'cancelled', cancel_reason: reason, excused_at: ctx.now })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .execute()
}

/** Puts the due time off; it is reminded of, and told upwards, anew. */
export async function putOff(ctx: Context, taskId: string, dueAt: Date, untilAtLeast: string): Promise<void> {
  await ctx.db
    .updateTable('task')
    .set((eb) => ({
      first_due_at: eb.fn.coalesce('first_due_at', 'due_at'),
      due_at: dueAt,
      period_until: sql<string>`greatest(period_until, ${untilAtLeast}::date)`,
      reminded_at: null,
      remind_at: sql<Date | null>`remind_at + (${dueAt}::timestamptz - due_at)`,
      escalate_at: sql<Date | null>`escalate_at + (${dueAt}::timestamptz - due_at)`,
      escalated_at: null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', taskId)
    .execute()
}

function toPlea(row: Row): PleaRow {
  return {
    id: row.id,
    kind: row.kind as Plea['kind'],
    askerId: row.asker_id,
    askerName: row.asker,
    askedId: row.asked_id,
    askedName: row.asked,
    reason: row.reason,
    state: row.state as Plea['state'],
    outcome: row.outcome,
    askedAt: row.asked_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    deciderName: row.decider,
    answer: row.answer,
  }
}
