import type { SourceKind } from '../contract.ts'
import { RestAddress, SqlAddress, WebhookAddress } from '../contract.ts'
import { badAddress, notAsked } from '../problems.ts'
import type { Reader } from './page.ts'
import { openRestReader } from './rest.ts'
import { openSqlReader } from './sql.ts'

/** How a source is asked, checked by its kind; refuses (`sources.bad-address`) with what is wrong. */
export function checkedAddress(kind: SourceKind, address: unknown): Record<string, unknown> {
  const schema = kind === 'sql' ? SqlAddress : kind === 'rest' ? RestAddress : WebhookAddress
  const parsed = schema.strict().safeParse(address)
  if (parsed.success) return parsed.data
  throw badAddress({
    faults: parsed.error.issues.map((issue) => ({ path: `address.${issue.path.join('.')}`, message: issue.message })),
  })
}

/** To whom a secret is sent; another one must not get it. */
export function peerOf(kind: string, address: unknown): string {
  const { data: view } = SqlAddress.safeParse(address)
  if (kind === 'sql' && view) return `${view.host}:${view.port} ${view.user}`
  const { data: list } = RestAddress.safeParse(address)
  return kind === 'rest' && list ? new URL(list.url).origin : ''
}

/** Opens what is asked; whoever opens it closes it. */
export async function openReader(kind: string, address: unknown, secret: string, timeZone: string): Promise<Reader> {
  if (kind === 'sql') return openSqlReader(SqlAddress.parse(checkedAddress('sql', address)), secret, timeZone)
  if (kind === 'rest') return openRestReader(RestAddress.parse(checkedAddress('rest', address)), secret)
  throw notAsked({})
}
