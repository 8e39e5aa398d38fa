import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Route } from '#core/contract'
import { nobody, type Actor } from './access.ts'
import { loadActor, tenantState } from './actors.ts'
import type { Call } from './bind.ts'
import { createContext, type Context, type TenantState } from './context.ts'
import { queryBuilder, type Client, type Db } from './database.ts'
import type { BoundRoute, House } from './house.ts'
import type { Language } from './i18n.ts'
import { badInput, confirmPassword, forbidden, keyReused, moduleOff, notSignedIn } from './problems.ts'
import { confirmedUntil, keepAlive } from './sessions.ts'
import { compileShape } from './shape.ts'
import { transaction } from './transaction.ts'

export type Credentials =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'session'; readonly tokenHash: Buffer }
  | { readonly kind: 'api-key'; readonly id: string; readonly secretHash: Buffer }
  /** Somebody already known in this process: the demo's generator, the command line, tests. */
  | { readonly kind: 'account'; readonly tenantId: string; readonly accountId: string }

export type Asking = {
  readonly credentials: Credentials
  readonly input: unknown
  readonly idempotencyKey?: string | undefined
  readonly requestId: string
  readonly address: string
  readonly language: Language
  /** The language the page shows, when it says so: answers speak it whatever the account prefers. */
  readonly pageLanguage?: Language | undefined
  /** Asked by a page on its own, not by its user: does not keep the session alive. */
  readonly isBackground?: boolean
  readonly call: Call
}

/** Carries out one route: who asks, is it on, may they, is the input sound; then the handler, audit and commit. */
export async function dispatch(house: House, bound: BoundRoute, asking: Asking): Promise<unknown> {
  const answer = await carryOut(house, bound, asking)
  if (bound.route.kind !== 'live' && !asking.isBackground) keepAlive(house, asking.credentials)
  return answer
}

/** Asks who sends a file before its bytes are taken in: a stranger must not fill the disk. */
export async function refuseStrangers(
  house: House,
  bound: BoundRoute,
  credentials: Credentials,
  language: Language,
): Promise<void> {
  const now = house.clock()
  const known = await transaction(
    house.pool,
    (client) => identify(house, client, { credentials, language }, now),
    'begin read only',
  )
  admit(bound, known, credentials)
}

async function carryOut(house: House, bound: BoundRoute, asking: Asking): Promise<unknown> {
  refuseBadKey(asking.idempotencyKey)
  const isCommand = bound.route.method !== 'GET'
  const begin = isCommand ? 'begin' : 'begin read only'
  if (bound.route.transaction === 'own') return dispatchApart(house, bound, asking)
  return transaction(
    house.pool,
    async (client) => {
      const now = house.clock()
      const known = await identify(house, client, asking, now)
      admit(bound, known, asking.credentials)
      const db = queryBuilder(client)
      await refuseUnconfirmed(bound, db, known, asking.credentials, now)
      const input = parseInput(bound, asking.input)
      const { requestId, address, pageLanguage: language } = asking
      const ctx = createContext({ house, db, ...known, now, requestId, address, language })
      const work = async () => {
        const answer = await bound.handler(ctx, input as never, asking.call)
        if (isCommand && ctx.notes.audits === 0 && ctx.tenantId)
          await ctx.audit({ action: `${bound.module.name}.${bound.name}`, target: bound.route.path })
        return bound.route.kind === 'download' ? answer : compileShape(bound.route.output)(answer, ctx.actor)
      }
      return isCommand && asking.idempotencyKey && known.actor.accountId
        ? onlyOnce(ctx, known.actor.accountId, asking.idempotencyKey, hashOf(bound, asking.input), work)
        : work()
    },
    begin,
  )
}

/** The same without an open transaction: who asks is looked up in a short one, and the handler opens its own. */
async function dispatchApart(house: House, bound: BoundRoute, asking: Asking): Promise<unknown> {
  const now = house.clock()
  const known = await transaction(
    house.pool,
    async (client) => {
      const found = await identify(house, client, asking, now)
      admit(bound, found, asking.credentials)
      await refuseUnconfirmed(bound, queryBuilder(client), found, asking.credentials, now)
      return found
    },
    'begin read only',
  )
  const input = parseInput(bound, asking.input)
  const ctx = createContext({
    house,
    db: noDatabase,
    ...known,
    now,
    requestId: asking.requestId,
    address: asking.address,
    language: asking.pageLanguage,
  })
  const answer = await bound.handler(ctx, input as never, asking.call)
  return bound.route.kind === 'download' ? answer : compileShape(bound.route.output)(answer, ctx.actor)
}

const noDatabase = new Proxy({} as Db, {
  get() {
    throw new Error('this route opens its own transactions: use inTransaction')
  },
})

type Known = { readonly actor: Actor; readonly tenant: TenantState }

async function identify(
  house: House,
  client: Client,
  asking: Pick<Asking, 'credentials' | 'language'>,
  now: Date,
): Promise<Known> {
  const { credentials } = asking
  const db = queryBuilder(client)
  if (credentials.kind === 'session') {
    const { rows } = await client.query<SessionRow>({
      name: 'open_session',
      text: 'select * from kernel.open_session($1, $2)',
      values: [credentials.tokenHash, now],
    })
    const row = rows[0]
    return row ? loadActor(house, db, sourceOf(row), now) : anonymous(asking.language)
  }
  if (credentials.kind === 'api-key') {
    const { rows } = await client.query<KeyRow>('select * from kernel.open_api_key($1, $2, $3)', [
      credentials.id,
      credentials.secretHash,
      now,
    ])
    const row = rows[0]
    if (!row) return anonymous(asking.language)
    const source = {
      tenantId: row.tenant_id,
      sessionId: null,
      accountId: null,
      authEpoch: 0,
      structureVersion: row.structure_version,
    }
    return loadActor(
      house,
      db,
      { ...source, keyName: `${row.name} (${credentials.id})`, permissions: row.permissions },
      now,
    )
  }
  if (credentials.kind === 'account') return insider(house, client, db, credentials, now)
  return anonymous(asking.language)
}

