import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Database } from './database.gen.ts'

export type { Database } from './database.gen.ts'
export type Db = Kysely<Database>
export type Pool = pg.Pool
export type Client = pg.PoolClient
export type ConnectionSettings = pg.ClientConfig

setTypeParsers()

/** Connections of the app's role. Statements are sent without waiting for the answer of the one before. */
export function openPool(settings: ConnectionSettings, max = 16): Pool {
  const pool = new pg.Pool({ ...settings, max, pipeline: true, idleTimeoutMillis: 30_000 } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection lost: the pool opens another when one is asked for
  // one lost while it is in use fails its statements; without a listener it would end the process as well
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('connect', sendTogether)
  return pool
}

/** Statements asked for in one go leave in one write: each write wakes the server, which costs more than the statement. */
function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  let isHeld = false
  client.query = ((...args: unknown[]) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(() => {
        isHeld = false
        stream.uncork()
      })
    }
    return query(...args)
  }) as typeof client.query
}

/** The query builder on one open connection. It can't begin, commit or leave the transaction it is in. */
export function queryBuilder(client: pg.ClientBase): Db {
  const known = builders.get(client)
  if (known) return known
  const connection = boundConnection(client)
  const refuse = async () => {
    throw new Error('the dispatcher opens and ends transactions, nobody else')
  }
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => connection,
        beginTransaction: refuse,
        commitTransaction: refuse,
        rollbackTransaction: refuse,
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
      createIntrospector: (inner) => new PostgresIntrospector(inner),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  builders.set(client, db)
  return db
}

const builders = new WeakMap<pg.ClientBase, Db>()

function boundConnection(client: pg.ClientBase): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const name = statementName(query.sql)
      const result = await client.query({ ...(name ? { name } : {}), text: query.sql, values: [...query.parameters] })
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery() {
      throw new Error('not streamed: read in pages')
    },
  }
}

/** Repeated statements are prepared once per connection; one-off texts must not fill the server's memory. */
const seen = new Map<string, { times: number; name: string }>()
function statementName(text: string): string | undefined {
  const known = seen.get(text)
  if (known) {
    known.times += 1
    return known.times > 2 ? known.name : undefined
  }
  if (seen.size < 2000 && text.length < 8000) {
    seen.set(text, { times: 1, name: createHash('sha1').update(text).digest('base64url') })
  }
  return undefined
}

/** Days stay text (no local midnight), counts are numbers, numeric stays exact text. */
function setTypeParsers(): void {
  const { builtins } = pg.types
  pg.types.setTypeParser(builtins.DATE, (value) => value)
  pg.types.setTypeParser(1182 as number, (value) => parseList(value)) // date[]
  pg.types.setTypeParser(1231 as number, (value) => parseList(value)) // numeric[]
  pg.types.setTypeParser(builtins.INT8, (value) => {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new RangeError(`int8 beyond 2^53: ${value}`)
    return number
  })
}

function parseList(value: string): string[] {
  return value === '{}' ? [] : value.slice(1, -1).split(',')
}
