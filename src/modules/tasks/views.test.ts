import { beforeEach, expect, test } from 'vitest'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { openOffice, type Office } from './trial.ts'

let office: Office
const person = (name: string) => office.chart.people[name] ?? ''
const stranger = '00000000-0000-7000-8000-000000000000'

beforeEach(async () => {
  office = await openOffice()
  await office.world.runJob('tasks.makeTasks')
})

const board = async (send = office.boss, query = '') => {
  const { columns } = (await send('GET', `/tasks/board?${query}`)).body
  return Object.fromEntries(
    columns.map((column: { key: string; count: number; rows: { personName: string; title: { en: string } }[] }) => [
      column.key,
      [column.count, column.rows.map((task) => `${task.personName} ${task.title.en}`).toSorted()],
    ]),
  )
}

test('the board: each task in one column, with the count of all', async () => {
  const mine = await office.tasksOf(office.ann)
  await office.ann('POST', `/tasks/${mine['Arrivals']?.id}/entries`, { values: { pieces: 1 } })
  await office.ann('POST', `/tasks/${mine['Visits']?.id}/pleas`, { kind: 'appeal', reason: 'x' })
  expect(await board()).toEqual({
    open: [1, ['Bob Visits']],
    today: [1, ['Bob Arrivals']],
    late: [4, ['Ann Arrivals', 'Ann Arrivals', 'Bob Arrivals', 'Bob Arrivals']],
    waiting: [1, ['Ann Visits']],
    done: [1, ['Ann Arrivals']],
  })
  expect((await board(office.boss, `personId=${person('bob')}`))['late']).toEqual([2, ['Bob Arrivals', 'Bob Arrivals']])
  expect((await board(office.bob))['waiting']).toEqual([0, []])
  const carl = await office.as('carl')
  expect(Object.values(await board(carl)).every(([count]) => count === 0)).toBe(true)
  const { send: nobody } = await office.world.member({})
  for (const path of ['/tasks/board', '/tasks/load', '/tasks/export'])
    expect((await nobody('GET', path)).status).toBe(403)
  // what was done long ago leaves the board
  office.world.time.now = new Date('2026-03-13T02:00:00Z')
  expect((await board(await office.as('boss')))['done']).toEqual([0, []])
})

test('the load: person by week, the fullest first, of those one may see', async () => {
  const mine = await office.tasksOf(office.ann)
  await office.ann('POST', `/tasks/${mine['Arrivals']?.id}/entries`, { values: { pieces: 1 } })
  const { weeks, rows, hasMore } = (await office.boss('GET', '/tasks/load?weeks=2')).body
  expect(weeks).toEqual(['2026-03-02', '2026-03-09'])
  expect(hasMore).toBe(false)
  expect(rows).toMatchObject([
    {
      personName: 'Bob',
      unitName: { en: 'Sales' },
      weeks: [
        { open: 4, late: 2, done: 0 },
        { open: 0, late: 0, done: 0 },
      ],
    },
    { personName: 'Ann', weeks: [{ open: 3, late: 2, done: 1 }, { open: 0 }] },
  ])
  expect((await office.boss('GET', `/tasks/load?unitId=${office.chart.units['B']}`)).body.rows).toEqual([])
  expect((await office.boss('GET', '/tasks/load?weeks=13')).status).toBe(400)
  expect((await office.bob('GET', '/tasks/load')).body.rows).toMatchObject([{ personName: 'Bob' }])
})

test('the export holds what the list shows, as text that no program runs', async () => {
  await office.boss('POST', '/tasks', {
    title: '=HYPERLINK("http://evil")',
    personId: person('ann'),
    dueAt: '2026-03-06T12:00:00+08:00',
  })
  const csv = (await office.boss('GET', '/tasks/export?format=csv&text=HYPER')).bytes.toString('utf8')
  expect(csv).toContain('Task,State,Person')
  expect(csv).toContain('2026-03-06 12:00')
  expect(csv).not.toMatch(/(^|,)"?=HYPER/m)
  const { bytes, headers } = await office.boss('GET', '/tasks/export?show=late')
  expect(headers['content-type']).toContain('spreadsheetml')
  expect(readSpreadsheet).toBeTypeOf('function')
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect((await office.bob('GET', '/tasks/export?format=csv&show=all')).bytes.toString('utf8')).not.toContain('Ann')
})

test('one deed on many: each is done or refused by itself', async () => {
  const { boss, ann } = office
  const mine = await office.tasksOf(ann)
  const visits = mine['Visits']?.id ?? ''
  const arrivals = mine['Arrivals']?.id ?? ''
  await ann('POST', `/tasks/${arrivals}/entries`, { values: { pieces: 1 } })
  const bulk = async (body: object, send = boss) => {
    const answer = await send('POST', '/tasks/bulk', { reason: 'Fair', ...body })
    return Object.fromEntries(
      (answer.body.results ?? []).map((row: { taskId: string; code: string }) => [row.taskId, row.code]),
    )
  }
  expect(await bulk({ taskIds: [visits, arrivals, stranger], deed: 'extend', dueAt: '2026-03-12T10:00:00Z' })).toEqual({
    [visits]: 'done',
    [arrivals]: 'tasks.already-done',
    [stranger]: 'base.not-found',
  })
  expect((await ann('GET', `/tasks/${visits}`)).body).toMatchObject({ dueAt: '2026-03-12T10:00:00.000Z' })
  expect(await bulk({ taskIds: [visits], deed: 'hand-over', personId: person('bob') })).toEqual({ [visits]: 'done' })
  expect(await bulk({ taskIds: [visits], deed: 'cancel' })).toEqual({ [visits]: 'done' })
  expect((await office.bob('GET', `/tasks/${visits}`)).body).toMatchObject({
    status: 'cancelled',
    cancelReason: 'Fair',
  })
  const told = await boss('POST', '/tasks/bulk', { taskIds: [visits], deed: 'cancel', reason: 'x' })
  expect(told.body.results[0].message).toBe('This task was cancelled.')
  expect((await boss('POST', '/tasks/bulk', { taskIds: [visits], deed: 'hand-over', reason: 'x' })).body.code).toBe(
    'tasks.no-colleague',
  )
  expect((await boss('POST', '/tasks/bulk', { taskIds: [visits], deed: 'extend', reason: 'x' })).body.code).toBe(
    'tasks.due-in-the-past',
  )
  const own = (await office.tasksOf(office.bob))['Visits']?.id ?? ''
  expect(await bulk({ taskIds: [own], deed: 'extend', dueAt: '2026-03-12T10:00:00Z' }, office.bob)).toEqual({
    [own]: 'tasks.own-duty',
  })
})

test('putting off: for who may call it off, never into the past', async () => {
  const { id } = (await office.tasksOf(office.ann))['Visits'] ?? { id: '' }
  const extend = (send = office.boss, dueAt = '2026-03-12T10:00:00Z') =>
    send('POST', `/tasks/${id}/extend`, { dueAt, reason: 'Fair' })
  expect((await extend(office.ann)).body.code).toBe('tasks.own-duty')
  expect((await extend(office.bob)).status).toBe(404)
  expect((await extend(office.hr)).status).toBe(403)
  expect((await extend(office.boss, '2026-03-01T10:00:00Z')).body.code).toBe('tasks.due-in-the-past')
  expect((await extend()).status).toBe(200)
  expect((await office.ann('GET', `/tasks/${id}`)).body).toMatchObject({ firstDueAt: expect.any(String) })
})
