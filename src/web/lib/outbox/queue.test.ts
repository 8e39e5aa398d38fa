import { expect, test } from 'vitest'
import { routeProblem } from '../problem.ts'
import { flush, restMs, verdictOn, type Postbox, type QueuedItem, type Sender } from './queue.ts'

const offline = routeProblem({ status: 0, code: 'web.offline', detail: 'no net' })
const refusal = routeProblem({ status: 409, code: 'tasks.already-done', detail: 'Already done.' })

test.each([
  ['no answer', 0, 'web.offline', 'again'],
  ['the server restarts', 503, 'base.database-away', 'again'],
  ['a bug of the server', 500, 'base.unexpected', 'again'],
  ['too many at once', 429, 'base.too-busy', 'again'],
  ['the session ended', 401, 'base.not-signed-in', 'sign-in'],
  ['a rule says no', 409, 'tasks.already-done', 'refused'],
  ['bad input', 400, 'base.bad-input', 'refused'],
] as const)('%s', (_name, status, code, verdict) => {
  expect(verdictOn(routeProblem({ status, code, detail: '' }))).toBe(verdict)
})

test('rests double and end at five minutes', () => {
  expect([1, 2, 3, 30].map(restMs)).toEqual([2000, 4000, 8000, 300_000])
})

test('files go first, their ids into the input, and the item leaves the box', async () => {
  const box = memory([item('a', { files: [{ blob: new Blob(['x']), name: 'x.jpg' }] })])
  const sent: unknown[] = []
  const arrived = await flush(box, sender(sent), 'me', 0)
  expect(arrived.map((each) => each.id)).toEqual(['a'])
  expect(sent).toEqual([
    ['file', 'key-a-0'],
    ['command', 'key-a', { note: 'n', fileIds: ['file-1'] }],
  ])
  expect(await box.all()).toEqual([])
})

test('what breaks off after the file keeps the file, and the next try sends only the command with the same key', async () => {
  const box = memory([item('a', { files: [{ blob: new Blob(['x']), name: 'x.jpg' }] })])
  const sent: unknown[] = []
  let isDown = true
  const flaky: Sender = {
    ...sender(sent),
    command: async (each, input) => {
      sent.push(['command', each.idempotencyKey, input])
      if (isDown) throw offline
    },
  }
  await flush(box, flaky, 'me', 0)
  expect((await box.all())[0]).toMatchObject({ state: 'queued', tries: 1, notBefore: 2000 })
  isDown = false
  expect(await flush(box, flaky, 'me', 1000)).toEqual([])
  isDown = true
  expect(await flush(box, flaky, 'me', 1000, true)).toEqual([])
  isDown = false
  expect((await box.all())[0]).toMatchObject({ tries: 2, notBefore: 5000 })
  expect(await flush(box, flaky, 'me', 1000, true)).toHaveLength(1)
  expect(sent.map((line) => (line as string[]).slice(0, 2))).toEqual([
    ['file', 'key-a-0'],
    ['command', 'key-a'],
    ['command', 'key-a'],
    ['command', 'key-a'],
  ])
})

test('a refusal stays with its reason and does not hold up the next', async () => {
  const box = memory([item('a'), item('b')])
  const picky: Sender = {
    ...sender([]),
    command: async (each) => {
      if (each.id === 'a') throw refusal
    },
  }
  const arrived = await flush(box, picky, 'me', 0)
  expect(arrived.map((each) => each.id)).toEqual(['b'])
  expect(await box.all()).toMatchObject([{ id: 'a', state: 'refused', reason: 'Already done.' }])
  expect(await flush(box, picky, 'me', 9e12)).toEqual([])
})

test('nothing of another account is sent, and nothing more once the session has ended', async () => {
  const box = memory([item('a', { accountId: 'somebody' }), item('b'), item('c')])
  const asked: string[] = []
  const signedOut: Sender = {
    ...sender([]),
    command: async (each) => {
      asked.push(each.id)
      throw routeProblem({ status: 401, code: 'base.not-signed-in', detail: '' })
    },
  }
  await flush(box, signedOut, 'me', 0)
  expect(asked).toEqual(['b'])
  expect((await box.all()).find((each) => each.id === 'b')).toMatchObject({ state: 'queued', notBefore: 0 })
})

function item(id: string, over: Partial<QueuedItem> = {}): QueuedItem {
  return {
    id,
    accountId: 'me',
    title: id,
    route: { method: 'POST', path: '/tasks/:taskId/entries', permission: 'tasks.do' },
    input: { note: 'n' },
    files: [],
    filesInto: 'fileIds',
    idempotencyKey: `key-${id}`,
    draftKey: null,
    queuedAt: `2026-01-01T00:00:0${id.charCodeAt(0) - 97}Z`,
    state: 'queued',
    reason: null,
    tries: 0,
    notBefore: 0,
    ...over,
  }
}

function memory(items: readonly QueuedItem[]): Postbox {
  const kept = new Map(items.map((each) => [each.id, each]))
  return {
    all: async () => [...kept.values()],
    put: async (each) => void kept.set(each.id, each),
    remove: async (id) => void kept.delete(id),
  }
}

function sender(sent: unknown[]): Sender {
  return {
    file: async (_file, key) => {
      sent.push(['file', key])
      return `file-${sent.length}`
    },
    command: async (each, input) => void sent.push(['command', each.idempotencyKey, input]),
  }
}
