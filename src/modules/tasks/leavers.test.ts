import { expect, test } from 'vitest'
import { openOffice, type Office } from './trial.ts'

const leave = (office: Office, name: string) =>
  office.world.within((ctx) =>
    ctx.db
      .updateTable('assignment')
      .set({ valid_until: '2026-03-04' })
      .where('person_id', '=', office.chart.people[name] ?? '')
      .execute(),
  )

async function left(office: Office) {
  await office.world.runJob('tasks.makeTasks')
  const give = async (name: string, title: string) =>
    (
      await office.boss('POST', '/tasks', {
        title,
        personId: office.chart.people[name],
        dueAt: '2026-03-06T12:00:00+08:00',
      })
    ).body.taskId as string
  const taskId = await give('ann', 'Call Hongda')
  await leave(office, 'ann')
  const list = async () =>
    (await office.hr('GET', '/tasks?show=left&limit=100')).body.rows as { id: string; version: number }[]
  return { taskId, list }
}

test('what a leaver left open is listed, handed on with a reason, and told to who goes on with it', async () => {
  const office = await openOffice()
  const { taskId, list } = await left(office)
  const open = await list()
  expect(open.length).toBeGreaterThan(1)
  expect((await office.hr('GET', `/tasks/${taskId}`)).body).toMatchObject({ canSettle: true, canCancel: false })
  const settle = { personId: office.chart.people['bob'], reason: 'Ann has left' }
  expect((await office.hr('POST', `/tasks/${taskId}/settle`, settle)).body).toEqual({ settled: 1 })
  expect((await office.bob('GET', `/tasks/${taskId}`)).body).toMatchObject({
    personName: 'Bob',
    canHandIn: true,
    version: 2,
  })
  expect((await list()).map(({ id }) => id)).not.toContain(taskId)
  const told = await office.world.within((ctx) =>
    ctx.db.selectFrom('notification').select(['facts', 'link']).where('kind', '=', 'tasks.handed-on').execute(),
  )
  expect(told).toEqual([{ facts: { title: { en: 'Call Hongda' }, reason: 'Ann has left' }, link: `/tasks/${taskId}` }])
  const audits = await office.world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('action').where('target', '=', `task/${taskId}`).orderBy('action').execute(),
  )
  expect(audits.map(({ action }) => action)).toEqual(['tasks.create', 'tasks.hand-on'])
})

test('all of it is closed at once with a reason; nothing of those who are still there', async () => {
  const office = await openOffice()
  const { taskId, list } = await left(office)
  const open = await list()
  const before = await office.tasksOf(office.bob)
  const closed = await office.hr('POST', `/tasks/${taskId}/settle`, {
    personId: null,
    reason: 'No longer needed',
    withOthers: true,
  })
  expect(closed.body).toEqual({ settled: open.length })
  expect(await list()).toEqual([])
  expect((await office.hr('GET', `/tasks/${taskId}`)).body).toMatchObject({
    status: 'cancelled',
    cancelReason: 'No longer needed',
  })
  expect(await office.tasksOf(office.bob)).toEqual(before)
})

test('work of somebody who is still there, for somebody without a seat, or by somebody without the right is refused', async () => {
  const office = await openOffice()
  const { taskId } = await left(office)
  const own = Object.values(await office.tasksOf(office.bob))[0]?.id ?? ''
  const settle = { personId: null, reason: 'x' }
  expect((await office.hr('POST', `/tasks/${own}/settle`, settle)).body).toMatchObject({
    code: 'tasks.not-left',
    personName: 'Bob',
  })
  expect(
    (await office.hr('POST', `/tasks/${taskId}/settle`, { ...settle, personId: office.chart.people['ann'] })).body.code,
  ).toBe('tasks.person-has-no-position')
  expect((await office.bob('POST', `/tasks/${taskId}/settle`, settle)).status).toBe(403)
  expect((await office.hr('POST', `/tasks/${taskId}/settle`, settle)).status).toBe(200)
  expect((await office.hr('POST', `/tasks/${taskId}/settle`, settle)).body.code).toBe('tasks.already-cancelled')
})
