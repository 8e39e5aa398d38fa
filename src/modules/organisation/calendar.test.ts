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

test('what is no year is refused with its reason, and the year stays missing', async () => {
  const world = await openWorld()
  const { send } = await world.member({ role: 'administrator' })
  const enter = (content: object) => send('PUT', '/calendar/years/2027', { source: 'notice', ...content })
  for (const [content, code] of [
    [{ days: [{ day: '2026-01-01', kind: 'rest', name: 'x' }] }, 'organisation.calendar-day-outside'],
    [{ csv: 'day,kind\n2027-01-01,party' }, 'organisation.calendar-line-unread'],
    [{ days: [] }, 'organisation.calendar-empty'],
    [{ days: [{ day: '2027-01-01', kind: 'party' }] }, 'base.bad-input'],
  ] as const)
    expect(await enter(content)).toMatchObject({ status: 400, body: { code } })
  expect((await send('GET', '/calendar/years/2027')).status).toBe(404)
})
