import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '#kernel/access'
import { dispatch } from '#kernel/dispatch'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { figure, quantile, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'
import { seedOrganisation } from './seed-organisation.ts'

const users = 50
const secondsLong = 10
/** Between an answer and the next question of the same user. */
const pauseMilliseconds = 1000
const asked = 200

/** The chart of any day below one unit, and the roster as fifty people page, filter and sort it at once. */
export async function benchOrganisation(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'large', name: 'Large', language: 'zh-CN' })
  const accountId = await seedOrganisation(place.database.owner, tenantId)
  const subtree = await subtrees(place, tenantId, accountId)
  const roster = await rosters(place, await sessionFor(place.house, tenantId, accountId))
  return [
    figure(
      '50,000 people, 5,000 units, ten years: one unit with all below and who sits there, as of any day, p95',
      quantile(subtree.times, 0.95),
      'ms',
      { atMost: 50 },
      { asked, medianMs: Math.round(quantile(subtree.times, 0.5)), positions: subtree.positions },
    ),
    figure(
      'roster of 50,000 filtered and sorted by pinyin, 50 users at once, p95',
      quantile(roster, 0.95),
      'ms',
      { atMost: 200 },
      { answers: roster.length, medianMs: Math.round(quantile(roster, 0.5)), pauseMilliseconds },
    ),
  ]
}

async function subtrees(place: Place, tenantId: string, accountId: string) {
  const bound = place.house.routes.find((route) => route.name === 'listPositions')
  if (!bound) throw new Error('no list of positions')
  const unitIds = await inTenant(place.house, tenantId, systemActor('zh-CN'), async (ctx) =>
    ctx.db
      .selectFrom('unit')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .orderBy(sql`length(code)`)
      .orderBy('code')
      .execute(),
  )
  const times: number[] = []
  const counts: number[] = []
  for (let turn = -20; turn < asked; turn += 1) {
    // from a company of hundreds of positions to a team of three, on days of all ten years
    const unitId = unitIds[2 + (((turn + 20) * 37) % (turn % 2 === 0 ? 70 : 4000))]?.id
    const on = `${2016 + ((turn + 20) % 11)}-0${1 + ((turn + 20) % 9)}-15`
    const began = performance.now()
    const answer = (await dispatch(place.house, bound, {
      credentials: { kind: 'account', tenantId, accountId },
      input: { unitId, below: 'true', on, limit: '500' },
      requestId: 'bench',
      address: '',
      language: 'zh-CN',
      call: { userAgent: '', setSession: () => {}, tag: () => {} },
    })) as { rows: unknown[] }
    if (turn < 0) continue
    times.push(performance.now() - began)
    counts.push(answer.rows.length)
  }
  return { times, positions: { median: quantile(counts, 0.5), most: Math.max(...counts) } }
}

const surnames = ['zhang', 'li', 'wang', '陈', '刘', 'zw', '赵']

/** What fifty people ask: the next page by name, a name in pinyin or characters, those on probation, a state of the past. */
function question(turn: number): string {
  // as the page asks: without those who left
  const staff = ['probation', 'regular', 'intern', 'contractor'].map((kind) => `employment=${kind}`).join('&')
  const page = `limit=100&sort=name&offset=${(turn % 20) * 100}`
  if (turn % 5 === 1)
    return `limit=100&sort=name&${staff}&text=${encodeURIComponent(surnames[turn % surnames.length] ?? '')}`
  if (turn % 5 === 2) return `${page}&employment=probation`
  if (turn % 5 === 3) return `${page}&${staff}&order=down`
  if (turn % 5 === 4) return `${page}&${staff}&on=2022-06-01`
  return `${page}&${staff}`
}

async function rosters(place: Place, token: string): Promise<number[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts')], {
    env: { ...process.env, REMIT_BENCH: JSON.stringify({ kind: 'remit', app: place.database.app }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise((done) => child.on('exit', done))
  const address = await new Promise<string>((found) =>
    child.stdout.once('data', (chunk: Buffer) => found(chunk.toString().trim())),
  )
  try {
    await load(2)
    return await load(secondsLong)
  } finally {
    child.kill('SIGTERM')
    await exited
  }

  async function load(seconds: number): Promise<number[]> {
    const times: number[] = []
    const until = performance.now() + seconds * 1000
    await Promise.all(Array.from({ length: users }, (_, user) => asUser(user, until, times)))
    return times
  }

  async function asUser(user: number, until: number, times: number[]): Promise<void> {
    await pause((pauseMilliseconds * user) / users)
    for (let turn = user * 7; performance.now() < until; turn += 1) {
      const began = performance.now()
      const answer = await fetch(`${address}/api/roster?${question(turn)}`, { headers: { cookie: `sid=${token}` } })
      await answer.text()
      if (!answer.ok) throw new Error(`the roster answered ${answer.status}`)
      times.push(performance.now() - began)
      await pause(pauseMilliseconds)
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
