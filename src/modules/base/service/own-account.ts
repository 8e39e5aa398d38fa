import type { Call } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { hashPassword, verifyPassword } from '#kernel/passwords'
import { notFound } from '#kernel/problems'
import { confirmedUntil, noteConfirmed } from '#kernel/sessions'
import { inTransaction } from '#kernel/transaction'
import type { OpenSession } from '../contract.ts'
import { passwordUnchanged, wrongPassword } from '../problems.ts'
import { accountById, setLanguageOf, setPasswordHash, type Credential } from '../store/account.ts'
import { tenantNames } from '../store/company.ts'
import { deleteSession, keepOnly, sessionsOf } from '../store/session.ts'
import { forgetTries } from '../store/sign-in-failure.ts'
import { ownBrake, takeTries } from './brakes.ts'
import { checkPassword, minPasswordLength } from './new-password.ts'
import { ownAccountId } from './notifications.ts'

export async function signOut(ctx: Context, _input: object, call: Call): Promise<null> {
  call.setSession(null)
  const { accountId, sessionId } = ctx.actor
  if (accountId && sessionId) {
    await deleteSession(ctx, accountId, sessionId)
    await ctx.audit({ action: 'base.sign-out', target: `account/${accountId}` })
    await ctx.announce('session', [accountId])
  }
  return null
}

export async function listSessions(ctx: Context): Promise<OpenSession[]> {
  return sessionsOf(ctx, ownAccountId(ctx))
}

export async function endSession(ctx: Context, { sessionId }: { sessionId: string }): Promise<null> {
  const accountId = ownAccountId(ctx)
  if (!(await deleteSession(ctx, accountId, sessionId))) throw notFound({ what: 'session' })
  await ctx.audit({ action: 'base.end-session', target: `account/${accountId}` })
  await ctx.announce('session', [accountId])
  return null
}

export async function setLanguage(ctx: Context, { language }: { language: string }): Promise<null> {
  const accountId = ownAccountId(ctx)
  await setLanguageOf(ctx, accountId, language)
  await ctx.audit({ action: 'base.set-language', target: `account/${accountId}`, after: { language } })
  return null
}

export async function readConfirmation(ctx: Context): Promise<{ until: string | null }> {
  const { db, tenantId, now } = ctx
  const until = await confirmedUntil({ db, tenantId, sessionId: ctx.actor.sessionId, now })
  return { until: until?.toISOString() ?? null }
}

/** Types my password again, for what a signed-in browser alone must not open. Guessing is braked as at the sign-in. */
export async function confirm(ctx: Context, { password }: { password: string }): Promise<null> {
  const accountId = ownAccountId(ctx)
  const { account } = await inTransaction(ctx, (inner) => beforeChange(inner, accountId))
  if (!(await verifyPassword(password, account.passwordHash)).matches) throw wrongPassword({})
  await inTransaction(ctx, async (inner) => {
    await forgetTries(inner, [ownBrake(accountId).subject])
    await noteConfirmed(inner)
    await inner.audit({ action: 'base.confirm', target: `account/${accountId}` })
  })
  return null
}

/** Changes my password; every other session of mine ends, this one stays. */
export async function changePassword(ctx: Context, asked: { old: string; new: string }): Promise<null> {
  const accountId = ownAccountId(ctx)
  const { account, names, minLength } = await inTransaction(ctx, (inner) => beforeChange(inner, accountId))
  if (!(await verifyPassword(asked.old, account.passwordHash)).matches) throw wrongPassword({})
  await inTransaction(ctx, (inner) => forgetTries(inner, [ownBrake(accountId).subject]))
  checkPassword(asked.new, minLength, names)
  if (asked.new.normalize('NFKC') === asked.old.normalize('NFKC')) throw passwordUnchanged({})
  const hash = await hashPassword(asked.new)
  await inTransaction(ctx, async (inner) => {
    const current = await accountById(inner, accountId)
    if (!current || current.isDisabled || current.passwordHash !== account.passwordHash) throw wrongPassword({})
    const epoch = await setPasswordHash(inner, accountId, hash)
    await keepOnly(inner, accountId, inner.actor.sessionId, epoch)
    await inner.audit({ action: 'base.change-password', target: `account/${accountId}` })
  })
  return null
}

async function beforeChange(
  ctx: Context,
  accountId: string,
): Promise<{ account: Credential; names: string[]; minLength: number }> {
  await takeTries(ctx, [ownBrake(accountId)])
  const account = await accountById(ctx, accountId)
  if (!account) throw notFound({ what: 'account' })
  const names = [account.login, account.name, ...(await tenantNames(ctx))]
  return { account, names, minLength: await minPasswordLength(ctx) }
}
