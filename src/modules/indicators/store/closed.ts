import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { Cell } from '../rules.ts'
import { factRows } from './facts.ts'

export type ClosedPeriod = {
  readonly id: string
  readonly kind: 'month' | 'quarter' | 'year'
  readonly from: Day
  readonly until: Day
  readonly note: string
  readonly closedAt: Date
  readonly closer: string
  readonly reopenedAt: Date | null
  readonly reopener: string | null
  readonly reason: string | null
  readonly lateFacts: number
}

/** Closed periods, the latest first, those opened again among them. */
export async function closedPeriods(ctx: Context, limit: number): Promise<ClosedPeriod[]> {
  const { rows } = await sql<ClosedPeriod>`
    select p.id, p.kind, p.from_day as "from", p.until_day as "until", p.note, p.closed_at as "closedAt", p.closer,
      p.reopened_at as "reopenedAt", p.reopener, p.reason,
      (select count(*)::int from late_fact l where l.tenant_id = p.tenant_id and l.period_id = p.id) as "lateFacts"
    from closed_period p where p.tenant_id = ${ctx.tenantId} order by p.from_day desc, p.closed_at desc limit ${limit}`.execute(
    ctx.db,
  )
  return rows
}

/** The closed period of exactly these days, if it is not open again. */
export async function closedNow(ctx: Context, { from, until }: Days): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom('closed_period')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('from_day', '=', from)
    .where('until_day', '=', until)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
}

type Frozen = { readonly cells: readonly Cell[]; readonly unclaimed: number; readonly closedId: string }

/** What closed periods hold for people; undefined for a period that is open. */
export async function closedStandings(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  periods: readonly Days[],
): Promise<((personId: string, period: Days) => Frozen | undefined) | undefined> {
  const spans = periods.map(({ from, until }) => sql`(${from}::date, ${until}::date)`)
  const closed = await sql<{ id: string; from: Day; until: Day }>`
    select p.id, p.from_day as "from", p.until_day as "until" from closed_period p
    where p.tenant_id = ${ctx.tenantId} and p.reopened_at is null and (p.from_day, p.until_day) in (${sql.join(spans)})`.execute(
    ctx.db,
  )
  if (closed.rows.length === 0) return undefined
  const ids = closed.rows.map(({ id }) => id)
  const { rows } = await sql<{ personId: string; periodId: string; cell: Cell; isVisible: boolean }>`
    select c.person_id as "personId", c.period_id as "periodId", c.cell,
      ${ctx.visible(permission, { person: 'c.person_id', unit: 'c.unit_id' })} as "isVisible"
    from closed_cell c where c.tenant_id = ${ctx.tenantId} and c.period_id = any(${ids}::uuid[])
      and c.person_id = any(${[...personIds]}::uuid[]) order by c.responsibility_id`.execute(ctx.db)
  const cells = Map.groupBy(rows, (row) => `${row.periodId}:${row.personId}`)
  const idOf = new Map(closed.rows.map(({ id, from, until }) => [`${from}:${until}`, id]))
  return (personId, { from, until }) => {
    const closedId = idOf.get(`${from}:${until}`)
    if (!closedId) return undefined
    const own = cells.get(`${closedId}:${personId}`) ?? []
    return { cells: own.map(({ cell, isVisible }) => ({ ...cell, isVisible })), unclaimed: 0, closedId }
  }
}

export type CellToFreeze = {
  readonly personId: string
  readonly responsibilityId: string
  readonly unitId: string
  readonly cell: Cell
}

export async function freezeCells(ctx: Context, periodId: string, cells: readonly CellToFreeze[]): Promise<void> {
  if (cells.length === 0) return
  await sql`
    insert into closed_cell (tenant_id, period_id, person_id, responsibility_id, unit_id, cell)
    select ${ctx.tenantId}::uuid, ${periodId}::uuid, n."personId", n."responsibilityId", n."unitId", n.cell
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb)
      as n("personId" uuid, "responsibilityId" uuid, "unitId" uuid, cell jsonb)`.execute(ctx.db)
}

/** Waits for facts under way and lets no others in until the transaction ends: what is closed is closed for all of them. */
export async function holdFacts(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('indicators.close:' || ${ctx.tenantId}, 0))`.execute(ctx.db)
}

export async function closedById(
  ctx: Context,
  id: string,
): Promise<{ id: string; closedAt: Date; closer: string } | undefined> {
  return ctx.db
    .selectFrom('closed_period')
    .select(['id', 'closed_at as closedAt', 'closer'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function periodById(
  ctx: Context,
  id: string,
): Promise<{ id: string; kind: string; from: Day; until: Day; reopenedAt: Date | null } | undefined> {
  return ctx.db
    .selectFrom('closed_period')
    .select(['id', 'kind', 'from_day as from', 'until_day as until', 'reopened_at as reopenedAt'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertClosed(
  ctx: Context,
  { kind, from, until, note }: Days & { kind: string; note: string },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('closed_period')
    .values({
      tenant_id: ctx.tenantId,
      id,
      kind,
      from_day: from,
      until_day: until,
      note,
      closed_at: ctx.now,
      closed_by: ctx.actor.accountId,
      closer: ctx.actor.name,
    })
    .execute()
  return id
}

export async function setReopened(ctx: Context, id: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('closed_period')
    .set({ reopened_at: ctx.now, reopened_by: ctx.actor.accountId, reopener: ctx.actor.name, reason })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

const whose = { person: 'f.person_id', unit: 'f.unit_id' }

/** Facts that came too late for a period, of those one may see, the latest recorded first; with how many there are. */
export async function lateFactRows(ctx: Context, permission: string, periodId: string, limit: number) {
  const isLate = sql<boolean>`exists (select from late_fact l where l.tenant_id = f.tenant_id
    and l.period_id = ${periodId} and l.fact_id = f.id)`
  const rows = await factRows(ctx)
    .where(isLate)
    .where(ctx.visible(permission, whose))
    .orderBy('f.recorded_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute()
  const { total } = await ctx.db
    .selectFrom('fact as f')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('f.tenant_id', '=', ctx.tenantId)
    .where(isLate)
    .where(ctx.visible(permission, whose))
    .executeTakeFirstOrThrow()
  return { total, rows }
}

/** The people whose facts came too late. */
export async function latePeople(
  ctx: Context,
  permission: string,
  periodId: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct pe.id, pe.name from late_fact l
    join fact f on f.tenant_id = l.tenant_id and f.id = l.fact_id
    join person pe on pe.tenant_id = f.tenant_id and pe.id = f.person_id
    where l.tenant_id = ${ctx.tenantId} and l.period_id = ${periodId} and ${ctx.visible(permission, whose)}
    order by pe.name limit ${limit}`.execute(ctx.db)
  return rows
}
