import { beforeEach, expect, test } from 'vitest'
import { languages, say } from '#kernel/i18n'
import { dailyReport, openOffice, weeklyVisits, type Office } from './trial.ts'

let office: Office

const make = (now?: string) => {
  if (now) office.world.time.now = new Date(now)
  return office.world.runJob('tasks.makeTasks')
}
const made = (name = 'Arrivals', person = 'ann') =>
  office.world.within(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('task')
      .select(['title', 'period_from', 'due_at'])
      .where('person_id', '=', office.chart.people[person] ?? '')
      .orderBy('period_from')
      .execute()
    return rows.filter((row) => (row.title as { en: string }).en === name).map((row) => row.period_from)
  })
const told = (kind: string) =>
  office.world.within((ctx) =>
    ctx.db
      .selectFrom('notification')
      .select(['kind', 'facts', 'link'])
      .where('kind', '=', kind)
      .orderBy('id')
      .execute(),
  )

beforeEach(async () => {
  office = await openOffice()
})

test('done twice it makes nothing twice, and who joins gets only his own', async () => {
  await make()
  await make()
  expect([await made(), await made('Visits')]).toEqual([['2026-03-02', '2026-03-03', '2026-03-04'], ['2026-03-02']])
  expect([await made('Arrivals', 'boss'), await made('Arrivals', 'carl')]).toEqual([[], []])
})

test('weekends and holidays ask for nothing, a swapped workday does', async () => {
  office = await openOffice([dailyReport], '2026-05-09T02:00:00Z')
  await office.world.within((ctx) =>
    ctx.db
      .insertInto('setting')
      .values({
        tenant_id: ctx.tenantId,
        key: 'tasks.catchUpDays',
        value: '10',
        changed_at: ctx.now,
      })
      .execute(),
  )
  await make()
  // 1 to 5 May are holidays; Saturday the 9th is worked in exchange
  expect(await made()).toEqual(['2026-04-29', '2026-04-30', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09'])
})

test('after days of silence the days missed are made up, as far back as the setting says', async () => {
  await make('2026-03-10T02:00:00Z')
  expect(await made()).toEqual(['2026-03-09', '2026-03-10'])
  expect(await made('Visits')).toEqual(['2026-03-09'])
})

test('a duty that is new today asks for nothing of the days before', async () => {
  office = await openOffice([])
  await make()
  await office.hr('POST', `/responsibilities/${office.responsibilityId}/versions`, {
    name: { en: 'Customers' },
    duties: [dailyReport],
    from: '2026-03-04',
  })
  await make()
  expect(await made()).toEqual(['2026-03-04'])
})

test('a new version in the middle of a week makes the work of the week no second time', async () => {
  await make()
  await office.hr('POST', `/responsibilities/${office.responsibilityId}/versions`, {
    name: { en: 'Customers' },
    duties: [dailyReport, { ...weeklyVisits, cadence: { every: 'week', times: 9 } }],
    from: '2026-03-05',
  })
  await make('2026-03-05T02:00:00Z')
  expect([await made(), await made('Visits')]).toEqual([
    ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
    ['2026-03-02'],
  ])
})

test('who has left the seat gets nothing more, who takes it over does from his first day', async () => {
  await office.world.within(async (ctx) => {
    const ann = office.chart.people['ann'] ?? ''
    await ctx.db.updateTable('assignment').set({ valid_until: '2026-03-03' }).where('person_id', '=', ann).execute()
    await ctx.db
      .insertInto('assignment')
      .values({
        tenant_id: ctx.tenantId,
        id: ctx.newId(),
        person_id: office.chart.people['carl'] ?? '',
        position_id: office.chart.positions['REP'] ?? '',
        kind: 'concurrent',
        share_permille: 100,
        valid_from: '2026-03-04',
        valid_until: null,
      })
      .execute()
  })
  await make()
  expect([await made(), await made('Visits')]).toEqual([['2026-03-02'], []])
  expect([await made('Arrivals', 'carl'), await made('Visits', 'carl')]).toEqual([['2026-03-04'], ['2026-03-02']])
})

test('a year without a calendar stops the work that needs it, and those who keep the calendar are told once a day', async () => {
  await office.world.within((ctx) => ctx.db.deleteFrom('calendar_year').where('year', '>', 2026).execute())
  await make('2026-12-31T02:00:00Z')
  await make()
  // of the new year's week nothing is guessed; the days of the old year are sure
  expect([await made('Visits'), await made()]).toEqual([[], ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']])
  expect(await told('tasks.calendar-missing')).toEqual([
    { kind: 'tasks.calendar-missing', facts: { year: 2027 }, link: '/calendar' },
  ])
  expect(say('en', 'tasks.notifications.calendar-missing', { year: 2027 })).toBe(
    'The working calendar of 2027 has not been entered, so its tasks cannot be made. Enter it now.',
  )
})

test('a change of seats, duties or calendar asks for the tasks to be made soon', async () => {
  office.world.enqueued.length = 0
  const { hr, chart } = office
  const seated = await hr('POST', `/persons/${chart.people['carl']}/assignments`, {
    positionId: chart.positions['REP'],
    kind: 'concurrent',
    sharePermille: 0,
    from: '2026-03-04',
  })
  const entered = await hr('PUT', '/calendar/years/2027', {
    source: 'notice',
    days: [{ day: '2027-01-01', kind: 'statutory', name: '元旦' }],
  })
  expect([seated.body, entered.body]).not.toContainEqual(expect.objectContaining({ code: expect.anything() }))
  const asked = office.world.enqueued.map((one) => one.job).filter((job) => job.startsWith('tasks.'))
  expect(asked).toEqual(['tasks.makeTasksNow', 'tasks.makeTasksNow'])
})

test('a reminder before it is due, one when it is late, and no more; several come as one', async () => {
  office = await openOffice(
    [dailyReport, { ...dailyReport, key: 'second', name: { en: 'Second' } }],
    '2026-03-02T02:00:00Z',
  )
  await make()
  const remind = async (now: string) => {
    office.world.time.now = new Date(now)
    await office.world.runJob('tasks.remind')
  }
  const counts = async () => [(await told('tasks.due-soon-many')).length, (await told('tasks.late-many')).length]
  await remind('2026-03-02T07:29:00Z')
  expect(await counts()).toEqual([0, 0])
  await remind('2026-03-02T07:31:00Z')
  await remind('2026-03-02T07:41:00Z')
  expect(await counts()).toEqual([2, 0])
  await remind('2026-03-02T09:31:00Z')
  await remind('2026-03-02T09:41:00Z')
  expect(await counts()).toEqual([2, 2])
  const [first] = await told('tasks.late-many')
  expect(first).toMatchObject({ link: '/', facts: { count: 2 } })
})

test('one reminder names the task and leads to it, in the language of its reader', async () => {
  office = await openOffice([dailyReport], '2026-03-02T07:31:00Z')
  await make()
  await office.world.runJob('tasks.remind')
  const [one] = await told('tasks.due-soon')
  const facts = one?.facts as { title: Record<string, string> }
  expect(one?.link).toMatch(/^\/tasks\/[0-9a-f-]{36}$/)
  expect(
    languages.map((language) => say(language, 'tasks.notifications.due-soon', { title: facts.title[language] })),
  ).toEqual(['即将到期：到料件数', 'Due soon: Arrivals'])
})
