import { fetchOutbound } from '#kernel/outbound'
import { outboundFailed } from '#kernel/problems'
import type { RestAddress, Row } from '../contract.ts'
import { textOf, valueAt } from '../map-row.ts'
import { noCursor, noRows, notJson, peerRefused } from '../problems.ts'
import type { Cursor, Page, Reader } from './page.ts'

/** Reads a list over HTTP page by page: what came after the cursor, in its order. */
export function openRestReader(address: RestAddress, secret: string): Reader {
  return { read: (cursor, isFirst) => readPage(address, secret, stateOf(cursor), isFirst), close: async () => {} }
}

/**
 * `after`: the highest value of the cursor field in all that was read to its end. While a list is read over several pages
 * `next` tells where it goes on, `since` what it was asked by, and `highest` what was met so far.
 */
type State = {
  readonly after: string | null
  readonly next: string | number | null
  readonly since: string | null
  readonly highest: string | null
}

async function readPage(address: RestAddress, secret: string, state: State, isFirst: boolean): Promise<Page> {
  const since = state.next === null ? (isFirst ? lookedBack(address, state.after) : state.after) : state.since
  const answer = await ask(questionOf(address, since, state.next), address, secret)
  const list = address.rowsAt === '' ? answer : valueAt(answer, address.rowsAt)
  if (!Array.isArray(list)) throw noRows({ path: address.rowsAt })
  const rows = list.filter((row): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row))
  const highest = rows.reduce<string | null>((high, row) => higher(address, high, row), state.highest ?? state.after)
  const next = nextOf(address, answer, list.length, state.next)
  const cursor: State =
    next === null
      ? { after: highest, next: null, since: null, highest: null }
      : { after: state.after, next, since, highest }
  return { rows, cursor: { ...cursor }, isLast: next === null }
}

function questionOf(address: RestAddress, since: string | null, next: string | number | null): URL {
  const url = new URL(address.url)
  if (typeof next === 'string') {
    const link = new URL(next, url)
    if (link.origin !== url.origin) throw outboundFailed['redirected']({ host: url.host })
    return link
  }
  const set = (name: string, value: string) => url.searchParams.set(name, value)
  if (address.form === 'odata') {
    if (address.cursorField !== '') set('$orderby', `${address.cursorField} asc`)
    if (address.cursorField !== '' && since !== null) {
      const filter = `${address.cursorField} gt ${literal(address, since)}`
      const own = url.searchParams.get('$filter')
      set('$filter', own ? `(${own}) and ${filter}` : filter)
    }
    if (address.paging !== 'none' && address.paging !== 'next') set('$top', String(address.pageSize))
    if (address.paging === 'offset' && next !== null) set('$skip', String(next))
  } else {
    if (address.cursorField !== '' && since !== null) set(address.cursorParameter, since)
    if (address.paging !== 'none') set(address.limitParameter, String(address.pageSize))
    if (address.paging === 'offset') set(address.pageParameter, String(next ?? 0))
    if (address.paging === 'page') set(address.pageParameter, String(next ?? 1))
  }
  // not every server reads a plus as a space
  url.search = url.search.replaceAll('+', '%20')
  return url
}

/** A value as OData writes it, so that it can't say anything else. */
function literal({ cursorKind }: RestAddress, value: string): string {
  if (cursorKind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return value
  if (cursorKind === 'time' && /^\d{4}-\d{2}-\d{2}[T\d:.Z+-]*$/.test(value)) return value
  return `'${value.replaceAll("'", "''")}'`
}

function nextOf(
  address: RestAddress,
  answer: unknown,
  count: number,
  at: string | number | null,
): string | number | null {
  if (address.paging === 'none') return null
  if (address.paging === 'next') return textOf(valueAt(answer, address.nextAt)) ?? null
  if (count < address.pageSize) return null
  return address.paging === 'offset' ? Number(at ?? 0) + count : Number(at ?? 1) + 1
}

/** The higher of a value and that of a row: numbers as such, times as instants, the rest as text. */
function higher(address: RestAddress, high: string | null, row: Row): string | null {
  if (address.cursorField === '') return null
  const own = textOf(valueAt(row, address.cursorField))
  if (own === undefined) throw noCursor({ field: address.cursorField })
  if (high === null) return own
  const rank = (value: string) =>
    address.cursorKind === 'number' ? Number(value) : address.cursorKind === 'time' ? Date.parse(value) : Number.NaN
  const [a, b] = [rank(own), rank(high)]
  return (Number.isNaN(a) || Number.isNaN(b) ? own > high : a > b) ? own : high
}

function lookedBack({ lookBackMinutes, cursorKind }: RestAddress, after: string | null): string | null {
  if (after === null || lookBackMinutes === 0 || cursorKind !== 'time') return after
  const at = Date.parse(after)
  return Number.isNaN(at) ? after : new Date(at - lookBackMinutes * 60_000).toISOString()
}

async function ask(url: URL, address: RestAddress, secret: string): Promise<unknown> {
  const answer = await fetchOutbound({ url: url.href, headers: headersOf(address, secret), limitMs: 20_000 })
  if (answer.status !== 200) throw peerRefused({ host: url.host, status: answer.status })
  try {
    return JSON.parse(answer.text) as unknown
  } catch {
    throw notJson({ host: url.host })
  }
}

function headersOf({ auth, user, authHeader }: RestAddress, secret: string): Record<string, string> {
  if (auth === 'bearer') return { authorization: `Bearer ${secret}` }
  if (auth === 'basic') return { authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}` }
  return auth === 'header' ? { [authHeader]: secret } : {}
}

function stateOf(cursor: Cursor | null): State {
  const text = (name: string) => (typeof cursor?.[name] === 'string' ? cursor[name] : null)
  const next = cursor?.['next']
  return {
    after: text('after'),
    since: text('since'),
    highest: text('highest'),
    next: typeof next === 'string' || typeof next === 'number' ? next : null,
  }
}
