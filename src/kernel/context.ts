import { randomUUIDv7 } from './ids.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { SettingValue } from '#core/manifest'
import { may, visibleRows, type About, type Actor } from './access.ts'
import type { Db } from './database.ts'
import type { Language } from './i18n.ts'
import type { House } from './house.ts'
import { dayIn } from './clock.ts'

export type AuditEntry = { action: string; target: string; before?: unknown; after?: unknown }

/** An open transaction in one tenant, on behalf of somebody. The first argument of every use case. */
export type Context = {
  readonly db: Db
  readonly house: House
  readonly tenantId: string
  readonly actor: Actor
  readonly now: Date
  /** The tenant's calendar day now. */
  readonly today: Day
  readonly timeZone: string
  readonly language: Language
  readonly requestId: string
  readonly address: string
  newId(): string
  may(permission: string, about?: About): boolean
  /** The row filter of a permission, see `visibleRows`. */
  visible(permission: string, columns: { person?: string; unit?: string }): Expression<SqlBool>
  isOn(module: string): boolean
  setting<T extends SettingValue>(key: string): Promise<T>
  audit(entry: AuditEntry): Promise<void>
  /** Tells the listeners of modules that are on, inside this transaction. */
  emit(event: string, payload: Record<string, unknown>): Promise<void>
  /** Hands slow work to a job in this transaction; it runs at least once after the commit. */
  enqueue(
    job: string,
    payload: Record<string, unknown>,
    options?: { startAfter?: Date; onceKey?: string },
  ): Promise<void>
  /** Tells open pages that something changed; sent when the transaction commits. */
  announce(topic: string, accountIds?: readonly string[]): Promise<void>
}

export type TenantState = {
  readonly tenantId: string
  readonly timeZone: string
  readonly language: Language
  readonly off: ReadonlySet<string>
}

export type ContextParts = {
  house: House
  db: Db
  tenant: TenantState
  actor: Actor
  now: Date
  requestId: string
  address: string
  /** Of the page that asks; the account's own unless told. */
  language?: Language | undefined
}

/** What a context noted while a command ran, for the dispatcher. */
export type Notes = { audits: number }

export function createContext(parts: ContextParts): Context & { readonly notes: Notes } {
  const { house, db, tenant, actor, now } = parts
  const notes: Notes = { audits: 0 }
  const context: Context & { notes: Notes } = {
    notes,
    db,
    house,
    tenantId: tenant.tenantId,
    actor,
    now,
    today: dayIn(tenant.timeZone, now),
    timeZone: tenant.timeZone,
    language: parts.language ?? actor.language,
    requestId: parts.requestId,
    address: parts.address,
    newId: () => randomUUIDv7(now),
    may: (permission, about) => may(actor, permission, about),
    visible: (permission, columns) => visibleRows(actor, permission, columns),
    isOn: (module) => !tenant.off.has(module),
    setting: (key) => house.setting(context, key),
    async audit(entry) {
      notes.audits += 1
      await db.insertInto('audit_row').values(auditRow(context, entry)).execute()
    },
    async emit(event, payload) {
      for (const listener of house.listenersOf(event)) {
        if (context.isOn(listener.module)) await listener.run(context, payload)
      }
    },
    enqueue: (job, payload, options) => house.jobs.enqueue(context, job, payload, options),
    announce: (topic, accountIds) => house.live.announce(context, topic, accountIds),
  }
  return context
}

function auditRow(ctx: Context, entry: AuditEntry) {
  return {
    tenant_id: ctx.tenantId,
    id: ctx.newId(),
    at: ctx.now,
    account_id: ctx.actor.accountId,
    actor_name: ctx.actor.name,
    action: entry.action,
    target: entry.target,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
    request_id: ctx.requestId,
    address: ctx.address,
  }
}
