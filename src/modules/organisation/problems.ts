import { problem } from '#kernel/problem'

export const calendarYearMissing = problem<{ year: number }>('conflict', 'organisation.calendar-year-missing')
