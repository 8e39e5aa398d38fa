import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openPool } from '#kernel/database'
import { dispatch } from '#kernel/dispatch'
import { buildHouse, type House } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { createTenant } from '#modules/base'
import { boundModules } from '../src/app/bound-modules.ts'
import { figure, quantile, seconds, type Figure } from './measure.ts'
import type { Place } from './place.ts'
import { asOwner, seedFlow, seedInbox, seedTimers, type FlowTenant } from './seed-flow.ts'

const connections = 24
const instances = 480
const dueAtOnce = 1000
/** Clock ticks a second in /proc, the same on every Linux. */
const ticks = 100

/** Requests as people send and decide them: three approvals one after the other, everything stored. */
export async function benchFlowRun(place: Place): Promise<Figure[]> {
  const pool = openPool(place.database.app, connections)
  const house: House = {
    ...buildHouse({ modules: boundModules, pool, filesDirectory: join(place.directory, 'files') }),
    jobs: { enqueue: async () => {}, stop: async () => {} },
  }
  try {
    const tenantId = await createTenant(house, { slug: 'flows', name: 'Flows', language: 'en' })
    const tenant = await seedFlow(place.database.owner, tenantId)
    await runAll(house, tenant, 48)
    const bare = await bareCommits(place)
    const before = cpuMillis(place)
    const run = await runAll(house, tenant, instances)
    const cpu = (cpuMillis(place) - before) / instances
    return [
      figure('events of flows, stored, over 24 connections', run.perSecond, 'per second', { atLeast: 400 }),
      figure(
        'the same as a part of bare single-row commits',
        run.perSecond / bare,
        'ratio',
        { atLeast: 0.35 },
        { bareCommitsPerSecond: Math.round(bare) },
      ),
      figure('one event of a flow, p95', quantile(run.millis, 0.95), 'ms', { atMost: 50 }),
      figure('a request of three approvals, Node and PostgreSQL', cpu, 'CPU ms', { atMost: 3.5 }),
      await timers(house, place, tenant),
      await inbox(house, place, tenant),
    ]
  } finally {
    await pool.end()
  }
}

type Ran = { perSecond: number; millis: number[] }

/** Every worker takes one request after the other from its start to its end. */
async function runAll(house: House, tenant: FlowTenant, count: number): Promise<Ran> {
  const millis: number[] = []
  let left = count
  const work = async (worker: number) => {
    while (left-- > 0) {
      const who = tenant.people[worker % tenant.people.length]
      if (!who) throw new Error('nobody to start')
      const call = async <T>(accountId: string, route: string, input: object): Promise<T> => {
        const began = performance.now()
        const answer = await perform<T>(house, tenant.tenantId, accountId, route, input)
        millis.push(performance.now() - began)
        return answer
      }
      const started = await call<{ requestId: string; dataRev: number }>(who.accountId, 'startRequest', {
        flowId: tenant.flowId,
        values: { sum: 12 },
      })
      let { dataRev } = started
      for (const [step, approver] of tenant.approvers.entries())
        ({ dataRev } = await call<{ dataRev: number }>(approver.accountId, 'act', {
          requestId: started.requestId,
          dataRev,
          deed: { do: 'decide', task: await taskOf(house, tenant, started.requestId, step), decision: 'approve' },
        }))
    }
  }
  const took = await seconds(() => Promise.all(Array.from({ length: connections }, (_, worker) => work(worker))))
  return { perSecond: millis.length / took, millis }
}

/** The to-dos of the steps have the same names in every request of a flow; whoever decides has read them before. */
const taskNames = new Map<number, string>()

async function taskOf(house: House, { tenantId }: FlowTenant, requestId: string, step: number): Promise<string> {
  const known = taskNames.get(step)
  if (known) return known
  const client = await house.pool.connect()
  try {
    await client.query('begin')
    await client.query('select kernel.enter_tenant($1)', [tenantId])
    const { rows } = await client.query<{ task: string }>(
      `select task from flow_task where tenant_id = $1 and instance_id = $2 and status = 'open'`,
      [tenantId, requestId],
    )
    await client.query('commit')
    const [first] = rows
    if (!first) throw new Error(`nothing is open before step ${step}`)
    taskNames.set(step, first.task)
    return first.task
  } finally {
    client.release()
  }
}

