import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Day } from './shared.ts'

export const dayKinds = ['workday', 'rest', 'statutory'] as const

export const CalendarDay = z.object({ day: Day, kind: z.enum(dayKinds), name: z.string().trim().max(50).default('') })
export type CalendarDay = z.infer<typeof CalendarDay>

const Year = z.coerce.number().int().min(1990).max(2100)
const Summary = z.object({
  year: z.int(),
  source: z.string(),
  workdays: z.int(),
  statutoryDays: z.int(),
})
export const CalendarYear = Summary.extend({
  /** Days that differ from Monday to Friday. */
  days: z.array(CalendarDay),
  /** Workdays of January to December. */
  workdaysByMonth: z.array(z.int()),
})
export type CalendarYear = z.infer<typeof CalendarYear>

export const calendarRoutes = defineRoutes({
  listCalendarYears: {
    method: 'GET',
    path: '/calendar/years',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.array(Summary),
  },
  readCalendarYear: {
    method: 'GET',
    path: '/calendar/years/:year',
    permission: 'organisation.read',
    input: z.object({ year: Year }),
    output: CalendarYear,
  },
  /** Replaces a year whole: either `days`, or `csv` with the columns day, kind and name. */
  importCalendarYear: {
    method: 'PUT',
    path: '/calendar/years/:year',
    permission: 'organisation.edit-calendar',
    input: z.object({
      year: Year,
      source: z.string().trim().min(3).max(500),
      days: z.array(CalendarDay).max(366).optional(),
      csv: z.string().max(100_000).optional(),
    }),
    output: CalendarYear,
  },
})
