import { expect, test } from 'vitest'
import { openOffice, type Office } from './trial.ts'

const stranger = '00000000-0000-7000-8000-000000000000'

async function open(): Promise<{ office: Office; taskId: string; path: string; person: (name: string) => string }> {
  const office = await openOffice()
  const person = (name: string) => office.chart.people[name] ?? ''
  const { body } = await office.boss('POST', '/tasks', {
    title: 'Call Hongda',
    personId: person('ann'),
    dueAt: '2026-03-06T12:00:00+08:00',
  })
  return { office, taskId: body.taskId, path: `/tasks/${body.taskId}/comments`, person }
}

const notices = (office: Office, name: string) =>
  office.world.within(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('notification as n')
      .innerJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'n.tenant_id').onRef('a.id', '=', 'n.account_id'))
      .where('a.person_id', '=', office.chart.people[name] ?? '')
      .orderBy('n.at')
      .select('n.kind')
      .execute()
    return [...new Set(rows.map((row) => row.kind))]
  })

test('who is named in a comment hears of it and may read just this task; nobody else may', async () => {
  const { office, taskId, path, person } = await open()
  const { ann, boss, bob } = office
  expect((await bob('GET', `/tasks/${taskId}`)).status).toBe(404)
  const words = 'Could @Bob tell me their number?'
  expect((await ann('POST', path, { words, mentions: [person('bob')] })).status).toBe(200)
  expect(await notices(office, 'bob')).toContain('tasks.mentioned')
  expect((await bob('GET', `/tasks/${taskId}`)).body).toMatchObject({
    canHandIn: false,
    canWork: false,
    canPlead: false,
  })
  expect((await bob('GET', '/tasks?show=all')).body.rows).not.toContainEqual(expect.objectContaining({ id: taskId }))
  expect((await bob('POST', path, { words: '8800-1234' })).status).toBe(200)
  expect(await notices(office, 'ann')).toContain('tasks.commented')
  expect((await boss('GET', path)).body.rows).toMatchObject([
    { personName: 'Ann', words, mentions: [{ id: person('bob'), name: 'Bob' }], canChange: false },
    { personName: 'Bob', words: '8800-1234', mentions: [], canChange: false },
  ])
  // reading is all: neither handing in, calling off nor the work of others
  expect((await bob('POST', `/tasks/${taskId}/entries`, {})).status).toBe(404)
  expect((await bob('POST', `/tasks/${taskId}/cancel`, { reason: 'x', version: 1 })).status).toBe(403)
  expect((await bob('PUT', `/tasks/${taskId}/subjects`, { subjectIds: [] })).status).toBe(403)
  const carl = await office.as('carl')
  expect((await carl('GET', path)).status).toBe(404)
  expect((await carl('POST', path, { words: 'x' })).status).toBe(404)
  const { send: foreigner } = await office.world.member({
    role: 'administrator',
    tenantId: await office.world.anotherTenant(),
  })
  expect((await foreigner('GET', path)).status).toBe(404)
  const { send: nobody } = await office.world.member({})
  expect((await nobody('GET', path)).status).toBe(403)
})

test('a comment is edited and deleted by its author, for a quarter of an hour; it stays marked', async () => {
  const { office, path, person } = await open()
  const { ann, boss, world } = office
  const { commentId } = (await ann('POST', path, { words: 'Helo' })).body
  const place = `${path}/${commentId}`
  expect((await boss('PUT', place, { words: 'x' })).body.code).toBe('tasks.not-the-author')
  expect((await boss('DELETE', place)).body.code).toBe('tasks.not-the-author')
  world.time.now = new Date(world.time.now.getTime() + 14 * 60_000)
  expect((await ann('PUT', place, { words: 'Hello @Carl', mentions: [person('carl')] })).status).toBe(200)
  expect((await ann('GET', path)).body.rows).toMatchObject([
    { words: 'Hello @Carl', editedAt: world.time.now.toISOString(), canChange: true },
  ])
  expect(await notices(office, 'carl')).toEqual([])
  expect((await (await office.as('carl'))('GET', path)).status).toBe(200)
  const second = (await ann('POST', path, { words: 'Gone soon' })).body.commentId
  expect((await ann('DELETE', `${path}/${second}`)).status).toBe(200)
  expect((await ann('GET', path)).body.rows[1]).toMatchObject({
    words: '',
    canChange: false,
    deletedAt: expect.any(String),
  })
  expect((await ann('DELETE', `${path}/${second}`)).status).toBe(404)
  world.time.now = new Date(world.time.now.getTime() + 2 * 60_000)
  expect((await ann('PUT', place, { words: 'Too late' })).body).toMatchObject({
    status: 409,
    code: 'tasks.comment-too-late',
    detail: 'A comment can be changed within 15 minutes only.',
  })
  expect((await ann('GET', path)).body.rows[0]).toMatchObject({ canChange: false })
})

test('somebody without a seat can’t be named, an account without a person can’t talk, one key counts once', async () => {
  const { office, path, person } = await open()
  const { ann, world } = office
  expect((await ann('POST', path, { words: 'x', mentions: [stranger] })).body.code).toBe('tasks.unknown-mention')
  expect((await ann('POST', path, { words: '   ' })).status).toBe(400)
  const { send: outsider } = await world.member({ role: 'hr' })
  expect((await outsider('POST', path, { words: 'x' })).body.code).toBe('tasks.no-person')
  const send = () => ann('POST', path, { words: 'once', mentions: [person('bob')] }, { 'idempotency-key': 'comment-1' })
  const [first, second] = [await send(), await send()]
  expect(second.body).toEqual(first.body)
  expect((await ann('GET', path)).body.rows).toHaveLength(1)
})
