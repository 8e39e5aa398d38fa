import pg from 'pg'
import { addressOf } from '#kernel/outbound'
import { outboundFailed } from '#kernel/problems'
import type { Row, SqlAddress } from '../contract.ts'
import { noSuchView, queryFailed, signInRefused } from '../problems.ts'
import type { Cursor, Page, Reader } from './page.ts'

/** Reads a view page by page in the order of its cursor columns; all values are text as PostgreSQL writes them. */
export async function openSqlReader(address: SqlAddress, password: string, timeZone: string): Promise<Reader> {
  const { address: host } = await addressOf(address.host, address.port)
  const timeoutMs = address.timeoutSeconds * 1000
  const client = new pg.Client({
    host,
    port: address.port,
    database: address.database,
    user: address.user,
    password,
    connectionTimeoutMillis: 10_000,
    query_timeout: timeoutMs + 2000,
    application_name: 'remit',
    types: { getTypeParser: () => (value: string) => value },
    ...(address.ssl === 'off'
      ? {}
      : { ssl: { rejectUnauthorized: address.ssl === 'verify', servername: address.host } }),
  })
  client.on('error', () => {})
  await client.connect().catch((error: unknown) => {
    throw asRefusal(error, address)
  })
  return {
    read: (cursor, isFirst) =>
      readPage(client, address, { timeZone, timeoutMs, after: afterOf(cursor), isFirst }).catch((error: unknown) => {
        throw asRefusal(error, address)
      }),
    close: () => client.end().catch(() => {}),
  }
}

type Asked = { timeZone: string; timeoutMs: number; after: string[] | null; isFirst: boolean }

async function readPage(client: pg.Client, address: SqlAddress, asked: Asked): Promise<Page> {
  await client.query('begin transaction read only')
  try {
    await client.query(
      `select set_config('statement_timeout', $1, true), set_config('lock_timeout', '2000', true),
        set_config('datestyle', 'ISO, YMD', true), set_config('timezone', $2, true), set_config('bytea_output', 'hex', true)`,
      [String(asked.timeoutMs), asked.timeZone],
    )
    const after = asked.after && asked.isFirst ? await lookBack(client, address, asked.after) : asked.after
    const columns = address.cursor.map((name) => pg.escapeIdentifier(name))
    const isAfter = after
      ? `where (${columns.join(', ')}) > (${after.map((_value, at) => `$${at + 1}`).join(', ')})`
      : ''
    const view = address.view.split('.').map((part) => pg.escapeIdentifier(part))
    const { rows } = await client.query<Record<string, string | null>>(
      `select v.*, ${columns.map((column, at) => `v.${column}::text as "${cursorAlias}${at}"`).join(', ')}
        from ${view.join('.')} v ${isAfter} order by ${columns.join(', ')} limit ${address.pageSize}`,
      after ?? [],
    )
    await client.query('commit')
    const last = rows.at(-1)
    const reached = last ? address.cursor.map((_name, at) => last[`${cursorAlias}${at}`] ?? '') : asked.after
    return {
      rows: rows.map(withoutCursor),
      cursor: reached ? { after: reached } : null,
      isLast: rows.length < address.pageSize,
    }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

const cursorAlias = 'remit_cursor_'

/** Only a single column of time can be gone back along. */
async function lookBack(client: pg.Client, address: SqlAddress, after: string[]): Promise<string[]> {
  const [first] = after
  if (address.lookBackMinutes === 0 || after.length !== 1 || first === undefined) return after
  const { rows } = await client.query<{ at: string }>(
    `select ($1::timestamptz - make_interval(mins => $2::int))::text as at`,
    [first, address.lookBackMinutes],
  )
  return [rows[0]?.at ?? first]
}

function withoutCursor(row: Record<string, string | null>): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith(cursorAlias)))
}

function afterOf(cursor: Cursor | null): string[] | null {
  const after = cursor?.['after']
  return Array.isArray(after) && after.every((value) => typeof value === 'string') ? after : null
}

function asRefusal(error: unknown, { host, port }: SqlAddress): unknown {
  const { code, message = '' } = error as { code?: string; message?: string }
  const place = `${host}:${port}`
  if (code === '28P01' || code === '28000' || code === '3D000') return signInRefused({ host: place })
  if (code === '42P01' || code === '42703' || code === '42501' || code === '3F000')
    return noSuchView({ message: message.slice(0, 200) })
  if (code === '57014' || /timeout/i.test(message)) return outboundFailed['too-slow']({ host: place })
  if (code && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57'))
    return queryFailed({ message: message.slice(0, 200) })
  return (error as { facts?: object }).facts ? error : outboundFailed['no-connection']({ host: place })
}
