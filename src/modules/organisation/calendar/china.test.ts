import { expect, test } from 'vitest'
import { isDay, type DayKind } from '#core/calendar'
import { readCalendarCsv, workdaysByMonth } from '../calendar-rules.ts'
import { chinaYears } from './china.ts'

const byYear = Object.fromEntries(
  chinaYears.map(({ year, days }) => [year, days.map((special) => ({ ...special, kind: special.kind as DayKind }))]),
)

test.each([
  [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23], 248, 13],
  [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], 248, 13],
  [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22], 251, 11],
])('%i has the workdays of each month that payroll counts by', (year, months, total, statutory) => {
  const days = byYear[year] ?? []
  expect(workdaysByMonth(year, days)).toEqual(months)
  expect(months.reduce((sum, count) => sum + count, 0)).toBe(total)
  expect(days.filter((special) => special.kind === 'statutory')).toHaveLength(statutory)
  expect(days.every((special) => isDay(special.day) && special.day.startsWith(`${year}-`))).toBe(true)
})

test.each([2025, 2026])('%i: workdays and statutory days are the 261 that 21.75 a month is made of', (year) => {
  const days = byYear[year] ?? []
  const workdays = workdaysByMonth(year, days).reduce((sum, count) => sum + count, 0)
  expect(workdays + days.filter((special) => special.kind === 'statutory').length).toBe(261)
})

test('a calendar is read from lines of day, kind and name in the words of both languages', () => {
  expect(
    readCalendarCsv('\uFEFF日期,类型,名称\r\n2027/1/1,法定节假日,元旦\n2027-01-02;rest;元旦\n\n2027.1.3\t上班\t'),
  ).toEqual({
    days: [
      { day: '2027-01-01', kind: 'statutory', name: '元旦' },
      { day: '2027-01-02', kind: 'rest', name: '元旦' },
      { day: '2027-01-03', kind: 'workday', name: '' },
    ],
  })
  expect(readCalendarCsv('2027-01-01,statutory\n2027-02-30,rest')).toEqual({
    fault: { line: 2, text: '2027-02-30,rest' },
  })
  expect(readCalendarCsv('2027-01-01,party')).toMatchObject({ fault: { line: 1 } })
})
