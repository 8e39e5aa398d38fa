import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { isPlain, readCalendarCsv, workdaysByMonth, type SpecialDay } from '../calendar-rules.ts'
import type { CalendarYear, routes } from '../contract.ts'
import { calendarDayOutside, calendarEmpty, calendarLineUnread } from '../problems.ts'
import { calendarYears, writeYear, type StoredYear } from '../store/calendar.ts'

export async function listCalendarYears(ctx: Context) {
  return (await calendarYears(ctx)).map(withCounts)
}

export async function readCalendarYear(ctx: Context, { year }: { year: number }): Promise<CalendarYear> {
  const [found] = await calendarYears(ctx, year)
  if (!found) throw notFound({ what: 'calendar-year' })
  return withCounts(found)
}

/** Enters or replaces the special days of a year. An empty list is refused: a year without holidays is a mistake. */
export async function importCalendarYear(
  ctx: Context,
  input: Input<typeof routes.importCalendarYear>,
): Promise<CalendarYear> {
  const { year, source } = input
  const days = daysOf(input).filter((special) => !isPlain(special))
  if (days.length === 0) throw calendarEmpty({})
  const stranger = days.find((special) => !special.day.startsWith(`${year}-`))
  if (stranger) throw calendarDayOutside({ day: stranger.day, year })
  const [before] = await calendarYears(ctx, year)
  const stored = { year, source, days: [...new Map(days.map((special) => [special.day, special])).values()] }
  await writeYear(ctx, stored)
  await ctx.audit({ action: 'organisation.calendar-changed', target: `calendar/${year}`, before, after: stored })
  await ctx.emit('organisation.calendar-changed', { year })
  await ctx.announce('organisation')
  return readCalendarYear(ctx, { year })
}

function daysOf({ days, csv }: Input<typeof routes.importCalendarYear>): SpecialDay[] {
  if (csv === undefined) return days ?? []
  const read = readCalendarCsv(csv)
  if ('fault' in read) throw calendarLineUnread(read.fault)
  return read.days
}

function withCounts(stored: StoredYear): CalendarYear {
  const months = workdaysByMonth(stored.year, stored.days)
  return {
    ...stored,
    workdaysByMonth: months,
    workdays: months.reduce((sum, count) => sum + count, 0),
    statutoryDays: stored.days.filter((special) => special.kind === 'statutory').length,
  }
}
