import type { Input } from '#core/contract'
import { nobody, type Actor } from '#kernel/access'
import type { Call } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { queryBuilder } from '#kernel/database'
import { hashPassword, verifyPassword } from '#kernel/passwords'
import { newToken, startSession, type SessionLife } from '#kernel/sessions'
import { inTenant, inTransaction, transaction } from '#kernel/transaction'
import type { routes } from '../contract.ts'
import { wrongSignIn } from '../problems.ts'
import { accountByLogin, rehash, type Credential } from '../store/account.ts'
import { addressesOf, deleteSession, findTenant } from '../store/session.ts'
import { forgetTries, returnTry } from '../store/sign-in-failure.ts'
import { addressBlock, brakesOn, takeTries } from './brakes.ts'

type Asked = Input<(typeof routes)['signIn']>

/** Opens a session. Who is not there and who mistypes get the same answer after the same work. */
export async function signIn(ctx: Context, asked: Asked, call: Call): Promise<{ mustChangePassword: boolean }> {
  const { house } = ctx
  const tenantId = await transaction(
    house.pool,
    (client) => findTenant(queryBuilder(client), asked.company),
    'begin read only',
  )
  const within = <T>(work: (inner: Context) => Promise<T>, actor: Actor = nobody(ctx.language)) =>
    inTenant(house, tenantId ?? '', actor, work, ctx)
  const account = tenantId ? await within((inner) => takeTurn(inner, asked.login)) : undefined

  const stored = account?.isDisabled ? null : (account?.passwordHash ?? null)
  const { matches, isStale } = await verifyPassword(asked.password, stored)
  if (!account || !matches) {
    if (account) await within((inner) => noteFailure(inner, account))
    throw wrongSignIn({})
  }
  const fresh = isStale ? await hashPassword(asked.password) : undefined

  const token = newToken()
  const owner = accountActor(account, ctx)
  await within((inner) => openSession(inner, account, { token, fresh, device: call.userAgent }), owner)
  if (ctx.actor.sessionId) await inTransaction(ctx, dropOldSession)
  call.setSession(token)
  return { mustChangePassword: account.mustChangePassword }
}

/** Somebody who has shown who they are, before their rights are loaded: for the audit. */
export function accountActor(account: { id: string; name: string }, ctx: Context): Actor {
  return { ...nobody(ctx.language), kind: 'person', accountId: account.id, name: account.name }
}

/** How long sessions of this company live; settings shorten, they never lengthen. */
export async function sessionLife(ctx: Context): Promise<SessionLife> {
  const [idleHours, days] = [
    await ctx.setting<number>('base.sessionIdleHours'),
    await ctx.setting<number>('base.sessionDays'),
  ]
  return { idleHours: Math.min(12, Math.max(0.25, idleHours)), days: Math.min(7, Math.max(0.25, days)) }
}

/** Looks the account up and counts the try. One's own known place is not slowed down by what others try elsewhere. */
async function takeTurn(ctx: Context, login: string): Promise<Credential | undefined> {
  const brakes = brakesOn(login, ctx.address)
  const account = await accountByLogin(ctx, login)
  const known = account ? (await addressesOf(ctx, account.id)).map(addressBlock) : []
  const isKnown = known.includes(addressBlock(ctx.address))
  await takeTries(ctx, isKnown ? [brakes.pair, brakes.address] : [brakes.pair, brakes.login, brakes.address])
  return account
}

async function noteFailure(ctx: Context, account: Credential): Promise<void> {
  await ctx.audit({ action: 'base.sign-in-failed', target: `account/${account.id}` })
}

async function openSession(
  ctx: Context,
  account: Credential,
  { token, fresh, device }: { token: string; fresh: string | undefined; device: string },
): Promise<void> {
  const current = await accountByLogin(ctx, account.login)
  if (!current || current.isDisabled || current.passwordHash !== account.passwordHash) throw wrongSignIn({})
  const brakes = brakesOn(account.login, ctx.address)
  await forgetTries(ctx, [brakes.pair.subject, brakes.login.subject])
  await returnTry(ctx, brakes.address.subject)
  if (fresh) await rehash(ctx, account.id, fresh)
  await startSession(ctx, { accountId: account.id, token, device }, await sessionLife(ctx))
  await ctx.audit({ action: 'base.sign-in', target: `account/${account.id}`, after: { device } })
}

/** Signing in again ends the session it was asked from: the secret in the browser changes each time. */
async function dropOldSession(ctx: Context): Promise<void> {
  const { accountId, sessionId } = ctx.actor
  if (accountId && sessionId) await deleteSession(ctx, accountId, sessionId)
}
