import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Days } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import { validDuring, validOn } from '#kernel/as-of'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'

export type TaskCount = {
  readonly personId: string
  readonly responsibilityId: string | null
  readonly open: number
  readonly late: number
  readonly excused: number
}

/** Tasks of people due in a period: open, open past their time, and cancelled, by responsibility. */
export async function tasksIn(ctx: Context, personIds: readonly string[], period: Days): Promise<TaskCount[]> {
  return ctx.db
    .selectFrom('task as t')
    .select(['t.person_id as personId', 't.responsibility_id as responsibilityId'])
    .select([
      sql<number>`count(*) filter (where t.status = 'open')`.as('open'),
      sql<number>`count(*) filter (where t.status = 'open' and t.due_at < ${ctx.now})`.as('late'),
      sql<number>`count(*) filter (where t.status = 'cancelled')`.as('excused'),
    ])
    .where('t.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`t.person_id = any(${[...personIds]}::uuid[])`)
    .where('t.due_at', '>=', instantOf(ctx.timeZone, period.from))
    .where('t.due_at', '<', instantOf(ctx.timeZone, period.until))
    .where('t.status', '<>', 'done')
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .groupBy(['t.person_id', 't.responsibility_id'])
    .execute()
}

/** Open tasks of people whenever they are due, and those of them past their time. */
export async function openTasksOf(
  ctx: Context,
  personIds: readonly string[],
): Promise<Map<string, { open: number; late: number }>> {
  const rows = await ctx.db
    .selectFrom('task as t')
    .select('t.person_id as personId')
    .select([sql<number>`count(*)`.as('open'), sql<number>`count(*) filter (where t.due_at < ${ctx.now})`.as('late')])
    .where('t.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`t.person_id = any(${[...personIds]}::uuid[])`)
    .where('t.status', '=', 'open')
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .groupBy('t.person_id')
    .execute()
  return new Map(rows.map(({ personId, open, late }) => [personId, { open, late }]))
}

export type Away = Days & { readonly personId: string; readonly kind: string }

/** Absences of people, cut to the days of a period. */
export async function absencesIn(ctx: Context, personIds: readonly string[], period: Days): Promise<Away[]> {
  return ctx.db
    .selectFrom('absence as b')
    .select(['b.person_id as personId', 'b.kind'])
    .select(sql<Day>`greatest(b.valid_from, ${period.from}::date)`.as('from'))
    .select(sql<Day>`least(b.valid_until, ${period.until}::date)`.as('until'))
    .where('b.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`b.person_id = any(${[...personIds]}::uuid[])`)
    .where(validDuring('b', period))
    .execute()
}

/** What responsibilities ask of who carries them out, as their versions of a day say. */
export async function capabilitiesOf(
  ctx: Context,
  responsibilityIds: readonly string[],
  day: Day,
): Promise<Map<string, readonly LocalText[]>> {
  const rows = await ctx.db
    .selectFrom('responsibility_version as v')
    .select(['v.responsibility_id as id', sql<LocalText[]>`v.capabilities`.as('capabilities')])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`v.responsibility_id = any(${[...responsibilityIds]}::uuid[])`)
    .where(validOn('v', day))
    .execute()
  return new Map(rows.map(({ id, capabilities }) => [id, capabilities]))
}

/** When the last fact of each kind came about somebody, of the last year. */
export async function lastFactDays(
  ctx: Context,
  personId: string,
  kinds: readonly string[],
): Promise<Map<string, Day>> {
  if (kinds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('fact as f')
    .select(['f.kind', sql<Day>`max(f.day)`.as('day')])
    .where('f.tenant_id', '=', ctx.tenantId)
    .where('f.person_id', '=', personId)
    .where('f.day', '>', sql<Day>`${ctx.today}::date - 366`)
    .where(sql<boolean>`f.kind = any(${[...kinds]})`)
    .groupBy('f.kind')
    .execute()
  return new Map(rows.map(({ kind, day }) => [kind, day]))
}
