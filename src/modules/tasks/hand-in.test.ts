import { beforeEach, expect, test } from 'vitest'
import { uploadAs } from '#test/upload'
import { openOffice, type Office } from './trial.ts'

let office: Office
let report: string
let visits: string

beforeEach(async () => {
  office = await openOffice()
  await office.world.runJob('tasks.makeTasks')
  const tasks = await office.tasksOf(office.ann)
  report = tasks['Arrivals']?.id ?? ''
  visits = tasks['Visits']?.id ?? ''
})

const pieces = { values: { pieces: 12, cost: 350, state: 'good' } }
const heard = async () =>
  (await office.world.within((ctx) => ctx.db.selectFrom('audit_row').select('action').orderBy('id').execute()))
    .map((row) => row.action)
    .filter((action) => action.startsWith('tasks.'))

test('my day: what is late, what today asks, what runs longer; a hand-in moves it to done and into the week', async () => {
  const { ann, world } = office
  const day = (await ann('GET', '/tasks/my-day')).body
  const titles = (tasks: { title: { en: string }; periodFrom: string }[]) =>
    tasks.map((task) => `${task.title.en} ${task.periodFrom}`)
  expect(titles(day.late)).toEqual(['Arrivals 2026-03-02', 'Arrivals 2026-03-03'])
  expect(titles(day.today)).toEqual(['Arrivals 2026-03-04'])
  expect(titles(day.later)).toEqual(['Visits 2026-03-02'])
  expect(day.week).toEqual({ due: 3, done: 0 })
  expect(day.today[0]).toMatchObject({
    dueAt: '2026-03-04T09:30:00.000Z',
    personName: 'Ann',
    unitName: { en: 'Sales' },
    responsibilityName: { en: 'Customers' },
    isLate: false,
  })
  const done = await ann('POST', `/tasks/${day.today[0].id}/entries`, pieces)
  expect(done.body.task).toMatchObject({ status: 'done', quantityDone: 1, doneAt: world.time.now.toISOString() })
  const after = (await ann('GET', '/tasks/my-day')).body
  expect(titles(after.doneToday)).toEqual(['Arrivals 2026-03-04'])
  expect([after.today, after.week]).toEqual([[], { due: 3, done: 1 }])
  expect(await heard()).toEqual(['tasks.hand-in'])
})

test('an account without a person has an empty day', async () => {
  const { send } = await office.world.member({ role: 'employee' })
  expect((await send('GET', '/tasks/my-day')).body).toMatchObject({ today: [], week: { due: 0, done: 0 } })
})

test('the task tells why it is mine, its steps and form, and what may be done with it', async () => {
  const { body } = await office.ann('GET', `/tasks/${report}`)
  expect(body).toMatchObject({
    positionTitle: { en: 'Rep' },
    steps: [{ en: 'Count' }, { en: 'Report' }],
    givenByName: null,
    canHandIn: true,
    canCancel: false,
    entries: [],
  })
  expect(body.form.fields.map((field: { key: string }) => field.key)).toEqual(['pieces', 'cost', 'state'])
  const boss = (await office.boss('GET', `/tasks/${report}`)).body
  expect([boss.canHandIn, boss.canCancel]).toEqual([false, true])
})

test('a wrong form is refused field by field, and nothing is written', async () => {
  const answer = await office.ann('POST', `/tasks/${report}/entries`, {
    values: { pieces: 501, cost: 1.5, state: 'lost', more: 1 },
  })
  expect(answer).toMatchObject({
    status: 422,
    body: {
      code: 'tasks.form-incomplete',
      detail: 'Some fields are missing or wrong; they are marked.',
      faults: [
        { field: 'more', code: 'unknown-field' },
        { field: 'pieces', code: 'too-large', limit: 500 },
        { field: 'cost', code: 'not-a-number' },
        { field: 'state', code: 'not-a-choice' },
      ],
    },
  })
  expect((await office.ann('GET', `/tasks/${report}`)).body).toMatchObject({ status: 'open', entries: [] })
  expect((await office.ann('POST', `/tasks/${visits}/entries`, {})).body.faults).toEqual([
    { field: 'photo', code: 'required' },
  ])
})

test('what happened lies neither in the future nor before the period of the task', async () => {
  const at = (happenedAt: string) => office.ann('POST', `/tasks/${report}/entries`, { ...pieces, happenedAt })
  expect((await at('2026-03-04T10:20:00+08:00')).body.code).toBe('tasks.in-the-future')
  expect((await at('2026-03-03T23:59:00+08:00')).body).toMatchObject({
    status: 422,
    code: 'tasks.before-the-period',
    from: '2026-03-04',
  })
  // a phone's clock is rarely right
  expect((await at('2026-03-04T10:04:00+08:00')).status).toBe(200)
})

