import { beforeEach, describe, expect, test } from 'vitest'
import type { Send } from '#test/world'
import { openOffice, type Office } from './trial.ts'

let office: Office
let taskId: string
let path: string
const person = (name: string) => office.chart.people[name] ?? ''

beforeEach(async () => {
  office = await openOffice()
  await office.world.runJob('tasks.makeTasks')
  taskId = (await office.tasksOf(office.ann))['Visits']?.id ?? ''
  path = `/tasks/${taskId}/pleas`
})

const plead = async (kind: string, more: object = {}, send = office.ann) => {
  // one after the other, as the latest comes first
  office.world.time.now = new Date(office.world.time.now.getTime() + 1000)
  return send('POST', path, { kind, reason: 'I am at the fair', ...more })
}
const answer = async (send: Send, pleaId: string, body: object) => send('POST', `${path}/${pleaId}/answer`, body)
const read = async (send = office.ann) => (await send('GET', `/tasks/${taskId}`)).body
const kinds = () =>
  office.world.within(async (ctx) =>
    (await ctx.db.selectFrom('notification').select('kind').where('kind', 'like', 'tasks.%').execute()).map(
      (row) => row.kind,
    ),
  )

describe('help', () => {
  test('a colleague who accepts sees the task, finds it on their day and may hand in for the doer', async () => {
    const { ann, bob } = office
    const { pleaId, askedName } = (await plead('help', { personId: person('bob') })).body
    expect(askedName).toBe('Bob')
    expect(await read()).toMatchObject({ isWaiting: true, pleas: [{ kind: 'help', state: 'open', mayWithdraw: true }] })
    expect((await bob('GET', '/tasks/pleas')).body.rows).toMatchObject([
      { id: pleaId, taskId, askerName: 'Ann', mayAnswer: ['accept', 'decline'] },
    ])
    expect((await answer(bob, pleaId, { answer: 'accept', words: 'sure' })).body).toEqual({ outcome: 'helping' })
    expect(await read()).toMatchObject({ isWaiting: false, helperNames: ['Bob'], personName: 'Ann' })
    expect((await bob('GET', '/tasks/pleas')).body.rows).toEqual([])
    const { late, today, later } = (await bob('GET', '/tasks/my-day')).body
    expect([...late, ...today, ...later].filter((task) => task.id === taskId)).toMatchObject([{ personName: 'Ann' }])
    expect(await read(bob)).toMatchObject({ canHandIn: true, canPlead: false, canCancel: false })
    const upload = await (await import('#test/upload')).uploadAs(bob)
    expect((await bob('POST', `/tasks/${taskId}/entries`, { fileIds: [upload] })).body.task).toMatchObject({
      quantityDone: 1,
      personName: 'Ann',
    })
    const { entries } = await read()
    expect(entries).toMatchObject([{ personName: 'Bob' }])
    expect((await ann('POST', `/tasks/${taskId}/entries/${entries[0].id}/take-back`)).body.code).toBe('tasks.not-yours')
    expect((await bob('POST', `/tasks/${taskId}/entries/${entries[0].id}/take-back`)).status).toBe(200)
    expect(await kinds()).toEqual(expect.arrayContaining(['tasks.asked-help', 'tasks.answer-helping']))
  })

  test('who declines sees no more than the task; the same colleague isn’t asked twice at once', async () => {
    const { pleaId } = (await plead('help', { personId: person('bob') })).body
    expect((await plead('help', { personId: person('bob') })).body).toMatchObject({
      code: 'tasks.asked-already',
      personName: 'Bob',
    })
    expect((await plead('help', { personId: person('carl') })).status).toBe(200)
    expect((await answer(office.bob, pleaId, { answer: 'decline' })).body).toEqual({ outcome: 'declined' })
    expect(await read(office.bob)).toMatchObject({ canHandIn: false })
    expect((await answer(office.bob, pleaId, { answer: 'accept' })).body.code).toBe('tasks.plea-decided')
    expect((await plead('help', { personId: person('ann') })).body.code).toBe('tasks.asks-oneself')
    expect((await plead('help')).body.code).toBe('tasks.no-colleague')
  })
})

