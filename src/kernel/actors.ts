import { sql } from 'kysely'
import type { Scope } from '#core/manifest'
import { compileReaches, type Actor, type Grant, type Reach } from './access.ts'
import type { Day } from '#core/calendar'
import { dayIn } from './clock.ts'
import type { TenantState } from './context.ts'
import type { Db } from './database.ts'
import type { House } from './house.ts'
import { isLanguage } from './i18n.ts'

type Loaded = { readonly actor: Actor; readonly tenant: TenantState }

const kept = new WeakMap<House, Map<string, Loaded>>()
const keptAtMost = 20_000
/** Days turn on a quarter of an hour wherever one is: what is kept is never of yesterday. */
const quarterHour = 15 * 60_000

/** The actor and the tenant of a session or key, from memory while nothing they are made of has changed. */
export async function loadActor(house: House, db: Db, from: ActorSource, now: Date): Promise<Loaded> {
  const known = kept.get(house) ?? new Map<string, Loaded>()
  kept.set(house, known)
  const key = `${from.tenantId}:${from.sessionId ?? from.accountId ?? from.keyName}:${from.authEpoch}:${from.structureVersion}:${Math.floor(now.getTime() / quarterHour)}`
  const found = known.get(key)
  if (found) return found
  const tenant = await tenantState(db, from.tenantId)
  const actor = from.accountId
    ? await personActor(house, db, tenant, from.accountId, from.sessionId, now)
    : keyActor(from, tenant)
  const loaded = { actor, tenant }
  if (known.size >= keptAtMost) known.clear()
  known.set(key, loaded)
  return loaded
}

export type ActorSource = {
  readonly tenantId: string
  readonly sessionId: string | null
  readonly accountId: string | null
  readonly authEpoch: number
  readonly structureVersion: number
  readonly keyName?: string
  readonly permissions?: readonly string[]
}

export async function tenantState(db: Db, tenantId: string): Promise<TenantState> {
  const tenant = await db
    .selectFrom('tenant')
    .select(['time_zone', 'language'])
    .where('id', '=', tenantId)
    .executeTakeFirstOrThrow()
  const off = await db
    .selectFrom('module_switch')
    .select('module')
    .where('tenant_id', '=', tenantId)
    .where('is_on', '=', false)
    .execute()
  return {
    tenantId,
    timeZone: tenant.time_zone,
    language: isLanguage(tenant.language) ? tenant.language : 'zh-CN',
    off: new Set(off.map((row) => row.module)),
  }
}

function keyActor(from: ActorSource, tenant: TenantState): Actor {
  const reach: Reach = { all: true, personIds: [], unitIds: [] }
  return {
    kind: 'api-key',
    accountId: null,
    sessionId: null,
    personId: null,
    name: from.keyName ?? '',
    language: tenant.language,
    reaches: new Map((from.permissions ?? []).map((permission) => [permission, reach])),
  }
}

async function personActor(
  house: House,
  db: Db,
  tenant: TenantState,
  accountId: string,
  sessionId: string | null,
  now: Date,
): Promise<Actor> {
  const { tenantId } = tenant
  const today = dayIn(tenant.timeZone, now)
  const account = await db
    .selectFrom('account')
    .select(['name', 'person_id', 'language'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const held = { accountId, personId: account.person_id }
  return {
    kind: 'person',
    accountId,
    sessionId,
    personId: account.person_id,
    name: account.name,
    language: isLanguage(account.language) ? account.language : tenant.language,
    reaches: await reachesOn(house.scopes, db, tenant, held, today),
  }
}

export type Holder = { readonly accountId: string; readonly personId: string | null }

/**
 * What an account may do about whom on a day, as the roles given and the lines of that day say. Asked with another
 * source of lines it tells what would be so.
 */
export async function reachesOn(
  scopes: House['scopes'],
  db: Db,
  { tenantId, off }: Pick<TenantState, 'tenantId' | 'off'>,
  { accountId, personId }: Holder,
  today: Day,
): Promise<ReadonlyMap<string, Reach>> {
  const reports = personId ? await scopes.reportsOf(db, personId, today) : []
  const rows = await grantRows(db, tenantId, accountId, today, reports.length > 0)
  const isPartner = personId !== null && rows.some((row) => row.scope === 'partners')
  const partners = isPartner ? await scopes.partnersOf(db, personId, today, off) : []
  const begins = [
    ...new Set(rows.filter((row) => row.scope === 'unit' && row.unit_id !== tenantId).map((row) => row.unit_id)),
  ]
  const below = new Map(
    await Promise.all(begins.map(async (id) => [id, await scopes.subtree(db, [id], today)] as const)),
  )
  const grants: Grant[] = rows
    .filter((row) => row.effect === 'allow')
    .map((row) => ({
      permission: row.permission,
      scope: row.scope === 'unit' && row.unit_id === tenantId ? 'tenant' : (row.scope as Scope),
      unitIds: below.get(row.unit_id) ?? [],
    }))
  const denied = new Set(rows.filter((row) => row.effect === 'deny').map((row) => row.permission))
  return compileReaches(grants, denied, personId, reports, partners)
}

type GrantRow = { permission: string; scope: string; effect: string; unit_id: string }

/** Grants of the roles given today, and of `manager` when somebody reports to the person. */
async function grantRows(
  db: Db,
  tenantId: string,
  accountId: string,
  today: string,
  leads: boolean,
): Promise<GrantRow[]> {
  const { rows } = await sql<GrantRow>`
    select g.permission, g.scope, g.effect, held.unit_id
    from (
      select role_id, unit_id from account_role
      where tenant_id = ${tenantId} and account_id = ${accountId} and valid_from <= ${today} and (valid_until is null or valid_until > ${today})
      union all
      select id, ${tenantId}::uuid from role where tenant_id = ${tenantId} and key = 'manager' and ${leads}
    ) held join role_grant g on g.tenant_id = ${tenantId} and g.role_id = held.role_id`.execute(db)
  return rows
}
