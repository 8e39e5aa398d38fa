import { expect, test } from 'vitest'
import { openWorld } from '#test/world'

test('a year is read with its counts, and a missing one entered from a CSV', async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'hr' })
  expect((await send('GET', '/calendar/years')).body).toMatchObject([
    { year: 2024, workdays: 251, statutoryDays: 11 },
    { year: 2025, workdays: 248, statutoryDays: 13 },
    { year: 2026, workdays: 248, statutoryDays: 13 },
  ])
  expect((await send('GET', '/calendar/years/2027')).status).toBe(404)
  const csv =
    'day,kind,name\n2027-01-01,statutory,元旦\n2027-01-02,rest,元旦\n2027-01-03,workday,元旦\n2027-01-04,workday,\n'
  const entered = await send('PUT', '/calendar/years/2027', { source: 'notice of November 2026', csv })
  expect(entered.body).toMatchObject({ year: 2027, workdays: 261, statutoryDays: 1 })
  expect(entered.body.days.map((special: { day: string }) => special.day)).toEqual([
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
})

test.each([
  [
    'a day of another year',
    { days: [{ day: '2026-01-01', kind: 'rest', name: 'x' }] },
    'organisation.calendar-day-outside',
  ],
  ['a line nobody understands', { csv: 'day,kind\n2027-01-01,party' }, 'organisation.calendar-line-unread'],
  ['no day at all', { days: [] }, 'organisation.calendar-empty'],
  ['a kind that does not exist', { days: [{ day: '2027-01-01', kind: 'party' }] }, 'base.bad-input'],
])('%s is refused and the year stays missing', async (_name, content, code) => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'administrator' })
  expect(await send('PUT', '/calendar/years/2027', { source: 'notice', ...content })).toMatchObject({
    status: 400,
    body: { code },
  })
  expect((await send('GET', '/calendar/years/2027')).status).toBe(404)
})
