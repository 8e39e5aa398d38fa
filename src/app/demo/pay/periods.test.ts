import { expect, test } from 'vitest'
import { chinaCalendar } from '#core/payroll'
import { closedPeriods, monthOf, openPeriod } from './periods.ts'

test.each([
  ['2026-12-09', '2026-11', '2025-05'],
  ['2026-12-10', '2026-12', '2025-06'],
  ['2027-01-01', '2026-12', '2025-06'],
  ['2028-02-29', '2028-02', '2026-08'],
])('on %s the month %s is still to be paid, and eighteen before it are closed', (today, open, first) => {
  const closed = closedPeriods(today)
  expect([openPeriod(today), closed[0], closed.length]).toEqual([open, first, 18])
  expect(closed.at(-1)).toBe(closedPeriods(`${open}-28`).at(-1))
})

test('a month is paid on the tenth of the next, or the workday before; a year nobody entered has its weekends', () => {
  expect(monthOf('2026-09', chinaCalendar)).toMatchObject({ last: '2026-09-30', paidOn: '2026-10-10' })
  expect(monthOf('2026-04', chinaCalendar).paidOn).toBe('2026-05-09')
  expect(monthOf('2026-12', chinaCalendar).paidOn).toBe('2027-01-08')
  const february = monthOf('2026-02', chinaCalendar)
  expect([february.paidDays.length, february.workdays.length]).toEqual([20, 16])
})