describe('giving it away', () => {
  test('an employee asks the colleague; a manager hands over at once, to people of their own', async () => {
    const { ann, bob, boss } = office
    expect(
      (await ann('POST', `/tasks/${taskId}/hand-over`, { personId: person('bob'), reason: 'x' })).body,
    ).toMatchObject({ status: 403, code: 'tasks.must-ask', personName: 'Bob' })
    const { pleaId } = (await plead('hand-over', { personId: person('bob') })).body
    expect((await answer(boss, pleaId, { answer: 'accept' })).body.code).toBe('tasks.not-asked')
    expect((await answer(bob, pleaId, { answer: 'accept' })).body).toEqual({ outcome: 'taken' })
    expect(await read(bob)).toMatchObject({ personName: 'Bob', canHandIn: true, version: 2 })
    expect((await ann('GET', `/tasks/${taskId}`)).status).toBe(404)

    const back = { personId: person('ann'), reason: 'Ann is back' }
    expect((await boss('POST', `/tasks/${taskId}/hand-over`, { ...back, personId: person('bob') })).body.code).toBe(
      'tasks.same-doer',
    )
    expect((await boss('POST', `/tasks/${taskId}/hand-over`, { ...back, personId: person('carl') })).body.code).toBe(
      'tasks.must-ask',
    )
    expect((await boss('POST', `/tasks/${taskId}/hand-over`, back)).status).toBe(200)
    expect(await read()).toMatchObject({ personName: 'Ann' })
    expect(await kinds()).toEqual(expect.arrayContaining(['tasks.handed-on', 'tasks.taken-from-you']))
    expect((await office.hr('POST', `/tasks/${taskId}/hand-over`, back)).status).toBe(403)
  })

  test('the superior moves it to another; one question of that sort at a time; it can be taken back', async () => {
    const { boss } = office
    const first = (await plead('transfer')).body
    expect(first.askedName).toBe('Boss')
    expect((await plead('appeal')).body.code).toBe('tasks.asked-already')
    expect((await office.ann('POST', `${path}/${first.pleaId}/withdraw`)).status).toBe(200)
    expect((await office.ann('POST', `${path}/${first.pleaId}/withdraw`)).body.code).toBe('tasks.plea-decided')
    const { pleaId } = (await plead('transfer')).body
    expect((await office.bob('POST', `${path}/${pleaId}/withdraw`)).status).toBe(404)
    expect((await answer(boss, pleaId, { answer: 'excuse' })).body.code).toBe('tasks.wrong-answer')
    expect((await answer(boss, pleaId, { answer: 'transfer' })).body.code).toBe('tasks.no-colleague')
    expect((await answer(boss, pleaId, { answer: 'transfer', personId: person('ann') })).body.code).toBe(
      'tasks.same-doer',
    )
    const moved = await answer(boss, pleaId, { answer: 'transfer', personId: person('bob'), words: 'Bob is free' })
    expect(moved.body).toEqual({ outcome: 'transferred' })
    expect(await read(office.bob)).toMatchObject({ personName: 'Bob', pleas: [{ outcome: 'transferred' }, {}] })
  })
})

