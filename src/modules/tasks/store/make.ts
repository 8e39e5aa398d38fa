import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type NewTask = {
  id: string
  /** Null: what the duty is called. */
  title: object | null
  origin: 'duty' | 'manual'
  responsibilityId: string | null
  dutyId: string | null
  positionId: string | null
  personId: string
  unitId: string
  periodFrom: string
  periodUntil: string
  dueAt: string
  quantityDue: number
  onceKey: string
  note: string
  givenBy: string | null
  /** What a duty says of its tasks; see the columns. */
  graceHours?: number
  remindAt?: string | null
  escalateAt?: string | null
  groupKey?: string | null
  forPersonId?: string | null
  subjectId?: string | null
  factId?: string | null
  countsKind?: string | null
  /** Its duty names subtasks. */
  hasSubtasks?: boolean
  /** Fell due while nobody could do it: it is told with the others, not by itself. */
  isMissed?: boolean
}

export type Missed = { readonly personId: string; readonly title: unknown; readonly count: number }

const atOnce = 5000

/**
 * Writes tasks in one statement for each few thousand, with the subtasks of their duties; those that exist already are left as
 * they are. Returns how many are new, and of those missed how many each person has.
 */
export async function insertTasks(
  ctx: Context,
  tasks: readonly NewTask[],
): Promise<{ made: number; missed: Missed[] }> {
  let made = 0
  const missed = new Map<string, Missed>()
  for (let start = 0; start < tasks.length; start += atOnce) {
    const part = tasks.slice(start, start + atOnce)
    // what many tasks share is sent once: reading it twenty times over costs more than writing the rows
    const works = table(part, workKey, workOf)
    const times = table(part, timesKey, timesOf)
    const { rows } = await sql<{ made: number; missed: Missed[] | null }>`
      with made as (
        insert into task (tenant_id, id, title, origin, responsibility_id, duty_id, position_id, person_id, unit_id,
          period_from, period_until, due_at, quantity_due, once_key, note, given_by, created_at, grace_hours, remind_at,
          escalate_at, group_key, for_person_id, subject_id, fact_id, counts_kind, reminded_at, escalated_at)
        select ${ctx.tenantId}, n.id, coalesce(w.title, d.name), w.origin, w."responsibilityId", w."dutyId", w."positionId",
          n.person, w."unitId", t."periodFrom", t."periodUntil", t."dueAt", w."quantityDue", n.key, w.note,
          w."givenBy", ${ctx.now}, coalesce(t."graceHours", 0), t."remindAt", t."escalateAt", w."groupKey", w."forPersonId",
          w."subjectId", w."factId", w."countsKind", t."toldAt", t."toldAt"
        from unnest(${part.map((one) => one.id)}::uuid[], ${part.map((one) => one.personId)}::uuid[],
          ${part.map((one) => one.onceKey)}::text[], ${works.refs}::int[], ${times.refs}::int[]) as n(id, person, key, work, time)
        join json_to_recordset(${works.json}::json) as w(ref int, title jsonb, origin text, "responsibilityId" uuid, "dutyId" uuid,
          "positionId" uuid, "unitId" uuid, "quantityDue" int, note text, "givenBy" uuid, "groupKey" text, "forPersonId" uuid,
          "subjectId" uuid, "factId" uuid, "countsKind" text) on w.ref = n.work
        join (select j.*, case when j."isMissed" then ${ctx.now}::timestamptz end as "toldAt" from json_to_recordset(${times.json}::json)
          as j(ref int, "periodFrom" date, "periodUntil" date, "dueAt" timestamptz, "graceHours" int, "remindAt" timestamptz,
          "escalateAt" timestamptz, "isMissed" boolean)) t on t.ref = n.time
        left join responsibility_duty d on d.tenant_id = ${ctx.tenantId} and d.id = w."dutyId"
        on conflict (tenant_id, once_key) do nothing
        returning id, duty_id, person_id, title, due_at, reminded_at
      )${part.some((one) => one.hasSubtasks) ? withSubtasks(ctx) : sql``}
      select count(*)::int as made, (select jsonb_agg(p) from (
          select person_id as "personId", (array_agg(title order by due_at))[1] as title, count(*)::int as count
          from made where reminded_at is not null group by person_id order by person_id) p) as missed
      from made`.execute(ctx.db)
    made += rows[0]?.made ?? 0
    for (const one of rows[0]?.missed ?? []) {
      const before = missed.get(one.personId)
      missed.set(one.personId, before ? { ...before, count: before.count + one.count } : one)
    }
  }
  return { made, missed: [...missed.values()] }
}

/** Subtasks as the duties of the tasks made say. */
function withSubtasks(ctx: Context) {
  return sql`, parts as (
        insert into subtask (tenant_id, id, task_id, title, is_mandatory, sort_order)
        select d.tenant_id, gen_random_uuid(), made.id, s.value -> 'title', coalesce((s.value ->> 'isMandatory')::boolean, true),
          s.ordinality
        from responsibility_duty d join made on d.tenant_id = ${ctx.tenantId} and d.id = made.duty_id
        cross join lateral jsonb_array_elements(d.handling -> 'subtasks') with ordinality s
        where d.handling ? 'subtasks'
      )`
}

