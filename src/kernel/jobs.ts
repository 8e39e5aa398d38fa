import { sql } from 'kysely'
import { PgBoss, fromKysely } from 'pg-boss'
import { systemActor } from './access.ts'
import type { Context } from './context.ts'
import type { ConnectionSettings } from './database.ts'
import type { House } from './house.ts'
import { inTenant } from './transaction.ts'

export type Jobs = {
  enqueue(
    ctx: Context,
    job: string,
    payload: Record<string, unknown>,
    options?: { startAfter?: Date; onceKey?: string },
  ): Promise<void>
  stop(): Promise<void>
}

const schema = 'jobs'

/** A house whose jobs have not been started: enqueuing is an error, so that nothing is promised and forgotten. */
export function noJobs(): Jobs {
  return {
    enqueue: async (_ctx, job) => {
      throw new Error(`jobs are not started, so ${job} would never run`)
    },
    stop: async () => {},
  }
}

/** Creates the queues as the owner and lets the app's role use them. Quick when nothing is new. */
export async function prepareJobs(owner: ConnectionSettings, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...connection(owner), schema, schedule: false, supervise: false, max: 1 })
  boss.on('error', () => {})
  await boss.start()
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of names.filter((queue) => !known.has(queue))) {
      await boss.createQueue(name, { retryLimit: 5, retryBackoff: true, expireInSeconds: 600 })
    }
    const db = boss.getDb()
    await db.executeSql(`grant usage on schema ${schema} to remit_app`)
    await db.executeSql(`grant select, insert, update, delete on all tables in schema ${schema} to remit_app`)
    await db.executeSql(`grant usage, select on all sequences in schema ${schema} to remit_app`)
    await db.executeSql(`grant execute on all functions in schema ${schema} to remit_app`)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Takes jobs without working on them: for the command line, whose jobs the running product carries out. */
export async function openQueue(app: ConnectionSettings): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection(app),
    schema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    max: 1,
  })
  boss.on('error', () => {})
  await boss.start()
  return jobsOf(boss)
}

/** Starts working: each job runs once per tenant whose module is on, in a transaction of its own. */
export async function startJobs(house: House, app: ConnectionSettings, timeZone: string): Promise<Jobs> {
  const boss = new PgBoss({ ...connection(app), schema, migrate: false, createSchema: false, max: 4 })
  boss.on('error', () => {})
  await boss.start()
  for (const module of house.modules) {
    for (const [job, { every }] of Object.entries(module.manifest.jobs)) {
      const name = `${module.manifest.name}.${job}`
      await boss.work<Envelope>(name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([work]) => {
        if (work) await perform(house, module.manifest.name, job, work.data)
      })
      if (every) await boss.schedule(name, every, {}, { tz: timeZone })
    }
  }
  return jobsOf(boss)
}

function jobsOf(boss: PgBoss): Jobs {
  return {
    enqueue: (ctx, job, payload, options) => enqueue(boss, ctx, job, payload, options),
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  }
}

/** What travels with a job: without a tenant it is for all of them (a schedule). */
type Envelope = { tenantId?: string; payload?: Record<string, unknown> }

/** Runs a job now, as its worker would; without a tenant for all tenants. */
export async function perform(
  house: House,
  module: string,
  job: string,
  { tenantId, payload = {} }: Envelope,
): Promise<void> {
  const run = house.modules.find((bound) => bound.manifest.name === module)?.jobs[job]
  if (!run) throw new Error(`no job ${module}.${job}`)
  const tenantIds = tenantId ? [tenantId] : await allTenants(house)
  const failures: unknown[] = []
  for (const id of tenantIds) {
    await inTenant(house, id, systemActor(), async (ctx) => {
      if (ctx.isOn(module)) await run(ctx, payload as never)
    }).catch((error: unknown) => failures.push(error))
  }
  // one company's trouble is not another's: all had their turn before the job counts as failed
  if (failures.length > 0) throw failures[0]
}

async function allTenants(house: House): Promise<string[]> {
  const { rows } = await house.pool.query<{ id: string }>('select kernel.all_tenants() as id')
  return rows.map((row) => row.id)
}

async function enqueue(
  boss: PgBoss,
  ctx: Context,
  job: string,
  payload: Record<string, unknown>,
  options: { startAfter?: Date; onceKey?: string } = {},
): Promise<void> {
  const envelope: Envelope = { tenantId: ctx.tenantId, payload }
  await boss.send(job, envelope, {
    db: fromKysely({
      executeQuery: (query: { sql: string; parameters: readonly unknown[] }) => runRaw(ctx, query),
    } as never),
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
    ...(options.onceKey ? { singletonKey: `${ctx.tenantId}:${options.onceKey}` } : {}),
  })
}

async function runRaw(ctx: Context, query: { sql: string; parameters: readonly unknown[] }) {
  return ctx.db.executeQuery({ ...sql`select 1`.compile(ctx.db), sql: query.sql, parameters: query.parameters })
}

function connection(settings: ConnectionSettings) {
  const { host, port, user, password, database, connectionString, ssl } = settings
  return Object.fromEntries(
    Object.entries({ host, port, user, password, database, connectionString, ssl }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as { connectionString: string }
}
