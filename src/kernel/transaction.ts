import { sql } from 'kysely'
import type pg from 'pg'
import { randomUUID } from 'node:crypto'
import type { Actor } from './access.ts'
import { tenantState } from './actors.ts'
import { createContext, type Context } from './context.ts'
import { queryBuilder, type Client, type Db, type Pool } from './database.ts'
import type { House } from './house.ts'
import { commitUnknown, databaseAway, exists, stillReferred } from './problems.ts'
import { Problem } from './problem.ts'

/** Which request a transaction is part of, for the audit. */
export type Origin = { readonly requestId: string; readonly address: string }

/** Runs work as the system or a given actor in one tenant, in a transaction of its own: jobs, imports, the command line. */
export async function inTenant<T>(
  house: House,
  tenantId: string,
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  { requestId, address }: Origin = { requestId: randomUUID(), address: '' },
): Promise<T> {
  return transaction(house.pool, async (client) => {
    await client.query('select kernel.enter_tenant($1)', [tenantId])
    const db = queryBuilder(client)
    const tenant = await tenantState(db, tenantId)
    const ctx = createContext({ house, db, tenant, actor, now: house.clock(), requestId, address })
    return work(ctx)
  })
}

/** A transaction for the actor of a route that opens its own (`transaction: 'own'`). */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inTenant(ctx.house, ctx.tenantId, ctx.actor, work, ctx)
}

/** What work would do: all it writes is taken back before the answer leaves, and what it enqueued or announced never goes out. */
export async function whatIf<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  const left = leftBy.get(ctx.db)
  const before = left?.onceCommitted.length ?? 0
  await sql`savepoint what_if`.execute(ctx.db)
  const answer = await work()
  await sql`rollback to savepoint what_if`.execute(ctx.db)
  left?.onceCommitted.splice(before)
  return answer
}

type Left = {
  /** Done however the transaction ended. */
  readonly afterwards: (() => Promise<void>)[]
  readonly onceCommitted: (() => void)[]
}
/** What was left by each open transaction, by the query builder of its connection. */
const leftBy = new WeakMap<Db, Left>()

/**
 * Something to do once the transaction of a context has ended, however it ended, and has given its connection back: what
 * is refused must be kept although everything is rolled back.
 */
export async function afterwards({ db }: Pick<Context, 'db'>, work: () => Promise<void>): Promise<void> {
  const open = leftBy.get(db)
  if (open) open.afterwards.push(work)
  else await work()
}

/** Something that follows from a commit and that nobody waits for; done at once where no transaction is open. */
export function onceCommitted({ db }: Pick<Context, 'db'>, work: () => void): void {
  const open = leftBy.get(db)
  if (open) open.onceCommitted.push(work)
  else work()
}

/** One transaction: committed when `work` returns, rolled back when it throws; tried again when others stood in the way. */
export async function transaction<T>(pool: Pool, work: (client: Client) => Promise<T>, begin = 'begin'): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const left: Left = { afterwards: [], onceCommitted: [] }
    try {
      const result = await once(pool, work, { begin, left })
      for (const follow of left.onceCommitted) follow()
      if (left.afterwards.length > 0) await settle(left)
      return result
    } catch (error) {
      if (isCollision(error) && attempt < 3) continue
      await settle(left)
      throw asProblem(error)
    }
  }
}

/** What was left for afterwards never changes the answer: it failed or went well before. */
async function settle({ afterwards: works }: Left): Promise<void> {
  for (const work of works)
    await work().catch((error: unknown) => process.stderr.write(`afterwards: ${String(error)}\n`))
}

async function once<T>(
  pool: Pool,
  work: (client: Client) => Promise<T>,
  { begin, left }: { begin: string; left: Left },
): Promise<T> {
  const client = await pool.connect()
  const db = queryBuilder(client)
  leftBy.set(db, left)
  let broken: Error | undefined
  try {
    const began = client.query(begin)
    began.catch(() => {}) // told through the first statement of `work`, which waits behind it
    const result = await work(client)
    await began
    // a reading transaction has nothing to lose: its end follows on the same connection, and the answer need not wait
    if (begin.endsWith('read only')) client.query('commit').catch(() => {})
    else await commit(client)
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    leftBy.delete(db)
    client.release(broken)
  }
}

/** An error at COMMIT means "unknown": it may have been stored. The caller's idempotency key settles it. */
async function commit(client: Client): Promise<void> {
  try {
    await client.query('commit')
  } catch (error) {
    if ((error as pg.DatabaseError).code?.startsWith('23')) throw error
    throw commitUnknown({})
  }
}

function isCollision(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '40001' || code === '40P01'
}

const away = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[1-5]|08\d\d\d|53\d\d\d)$/

/** Refusals of the database in words a user can act on; bugs stay as they are. */
export function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const { code, table, message } = error as { code?: string; table?: string; message?: string }
  if (code === '23505' || code === '23P01') return exists({ what: table ?? '' })
  if (code === '23503') return stillReferred({ what: table ?? '' })
  if (
    (code && away.test(code)) ||
    message?.startsWith('Connection terminated') ||
    message?.includes('timeout exceeded when trying to connect')
  )
    return databaseAway({})
  return error
}
