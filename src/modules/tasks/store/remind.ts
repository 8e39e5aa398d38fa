import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type Reminder = {
  readonly id: string
  readonly personId: string
  readonly title: unknown
  readonly dueAt: Date
  readonly stage: 'due-soon' | 'due' | 'late'
}

/**
 * Open tasks that fall due soon, are due, or are late, and of which the doer has not been told in that state. Marks them told;
 * a state that was slept through is not told any more once the next has come.
 */
export async function takeReminders(ctx: Context, hoursBefore: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    with told as (
      select t.id, case when t.late_at < ${ctx.now} then 'late' when t.due_at < ${ctx.now} then 'due' else 'due-soon' end as stage,
        case when t.late_at < ${ctx.now} then t.late_at when t.due_at < ${ctx.now} then t.due_at
          else coalesce(t.remind_at, t.due_at - make_interval(hours => ${hoursBefore}::int)) end as since
      from task t where t.tenant_id = ${ctx.tenantId} and t.status = 'open'
        and t.due_at < ${ctx.now}::timestamptz + make_interval(hours => greatest(${hoursBefore}::int, 720)))
    update task t set reminded_at = ${ctx.now} from told
    where t.tenant_id = ${ctx.tenantId} and t.id = told.id and told.since < ${ctx.now}
      and (t.reminded_at is null or t.reminded_at < told.since)
    returning t.id, t.person_id as "personId", t.title, t.due_at as "dueAt", told.stage`.execute(ctx.db)
  return rows
}

export type Escalation = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly title: unknown
}

/** Late tasks of which the superior is to be told now. Marks them told. */
export async function takeEscalations(ctx: Context): Promise<Escalation[]> {
  const { rows } = await sql<Escalation>`
    update task t set escalated_at = ${ctx.now} from person p
    where p.tenant_id = t.tenant_id and p.id = t.person_id and t.tenant_id = ${ctx.tenantId} and t.status = 'open' and t.escalated_at is null and t.escalate_at is not null
      and t.escalate_at <= ${ctx.now} and t.late_at < ${ctx.now} and t.due_at < ${ctx.now}
    returning t.id, t.person_id as "personId", p.name as "personName", t.title`.execute(ctx.db)
  return rows
}