/** One of the module's routes, as if it had come by HTTP. */
export async function perform<T>(
  house: House,
  tenantId: string,
  accountId: string,
  name: string,
  input: object,
): Promise<T> {
  const bound = house.routes.find((route) => route.module.name === 'flow' && route.name === name)
  if (!bound) throw new Error(`no route ${name}`)
  return (await dispatch(house, bound, {
    credentials: { kind: 'account', tenantId, accountId },
    input,
    requestId: 'bench',
    address: '',
    language: 'en',
    call: { userAgent: '', setSession: () => {}, tag: () => {} },
  })) as T
}

/** What the same PostgreSQL does in single-row inserts, each in a transaction of its own, over as many connections. */
async function bareCommits({ database }: Place): Promise<number> {
  const pool = new pg.Pool({ ...database.owner, max: connections })
  await pool.query('create table bare_commit (id bigint generated always as identity primary key, what text)')
  let count = 0
  const took = await seconds(() =>
    Promise.all(
      Array.from({ length: connections }, async () => {
        for (let turn = 0; turn < 150; turn += 1) {
          await pool.query({ name: 'bare', text: 'insert into bare_commit (what) values ($1)', values: ['a decision'] })
          count += 1
        }
      }),
    ),
  )
  await pool.query('drop table bare_commit')
  await pool.end()
  return count / took
}

async function timers(house: House, place: Place, tenant: FlowTenant): Promise<Figure> {
  const [first] = tenant.people
  if (!first) throw new Error('nobody to start')
  await perform(house, tenant.tenantId, first.accountId, 'startRequest', {
    flowId: tenant.limitedFlowId,
    values: { sum: 12 },
  })
  await seedTimers(place.database.owner, tenant, 100_000, dueAtOnce)
  const due = () =>
    asOwner(place.database.owner, async (client) => {
      const { rows } = await client.query<{ left: number }>(
        `select count(*)::int as left from flow_timer where fire_at <= now()`,
      )
      return rows[0]?.left ?? 0
    })
  if ((await due()) !== dueAtOnce) throw new Error('not as many timers are due as were put there')
  const took = await seconds(async () => {
    for (let turn = 0; turn < 20 && (await due()) > 0; turn += 1)
      await runJob(house, 'flow', 'fireTimers', { tenantId: tenant.tenantId })
  })
  if ((await due()) > 0) throw new Error('timers are left that are due')
  return figure('1,000 timers due at once among 100,000', took, 's', { atMost: 5 })
}

async function inbox(house: House, place: Place, tenant: FlowTenant): Promise<Figure> {
  await seedInbox(place.database.owner, tenant, 1_000_000)
  const [reader] = tenant.approvers
  if (!reader) throw new Error('nobody reads')
  const millis: number[] = []
  for (let turn = -10; turn < 100; turn += 1) {
    const began = performance.now()
    const { rows } = await perform<{ rows: unknown[] }>(house, tenant.tenantId, reader.accountId, 'listInbox', {
      box: turn % 2 ? 'todo' : 'done',
      limit: '50',
    })
    if (rows.length !== 50) throw new Error(`the inbox shows ${rows.length}`)
    if (turn >= 0) millis.push(performance.now() - began)
  }
  return figure(
    'inbox of one person among 1,000,000 to-dos, p95',
    quantile(millis, 0.95),
    'ms',
    { atMost: 20 },
    { medianMs: quantile(millis, 0.5) },
  )
}

/** CPU time of this process and of every process of the database. */
function cpuMillis({ directory }: Place): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + serverPids(directory).reduce((sum, pid) => sum + pidMillis(pid), 0)
}

function serverPids(directory: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const stats = new Map(pids.map((pid) => [pid, statOf(pid)]))
  const master = pids.find((pid) => commandOf(pid).includes(directory) && commandOf(pid).includes('postgres'))
  return pids.filter((pid) => pid === master || stats.get(pid)?.[1] === master)
}

function pidMillis(pid: string): number {
  const stat = statOf(pid)
  // a process that has just ended has no figures any more
  return stat.length < 13 ? 0 : ((Number(stat[11]) + Number(stat[12])) * 1000) / ticks
}

/** The fields of /proc/<pid>/stat after the name; none of a process that is gone. */
function statOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
