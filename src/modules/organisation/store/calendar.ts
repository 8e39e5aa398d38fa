import type { DayKind, WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'

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