test('a quantity duty takes several hand-ins; more than asked are welcome and change neither its end nor the week', async () => {
  const { ann, world } = office
  const visit = async (who = ann) =>
    (await who('POST', `/tasks/${visits}/entries`, { fileIds: [await uploadAs(who)] })).body.task
  expect(await visit()).toMatchObject({ status: 'open', quantityDone: 1, quantityDue: 2 })
  expect(await visit()).toMatchObject({ status: 'done', quantityDone: 2, doneAt: '2026-03-04T02:00:00.000Z' })
  world.time.now = new Date('2026-03-05T02:00:00Z')
  const later = await office.as('ann')
  expect(await visit(later)).toMatchObject({ status: 'done', quantityDone: 3, doneAt: '2026-03-04T02:00:00.000Z' })
  expect((await later('GET', `/tasks/${visits}`)).body).toMatchObject({ canHandIn: true })
})

test('a task done once is done', async () => {
  await office.ann('POST', `/tasks/${report}/entries`, pieces)
  expect((await office.ann('POST', `/tasks/${report}/entries`, pieces)).body).toMatchObject({
    status: 409,
    code: 'tasks.already-done',
  })
})

test('the same hand-in sent twice under one key counts once', async () => {
  const send = () => office.ann('POST', `/tasks/${visits}/entries`, body, { 'idempotency-key': 'on-the-road-1' })
  const body = { fileIds: [await uploadAs(office.ann)], note: 'on the road' }
  const [first, second] = [await send(), await send()]
  expect(second.body).toEqual(first.body)
  expect((await office.ann('GET', `/tasks/${visits}`)).body.entries).toHaveLength(1)
  expect(
    (await office.ann('POST', `/tasks/${visits}/entries`, body, { 'idempotency-key': 'short' })).body.faults,
  ).toEqual([{ path: 'Idempotency-Key', message: 'must have 8 to 200 characters' }])
})

test('taking back reopens the task while it is fresh, and is told apart afterwards', async () => {
  const { ann, world } = office
  const { entryId } = (await ann('POST', `/tasks/${report}/entries`, pieces)).body
  const path = `/tasks/${report}/entries/${entryId}/take-back`
  expect((await ann('GET', `/tasks/${report}`)).body.entries[0]).toMatchObject({ canTakeBack: true })
  expect((await ann('POST', path)).body.task).toMatchObject({ status: 'open', quantityDone: 0, doneAt: null })
  expect((await ann('GET', `/tasks/${report}`)).body.entries[0]).toMatchObject({
    takenBackAt: world.time.now.toISOString(),
    canTakeBack: false,
  })
  expect((await ann('POST', path)).status).toBe(404)

  const again = (await ann('POST', `/tasks/${report}/entries`, pieces)).body
  world.time.now = new Date('2026-03-05T02:00:01Z')
  const later = await office.as('ann')
  expect((await later('POST', `/tasks/${report}/entries/${again.entryId}/take-back`)).body).toMatchObject({
    status: 409,
    code: 'tasks.take-back-too-late',
    detail: 'A hand-in can be taken back within 24 hours only. Ask your manager to correct it.',
  })
  expect((await heard()).toSorted()).toEqual(['tasks.hand-in', 'tasks.hand-in', 'tasks.take-back'])
})

test('a photo belongs to the task: its doer and manager see it, a colleague and another tenant do not', async () => {
  const { ann, bob, boss, world } = office
  const fileId = await uploadAs(ann)
  expect((await boss('GET', `/files/${fileId}`)).status).toBe(404)
  await ann('POST', `/tasks/${visits}/entries`, { values: { customer: 'Hongda' }, fileIds: [fileId] })
  expect((await boss('GET', `/tasks/${visits}`)).body.entries[0]).toMatchObject({
    personName: 'Ann',
    values: { customer: 'Hongda' },
    files: [{ id: fileId, name: 'photo.png', mediaType: 'image/png' }],
  })
  const { send: stranger } = await world.member({ role: 'administrator', tenantId: await world.anotherTenant() })
  const seen = await Promise.all([ann, boss, bob, stranger].map((send) => send('GET', `/files/${fileId}`)))
  expect(seen.map((answer) => answer.status)).toEqual([200, 200, 404, 404])
})

test('nobody attaches a file that is not his own', async () => {
  const fileId = await uploadAs(office.bob)
  const answer = await office.ann('POST', `/tasks/${visits}/entries`, { fileIds: [fileId] })
  expect(answer.status).toBe(404)
  expect((await office.ann('GET', `/tasks/${visits}`)).body).toMatchObject({ quantityDone: 0, entries: [] })
})