async function insider(
  house: House,
  client: Client,
  db: Db,
  who: { tenantId: string; accountId: string },
  now: Date,
): Promise<Known> {
  const entered = client.query('select kernel.enter_tenant($1)', [who.tenantId])
  entered.catch(() => {}) // told through the statement that follows it
  const row = await db
    .selectFrom('account as a')
    .innerJoin('tenant as t', 't.id', 'a.tenant_id')
    .select(['a.auth_epoch', 't.structure_version'])
    .where('a.tenant_id', '=', who.tenantId)
    .where('a.id', '=', who.accountId)
    .executeTakeFirstOrThrow()
  return loadActor(
    house,
    db,
    { ...who, sessionId: null, authEpoch: row.auth_epoch, structureVersion: row.structure_version },
    now,
  )
}

type SessionRow = {
  session_id: string
  tenant_id: string
  account_id: string
  auth_epoch: number
  structure_version: number
}
type KeyRow = { tenant_id: string; name: string; permissions: string[]; structure_version: number }

function sourceOf(row: SessionRow) {
  return {
    tenantId: row.tenant_id,
    sessionId: row.session_id,
    accountId: row.account_id,
    authEpoch: row.auth_epoch,
    structureVersion: row.structure_version,
  }
}

function anonymous(language: Language): Known {
  return { actor: nobody(language), tenant: { tenantId: '', timeZone: 'UTC', language, off: new Set() } }
}

function admit(bound: BoundRoute, { actor, tenant }: Known, credentials: Credentials): void {
  const { permission } = bound.route
  if (permission === 'public') return
  if (actor.kind === 'nobody') throw notSignedIn({})
  if (tenant.off.has(bound.module.name)) throw moduleOff({ module: bound.module.name })
  if (permission === 'signed-in') {
    if (credentials.kind === 'api-key') throw forbidden({ permission })
    return
  }
  if (!actor.reaches.has(permission)) throw forbidden({ permission })
}

/** Who is only signed in may have left the page open: what is most worth stealing needs the password again. */
async function refuseUnconfirmed(
  { route }: BoundRoute,
  db: Db,
  { actor, tenant }: Known,
  credentials: Credentials,
  now: Date,
): Promise<void> {
  if (!route.confirms || credentials.kind === 'account') return
  const until = await confirmedUntil({ db, tenantId: tenant.tenantId, sessionId: actor.sessionId, now })
  if (!until) throw confirmPassword({})
}

/** Enters a tenant from a public route (signing in), once it is known which one. */
export async function enterTenant(ctx: Context, tenantId: string, actor: Actor): Promise<Context> {
  await sql`select kernel.enter_tenant(${tenantId})`.execute(ctx.db)
  const tenant = await tenantState(ctx.db, tenantId)
  return createContext({
    house: ctx.house,
    db: ctx.db,
    tenant,
    actor,
    now: ctx.now,
    requestId: ctx.requestId,
    address: ctx.address,
  })
}

/** Made once a route: zod compiles a schema at its first use, which costs more than many a query. */
function strictInput(route: Route): Route['input'] {
  let strict = strictInputs.get(route)
  if (!strict) strictInputs.set(route, (strict = route.input.strict()))
  return strict
}

const strictInputs = new WeakMap<Route, Route['input']>()

function parseInput(bound: BoundRoute, input: unknown): unknown {
  const parsed = strictInput(bound.route).safeParse(input)
  if (parsed.success) return parsed.data
  throw badInput({
    faults: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  })
}

function refuseBadKey(key: string | undefined): void {
  if (key !== undefined && (key.length < 8 || key.length > 200))
    throw badInput({ faults: [{ path: 'Idempotency-Key', message: 'must have 8 to 200 characters' }] })
}

function hashOf(bound: BoundRoute, input: unknown): string {
  return createHash('sha256')
    .update(`${bound.module.name}.${bound.name}\n${JSON.stringify(input)}`)
    .digest('hex')
}

/** Stores the first answer with the effect it tells of; the same key again gets that answer and no second effect. */
async function onlyOnce(
  ctx: Context,
  accountId: string,
  key: string,
  requestHash: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const row = {
    tenant_id: ctx.tenantId,
    account_id: accountId,
    key,
    request_hash: requestHash,
    response: 'null',
    created_at: ctx.now,
  }
  const claimed = await ctx.db
    .insertInto('idempotency_key')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  const mine = ctx.db
    .updateTable('idempotency_key')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
  if (claimed.numInsertedOrUpdatedRows === 0n) return storedAnswer(ctx, accountId, key, requestHash)
  const answer = await work()
  await mine.set({ response: JSON.stringify(answer ?? null) }).execute()
  return answer
}

async function storedAnswer(ctx: Context, accountId: string, key: string, requestHash: string): Promise<unknown> {
  const stored = await ctx.db
    .selectFrom('idempotency_key')
    .select(['request_hash', 'response'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (stored.request_hash !== requestHash) throw keyReused({})
  return stored.response
}