describe('an appeal', () => {
  test('excused work is nobody’s failure: neither late nor due, and the reason stands', async () => {
    const { ann, boss, hr, world } = office
    world.time.now = new Date('2026-03-09T02:00:00Z')
    const late = await office.as('ann')
    const weekBefore = (await late('GET', '/tasks/my-day')).body.week
    expect(await read(late)).toMatchObject({ isLate: true })
    const { pleaId } = (await late('POST', path, { kind: 'appeal', reason: 'The customer closed' })).body
    const chief = await office.as('boss')
    expect((await answer(chief, pleaId, { answer: 'excuse', words: 'Agreed' })).body).toEqual({ outcome: 'excused' })
    expect(await read(late)).toMatchObject({
      status: 'cancelled',
      isExcused: true,
      isLate: false,
      isWaiting: false,
      cancelReason: 'Agreed',
      canPlead: false,
      pleas: [{ kind: 'appeal', state: 'granted', outcome: 'excused', deciderName: 'Boss', answer: 'Agreed' }],
    })
    expect((await chief('GET', '/tasks?show=excused')).body.rows).toMatchObject([{ id: taskId }])
    expect((await chief('GET', '/tasks?show=late')).body.rows).not.toContainEqual(
      expect.objectContaining({ id: taskId }),
    )
    expect((await late('GET', '/tasks/my-day')).body.week).toEqual(weekBefore)
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `task/${taskId}`).orderBy('id').execute(),
    )
    expect(audits.map((row) => row.action)).toEqual(['tasks.plead-appeal', 'tasks.excused'])
    expect([ann, boss, hr].length).toBe(3)
  })

  test('an extension moves the due time and keeps the first; keeping changes nothing but is on record', async () => {
    const { boss } = office
    const { dueAt } = await read()
    const first = (await plead('appeal')).body
    expect(await read(boss)).toMatchObject({ pleas: [{ mayAnswer: ['excuse', 'extend', 'keep'] }] })
    expect((await office.hr('POST', `${path}/${first.pleaId}/answer`, { answer: 'keep' })).body.code).toBe(
      'tasks.not-asked',
    )
    expect((await answer(boss, first.pleaId, { answer: 'extend', dueAt: '2026-03-01T10:00:00Z' })).body.code).toBe(
      'tasks.due-in-the-past',
    )
    expect((await answer(boss, first.pleaId, { answer: 'extend' })).body.code).toBe('tasks.due-in-the-past')
    const later = '2026-03-12T10:00:00.000Z'
    expect((await answer(boss, first.pleaId, { answer: 'extend', dueAt: later })).body).toEqual({ outcome: 'extended' })
    expect(await read()).toMatchObject({ dueAt: later, firstDueAt: dueAt, status: 'open', isLate: false })
    const second = (await plead('appeal')).body
    expect((await answer(boss, second.pleaId, { answer: 'keep', words: 'No' })).body).toEqual({ outcome: 'kept' })
    expect(await read()).toMatchObject({ dueAt: later, pleas: [{ outcome: 'kept' }, { outcome: 'extended' }] })
  })

  test('only the doer asks, only of open work; the top has nobody to ask', async () => {
    expect((await plead('appeal', {}, office.bob)).status).toBe(404)
    expect((await plead('appeal', {}, office.boss)).body.code).toBe('tasks.not-yours')
    const { send: nobody } = await office.world.member({})
    expect((await plead('appeal', {}, nobody)).status).toBe(403)
    await office.boss('POST', `/tasks/${taskId}/cancel`, { reason: 'x', version: 1 })
    expect((await plead('appeal')).body.code).toBe('tasks.already-cancelled')
    const own = await office.boss('POST', '/tasks', {
      title: 'Own',
      personId: person('boss'),
      dueAt: '2026-03-06T12:00:00+08:00',
    })
    const top = await office.boss('POST', `/tasks/${own.body.taskId}/pleas`, { kind: 'appeal', reason: 'x' })
    expect(top.body.code).toBe('tasks.no-superior')
  })
})

test('what is still asked falls away when the work is done, called off or goes to another', async () => {
  const { boss, ann } = office
  const { pleaId } = (await plead('help', { personId: person('bob') })).body
  await boss('POST', `/tasks/${taskId}/hand-over`, { personId: person('bob'), reason: 'x' })
  expect((await office.bob('GET', '/tasks/pleas')).body.rows).toEqual([])
  expect((await answer(office.bob, pleaId, { answer: 'accept' })).body.code).toBe('tasks.plea-decided')
  expect((await ann('GET', '/tasks/pleas')).status).toBe(200)
})
