import { spawn } from 'node:child_process'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { dispatch } from '#kernel/dispatch'
import { createTenant } from '#modules/base'
import { figure, median, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'
import { seedCompany, type BenchTenant } from './seed.ts'

const rounds = 3
const secondsEach = 5

/** The task list of a manager in a company of 20,000, against a bare route that sends the very same query. */
export async function benchRequests(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'big', name: 'Big', language: 'en' })
  const company = await seedCompany(place.database.owner, tenantId)
  const query = await capturedQuery(place, company)
  const token = await sessionFor(place.house, tenantId, company.managerId)
  const bare = { kind: 'bare', app: place.database.app, sql: query.text, values: query.values, tenantId }
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await load(bare, '/', {}))
    ours.push(await load({ kind: 'remit', app: place.database.app }, '/api/tasks?limit=50', { cookie: `sid=${token}` }))
  }
  const detail = { remitPerSecond: ours, barePerSecond: theirs }
  return [
    figure(
      'task list of a manager, 20,000 people: share of a bare route',
      median(ours) / median(theirs),
      'of bare',
      { atLeast: 0.6 },
      detail,
    ),
  ]
}

/** The statement the route sends, taken from the wire so that both sides run the same. */
async function capturedQuery(place: Place, company: BenchTenant): Promise<{ text: string; values: unknown[] }> {
  const bound = place.house.routes.find((route) => route.name === 'listTasks')
  if (!bound) throw new Error('no task list')
  let captured: { text: string; values: unknown[] } | undefined
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [{ text?: string; values?: unknown[] }]
    if (first?.text?.includes('from "task"')) captured = { text: first.text, values: first.values ?? [] }
    return (original as (...all: unknown[]) => unknown).apply(this, args)
  } as typeof original
  try {
    await dispatch(place.house, bound, {
      credentials: { kind: 'account', tenantId: company.tenantId, accountId: company.managerId },
      input: { limit: '50' },
      requestId: 'bench',
      address: '',
      language: 'en',
      call: { userAgent: '', setSession: () => {}, tag: () => {} },
    })
  } finally {
    pg.Client.prototype.query = original
  }
  if (!captured) throw new Error('the list sent no query')
  return captured
}

async function load(told: object, path: string, headers: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env: { ...process.env, REMIT_BENCH: JSON.stringify(told) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((done) => child.on('exit', done))
  const address = await new Promise<string>((found) =>
    child.stdout.once('data', (chunk: Buffer) => found(chunk.toString().trim())),
  )
  try {
    const run = (duration: number) => autocannon({ url: address + path, headers, connections: 10, duration })
    await run(2)
    const result = await run(secondsEach)
    if (result.non2xx > 0) throw new Error(`${result.non2xx} answers were no success`)
    return result.requests.average
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}
