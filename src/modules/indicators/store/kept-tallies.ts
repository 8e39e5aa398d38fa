import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { PersonTally } from '../rules.ts'

export type KeptTally = {
  readonly personId: string
  readonly month: Day
  readonly needs: string
  readonly tallies: readonly PersonTally[]
}
export type PersonMonth = { readonly personId: string; readonly month: Day }

/** What is kept of people's months and still counts: a fact that came since has left its mark. */
export async function keptTallies(
  ctx: Context,
  personIds: readonly string[],
  months: readonly Day[],
): Promise<KeptTally[]> {
  if (personIds.length === 0 || months.length === 0) return []
  const { rows } = await sql<KeptTally>`
    select t.person_id as "personId", t.month, t.needs, t.tallies from tally t
    where t.tenant_id = ${ctx.tenantId} and t.person_id = any(${[...personIds]}::uuid[]) and t.month = any(${[...months]}::date[])
      and not exists (select from tally_mark m where m.tenant_id = t.tenant_id and m.person_id = t.person_id and m.month = t.month)`.execute(
    ctx.db,
  )
  return rows
}

export async function keepTally(ctx: Context, kept: readonly KeptTally[]): Promise<void> {
  if (kept.length === 0) return
  await sql`
    insert into tally (tenant_id, person_id, month, needs, tallies, computed_at)
    select ${ctx.tenantId}::uuid, n."personId", n.month, n.needs, n.tallies, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as n("personId" uuid, month date, needs text, tallies jsonb)
    on conflict (tenant_id, person_id, month) do update set needs = excluded.needs, tallies = excluded.tallies,
      computed_at = excluded.computed_at`.execute(ctx.db)
}

/** One at a time may compute for a tenant: two with different views of the facts could put the older one last. */
export async function takeTurn(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('indicators.tally:' || ${ctx.tenantId}, 0)) as mine`.execute(
    ctx.db,
  )
  return rows[0]?.mine ?? false
}

export type Marks = PersonMonth & { readonly ids: readonly string[] }

/** The marks there are now of up to so many people and months; the earliest months last. */
export async function marksNow(ctx: Context, limit: number): Promise<Marks[]> {
  const { rows } = await sql<Marks>`
    select person_id as "personId", month, array_agg(id) as ids from tally_mark where tenant_id = ${ctx.tenantId}
    group by person_id, month order by month desc, person_id limit ${limit}`.execute(ctx.db)
  return rows
}

export async function wipeMarks(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`delete from tally_mark where tenant_id = ${ctx.tenantId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
}

/** Forgets what is kept, to be computed from nothing. */
export async function forgetTallies(ctx: Context): Promise<void> {
  await sql`delete from tally where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
  await sql`delete from tally_mark where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
}

/** People with a seat in the months since a day, whose month is not kept yet. */
export async function unkept(ctx: Context, months: readonly Day[], limit: number): Promise<PersonMonth[]> {
  const { rows } = await sql<PersonMonth>`
    select distinct a.person_id as "personId", m.month from unnest(${[...months]}::date[]) m(month)
    join assignment a on a.tenant_id = ${ctx.tenantId} and a.valid_from < (m.month + interval '1 month')::date
      and (a.valid_until is null or a.valid_until > m.month)
    where not exists (select from tally t where t.tenant_id = a.tenant_id and t.person_id = a.person_id and t.month = m.month)
    order by m.month desc, a.person_id limit ${limit}`.execute(ctx.db)
  return rows
}

/** Has what just came added up soon. Asked once a second for each company at most: a turn takes all there is. */
export async function keepSoon(ctx: Context): Promise<void> {
  const last = asked.get(ctx.tenantId) ?? 0
  const now = Date.now()
  if (now - last < 1000) return
  asked.set(ctx.tenantId, now)
  await ctx.enqueue('indicators.keepTallies', {})
}

const asked = new Map<string, number>()