/** Rows of what tasks share, each once, and for each task the number of its row. */
function table(
  tasks: readonly NewTask[],
  keyOf: (task: NewTask) => string,
  shareOf: (task: NewTask) => object,
): { json: string; refs: number[] } {
  const known = new Map<string, number>()
  const rows: object[] = []
  const refs = tasks.map((task) => {
    const key = keyOf(task)
    const ref = known.get(key) ?? rows.push({ ref: rows.length, ...shareOf(task) }) - 1
    known.set(key, ref)
    return ref
  })
  return { json: JSON.stringify(rows), refs }
}

/** Tasks of one duty say the same but for what is named here. */
function workKey(task: NewTask): string {
  if (task.title !== null) return task.id
  const { dutyId, positionId, unitId, forPersonId, groupKey, factId, subjectId, quantityDue } = task
  return `${dutyId} ${positionId} ${unitId} ${forPersonId} ${groupKey} ${factId} ${subjectId} ${quantityDue}`
}

function timesKey({ periodFrom, periodUntil, dueAt, graceHours, remindAt, escalateAt, isMissed }: NewTask): string {
  return `${periodFrom} ${periodUntil} ${dueAt} ${graceHours} ${remindAt} ${escalateAt} ${isMissed}`
}

function workOf(task: NewTask): object {
  const { title, origin, responsibilityId, dutyId, positionId, unitId, quantityDue, note, givenBy } = task
  const ofDuty = { groupKey: task.groupKey, forPersonId: task.forPersonId, countsKind: task.countsKind }
  const about = { subjectId: task.subjectId, factId: task.factId }
  const work = { title, origin, responsibilityId, dutyId, positionId, unitId, quantityDue, note, givenBy }
  return Object.assign(work, ofDuty, about)
}

function timesOf({ periodFrom, periodUntil, dueAt, graceHours, remindAt, escalateAt, isMissed }: NewTask) {
  return { periodFrom, periodUntil, dueAt, graceHours, remindAt, escalateAt, isMissed }
}

/** The last day whose tasks were made; null before the first. */
export async function madeUntil(ctx: Context): Promise<Day | null> {
  const row = await ctx.db
    .selectFrom('task_run')
    .select('made_until')
    .where('tenant_id', '=', ctx.tenantId)
    .executeTakeFirst()
  return row?.made_until ?? null
}

export async function noteMade(ctx: Context, until: Day): Promise<void> {
  await ctx.db
    .insertInto('task_run')
    .values({ tenant_id: ctx.tenantId, made_until: until })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet((eb) => ({
        made_until: eb.fn('greatest', ['task_run.made_until', 'excluded.made_until']),
      })),
    )
    .execute()
}

/** The days of a window, but its first, on which duties, who holds them, or the places they are held at begin or end. */
export async function turningDays(ctx: Context, from: Day, until: Day): Promise<Day[]> {
  const { rows } = await sql<{ day: Day }>`select distinct turn.day from (
      select valid_from as day from responsibility_version where tenant_id = ${ctx.tenantId} and valid_from > ${from}::date and valid_from < ${until}::date
      union all select valid_until from responsibility_version where tenant_id = ${ctx.tenantId} and valid_until > ${from}::date and valid_until < ${until}::date
      union all select valid_from from holding where tenant_id = ${ctx.tenantId} and valid_from > ${from}::date and valid_from < ${until}::date
      union all select valid_until from holding where tenant_id = ${ctx.tenantId} and valid_until > ${from}::date and valid_until < ${until}::date
      union all select valid_from from position_version where tenant_id = ${ctx.tenantId} and valid_from > ${from}::date and valid_from < ${until}::date
      union all select valid_until from position_version where tenant_id = ${ctx.tenantId} and valid_until > ${from}::date and valid_until < ${until}::date
      union all select a.valid_from from assignment a where a.tenant_id = ${ctx.tenantId} and a.valid_from > ${from}::date and a.valid_from < ${until}::date
      union all select a.valid_until from assignment a where a.tenant_id = ${ctx.tenantId} and a.valid_until > ${from}::date and a.valid_until < ${until}::date
    ) turn order by 1`.execute(ctx.db)
  return rows.map((row) => row.day)
}

/** The accounts that hold a permission, in whatever scope. */
export async function accountsWith(ctx: Context, permission: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('account_role as a')
    .innerJoin('role_grant as g', (join) =>
      join.onRef('g.tenant_id', '=', 'a.tenant_id').onRef('g.role_id', '=', 'a.role_id'),
    )
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('g.permission', '=', permission)
    .where(validOn('a', ctx.today))
    .select('a.account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}
