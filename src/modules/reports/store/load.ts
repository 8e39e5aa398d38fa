import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Days } from '#core/indicator'
import { validDuring } from '#kernel/as-of'
import { instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'

export type PersonWeek = { readonly personId: string; readonly week: number; readonly amount: number }

/** Hours told by facts, by person and week; a reversed fact carries its measures negated. */
export async function hoursIn(
  ctx: Context,
  personIds: readonly string[],
  weeks: readonly Days[],
  { kind, measure }: { kind: string; measure: string },
): Promise<PersonWeek[]> {
  const { first, last, spans } = spansOf(weeks)
  const { rows } = await sql<PersonWeek>`
    select f.person_id as "personId", w.n as week, sum((f.measures ->> ${measure})::numeric)::float8 as amount
    from fact f join (values ${spans}) as w(n, "from", "until") on f.day >= w."from" and f.day < w."until"
    where f.tenant_id = ${ctx.tenantId} and f.person_id = any(${[...personIds]}::uuid[]) and f.kind = ${kind}
      and f.day >= ${first} and f.day < ${last} and jsonb_typeof(f.measures -> ${measure}) = 'number'
      and ${ctx.visible('indicators.read', { person: 'f.person_id', unit: 'f.unit_id' })}
    group by f.person_id, w.n`.execute(ctx.db)
  return rows
}

/** Tasks that lay open at the end of each week, by person; cancelled ones count nowhere. */
export async function queuesIn(
  ctx: Context,
  personIds: readonly string[],
  weeks: readonly Days[],
): Promise<PersonWeek[]> {
  const ends = weeks.map(({ until }, n) => sql`(${n}::int, ${instantOf(ctx.timeZone, until)}::timestamptz)`)
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return []
  const { rows } = await sql<PersonWeek>`
    select t.person_id as "personId", w.n as week, count(*) as amount
    from task t join (values ${sql.join(ends)}) as w(n, at) on t.created_at < w.at and (t.done_at is null or t.done_at >= w.at)
    where t.tenant_id = ${ctx.tenantId} and t.person_id = any(${[...personIds]}::uuid[]) and t.status <> 'cancelled'
      and t.created_at < ${instantOf(ctx.timeZone, last.until)} and (t.done_at is null or t.done_at >= ${instantOf(ctx.timeZone, first.until)})
      and ${ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' })}
    group by t.person_id, w.n`.execute(ctx.db)
  return rows
}

export type Share = {
  readonly personId: string
  readonly sharePermille: number
  readonly from: Day
  readonly until: Day | null
}

/** Which part of the working time people give, over all their seats of some days. */
export async function sharesIn(ctx: Context, personIds: readonly string[], days: Days): Promise<Share[]> {
  return ctx.db
    .selectFrom('assignment as a')
    .select([
      'a.person_id as personId',
      'a.share_permille as sharePermille',
      'a.valid_from as from',
      'a.valid_until as until',
    ])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`a.person_id = any(${[...personIds]}::uuid[])`)
    .where(validDuring('a', days))
    .execute()
}

function spansOf(weeks: readonly Days[]) {
  return {
    first: weeks[0]?.from ?? '',
    last: weeks.at(-1)?.until ?? '',
    spans: sql.join(weeks.map(({ from, until }, n) => sql`(${n}::int, ${from}::date, ${until}::date)`)),
  }
}
