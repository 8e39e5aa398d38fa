import { sql } from 'kysely'
import type { DayKind, WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { SpecialDay } from '../calendar-rules.ts'

export async function readWorkCalendar(ctx: Context): Promise<WorkCalendar> {
  const years = await ctx.db.selectFrom('calendar_year').select('year').where('tenant_id', '=', ctx.tenantId).execute()
  const days = await ctx.db
    .selectFrom('calendar_day')
    .select(['day', 'kind'])
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
  return {
    years: new Set(years.map((row) => row.year)),
    exceptions: new Map(days.map((row) => [row.day, row.kind as DayKind])),
  }
}

export type StoredYear = { readonly year: number; readonly source: string; readonly days: SpecialDay[] }

/** The years entered, or the one asked for, each with its special days. */
export async function calendarYears(ctx: Context, year?: number): Promise<StoredYear[]> {
  const one = year === undefined ? sql`` : sql`and y.year = ${year}`
  const { rows } = await sql<StoredYear>`
    select y.year, y.source, coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day)
      filter (where d.day is not null), '[]') as days
    from calendar_year y
    left join calendar_day d on d.tenant_id = y.tenant_id and d.day >= make_date(y.year, 1, 1) and d.day < make_date(y.year + 1, 1, 1)
    where y.tenant_id = ${ctx.tenantId} ${one}
    group by y.year, y.source order by y.year`.execute(ctx.db)
  return rows
}

/** Replaces a year whole. */
export async function writeYear(ctx: Context, { year, source, days }: StoredYear): Promise<void> {
  await ctx.db
    .insertInto('calendar_year')
    .values({ tenant_id: ctx.tenantId, year, source })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'year']).doUpdateSet({ source }))
    .execute()
  await ctx.db
    .deleteFrom('calendar_day')
    .where('tenant_id', '=', ctx.tenantId)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<', `${year + 1}-01-01`)
    .execute()
  if (days.length === 0) return
  await ctx.db
    .insertInto('calendar_day')
    .values(days.map((special) => ({ tenant_id: ctx.tenantId, ...special })))
    .execute()
}
