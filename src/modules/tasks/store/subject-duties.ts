import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'

/** A duty for each subject of a type that one person owns. `prefix` begins the keys of its tasks. */
export type SubjectAsk = {
  readonly ref: number
  readonly type: string
  readonly personId: string
  readonly responsibilityId: string
  readonly prefix: string
  readonly heldFrom: Day
  readonly days: number
  readonly aheadDays: number
}

export type SubjectDue = {
  readonly ref: number
  readonly subjectId: string
  readonly subjectName: string
  /** The day of the last time, or since when the duty counts for the subject. */
  readonly since: Day
}

/**
 * Of the open subjects that these people own those without an open task of the duty whose last time lies so long ago that the next
 * may appear. The last time is the day one was done, or the due day of one that was called off.
 */
export async function subjectsDue(ctx: Context, asks: readonly SubjectAsk[]): Promise<SubjectDue[]> {
  if (asks.length === 0) return []
  const { rows } = await sql<SubjectDue>`
    select n.ref, s.id as "subjectId", s.name as "subjectName", since.day as since
    from json_to_recordset(${JSON.stringify(asks)}::json) as n(ref int, type text, "personId" uuid, "responsibilityId" uuid,
      prefix text, "heldFrom" date, days int, "aheadDays" int)
    join subject s on s.tenant_id = ${ctx.tenantId} and s.owner_id = n."personId" and s.state = 'open' and s.type = n.type
    cross join lateral (
      select coalesce(max((coalesce(t.done_at, t.due_at) at time zone ${ctx.timeZone})::date) filter (where t.status <> 'open'),
          greatest((s.created_at at time zone ${ctx.timeZone})::date, n."heldFrom")) as day,
        bool_or(t.status = 'open') as waits
      from task t where t.tenant_id = ${ctx.tenantId} and t.subject_id = s.id and t.responsibility_id = n."responsibilityId"
        and starts_with(t.once_key, n.prefix)) since
    where since.waits is not true and since.day + n.days - n."aheadDays" <= ${ctx.today}::date
    order by n.ref, s.id`.execute(ctx.db)
  return rows
}
