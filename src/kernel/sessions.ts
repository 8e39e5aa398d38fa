import { randomBytes } from 'node:crypto'
import { confirmedForMinutes } from '#core/contract'
import { secretHash } from './credentials.ts'
import type { Context } from './context.ts'
import type { Db } from './database.ts'
import type { Credentials } from './dispatch.ts'
import type { House } from './house.ts'

/** How long a session lives: unused, and at all. */
export type SessionLife = { readonly idleHours: number; readonly days: number }

const longest: SessionLife = { idleHours: 12, days: 7 }

/** 256 random bits; only their hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Opens a session for an account at its present epoch: a later change of password, roles or state ends it. */
export async function startSession(
  ctx: Context,
  { accountId, token, device }: { accountId: string; token: string; device: string },
  life: SessionLife = longest,
): Promise<void> {
  const at = ctx.now.getTime()
  const account = await ctx.db
    .selectFrom('account')
    .select('auth_epoch')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('session')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      token_hash: secretHash(token),
      account_id: accountId,
      auth_epoch: account.auth_epoch,
      device,
      address: ctx.address,
      created_at: ctx.now,
      seen_at: ctx.now,
      idle_until: new Date(at + life.idleHours * 3_600_000),
      ends_at: new Date(at + life.days * 86_400_000),
      confirmed_at: ctx.now,
    })
    .execute()
}

/** Notes that the one who uses this session has just typed the password. */
export async function noteConfirmed(ctx: Context): Promise<void> {
  await ctx.db
    .updateTable('session')
    .set({ confirmed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', ctx.actor.sessionId)
    .execute()
}

/** Until when the password typed last counts for routes that confirm; null when it no longer does. */
export async function confirmedUntil({ db, tenantId, sessionId, now }: SessionOf): Promise<Date | null> {
  if (!sessionId) return null
  const row = await db
    .selectFrom('session')
    .select('confirmed_at')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  const until = row && new Date(row.confirmed_at.getTime() + confirmedForMinutes * 60_000)
  return until && until > now ? until : null
}

type SessionOf = { readonly db: Db; readonly tenantId: string; readonly sessionId: string | null; readonly now: Date }

const touchedAt = new WeakMap<House, Map<string, number>>()
const keptAtMost = 20_000

/** Puts off the idle end of a session in use, at most once a minute and without keeping its user waiting. */
export function keepAlive(house: House, credentials: Credentials): void {
  if (credentials.kind !== 'session') return
  const now = house.clock()
  const key = credentials.tokenHash.toString('base64')
  const touched = touchedAt.get(house) ?? new Map<string, number>()
  touchedAt.set(house, touched)
  if (now.getTime() - (touched.get(key) ?? 0) < 60_000) return
  if (touched.size >= keptAtMost) touched.clear()
  touched.set(key, now.getTime())
  house.pool.query('select kernel.touch_session($1, $2)', [credentials.tokenHash, now]).catch(() => touched.delete(key))
}
