import { beforeEach, expect, test } from 'vitest'
import { openOffice, type Office } from './trial.ts'

let office: Office

beforeEach(async () => {
  office = await openOffice()
})

const person = (name: string) => office.chart.people[name]
const draft = (name: string, more: object = {}) => ({
  title: 'Call Hongda',
  note: 'before noon',
  personId: person(name),
  dueAt: '2026-03-05T12:00:00+08:00',
  ...more,
})
const news = (kind: string) =>
  office.world.within((ctx) =>
    ctx.db.selectFrom('notification').select(['facts', 'link']).where('kind', '=', kind).execute(),
  )

test('a manager gives work: it stands in the unit of its doer, who is told and sees whose it is', async () => {
  const { boss, ann } = office
  const { body } = await boss('POST', '/tasks', draft('ann'))
  const task = (await ann('GET', `/tasks/${body.taskId}`)).body
  expect(task).toMatchObject({
    title: { en: 'Call Hongda' },
    origin: 'manual',
    note: 'before noon',
    givenByName: 'Boss',
    unitName: { en: 'Sales' },
    positionTitle: { en: 'Rep' },
    periodFrom: '2026-03-04',
    periodUntil: '2026-03-06',
    form: { fields: [], photo: 'optional' },
    canHandIn: true,
    canCancel: false,
  })
  expect(await news('tasks.given')).toEqual([
    { facts: { title: 'Call Hongda', from: 'boss' }, link: `/tasks/${body.taskId}` },
  ])
  expect((await ann('POST', `/tasks/${body.taskId}/entries`, { note: 'done' })).body.task).toMatchObject({
    status: 'done',
  })
})

test('what one gives oneself is nobody else’s news, and may be called off by oneself', async () => {
  const { ann } = office
  const { taskId } = (await ann('POST', '/tasks', draft('ann'))).body
  expect(await news('tasks.given')).toEqual([])
  const cancelled = await ann('POST', `/tasks/${taskId}/cancel`, { reason: 'not needed', version: 1 })
  expect(cancelled.body.task).toMatchObject({ status: 'cancelled', version: 2 })
  expect((await ann('GET', `/tasks/${taskId}`)).body).toMatchObject({ cancelReason: 'not needed', canHandIn: false })
  expect((await ann('GET', '/tasks/my-day')).body.week).toEqual({ due: 0, done: 0 })
})

test('work due in the past, for somebody out of reach, or for somebody without a seat is refused in words', async () => {
  const { boss, ann, world } = office
  expect((await boss('POST', '/tasks', draft('ann', { dueAt: '2026-03-04T09:59:00+08:00' }))).body).toMatchObject({
    status: 422,
    code: 'tasks.due-in-the-past',
  })
  for (const [send, whom] of [
    [boss, 'carl'],
    [ann, 'bob'],
    [ann, 'boss'],
  ] as const)
    expect((await send('POST', '/tasks', draft(whom))).status).toBe(404)
  expect((await boss('POST', '/tasks', { ...draft('ann'), personId: world.tenantId })).status).toBe(404)
  const { send } = await world.member({ may: { 'tasks.assign': 'tenant' } })
  await world.within((ctx) =>
    ctx.db
      .updateTable('assignment')
      .set({ valid_until: '2026-03-04' })
      .where('person_id', '=', person('carl') ?? '')
      .execute(),
  )
  expect((await send('POST', '/tasks', draft('carl'))).body).toMatchObject({
    code: 'tasks.person-has-no-position',
    detail: expect.stringContaining('Carl has no position today'),
  })
})

test('nobody calls off what a duty or the manager asks of himself; the manager does, with a reason that is told', async () => {
  const { ann, boss, world } = office
  await world.runJob('tasks.makeTasks')
  const { id } = (await office.tasksOf(ann))['Visits'] ?? { id: '' }
  const { taskId } = (await boss('POST', '/tasks', draft('ann'))).body
  for (const own of [id, taskId])
    expect((await ann('POST', `/tasks/${own}/cancel`, { reason: 'no time', version: 1 })).body).toMatchObject({
      status: 403,
      code: 'tasks.own-duty',
    })
  const answer = await boss('POST', `/tasks/${id}/cancel`, { reason: 'customer closed', version: 1 })
  expect(answer.body.task.status).toBe('cancelled')
  expect(await news('tasks.cancelled')).toMatchObject([
    { facts: { title: { en: 'Visits' }, reason: 'customer closed' } },
  ])
  expect((await ann('POST', `/tasks/${id}/entries`, {})).body.code).toBe('tasks.already-cancelled')
  expect((await boss('POST', `/tasks/${id}/cancel`, { reason: 'again', version: 2 })).body.code).toBe(
    'tasks.already-cancelled',
  )
})

test('who saw an older state of the task is told so, and what is done is not called off', async () => {
  const { ann, boss } = office
  const { taskId } = (await boss('POST', '/tasks', draft('ann', { quantityDue: 2 }))).body
  await ann('POST', `/tasks/${taskId}/entries`, {})
  expect((await boss('POST', `/tasks/${taskId}/cancel`, { reason: 'late', version: 1 })).body).toMatchObject({
    status: 409,
    code: 'base.changed-meanwhile',
    yours: 1,
    current: 2,
  })
  await ann('POST', `/tasks/${taskId}/entries`, {})
  expect((await boss('POST', `/tasks/${taskId}/cancel`, { reason: 'late', version: 3 })).body.code).toBe(
    'tasks.already-done',
  )
})

test('an entry of a task called off can be taken back, and the task stays called off', async () => {
  const { ann, boss } = office
  const { taskId } = (await boss('POST', '/tasks', draft('ann', { quantityDue: 2 }))).body
  const { entryId } = (await ann('POST', `/tasks/${taskId}/entries`, {})).body
  await boss('POST', `/tasks/${taskId}/cancel`, { reason: 'late', version: 2 })
  const back = await ann('POST', `/tasks/${taskId}/entries/${entryId}/take-back`)
  expect(back.body.task).toMatchObject({ status: 'cancelled', quantityDone: 0 })
})
