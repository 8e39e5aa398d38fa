import type { Input } from '#core/contract'
import { nobody } from '#kernel/access'
import type { Call } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { secretHash } from '#kernel/credentials'
import { queryBuilder } from '#kernel/database'
import { enterTenant } from '#kernel/dispatch'
import { hashPassword } from '#kernel/passwords'
import { badInput } from '#kernel/problems'
import { newToken, startSession } from '#kernel/sessions'
import { inTenant, transaction } from '#kernel/transaction'
import { demoPassword, type Invitation, type routes } from '../contract.ts'
import { invitationOver, loginTaken } from '../problems.ts'
import { accountById, insertAccount, killSessions, setPasswordHash, type Credential } from '../store/account.ts'
import { bumpStructure, readTenant, tenantNames, updateTenant } from '../store/company.ts'
import { findInvitation, invitationExpiry, useInvitation } from '../store/invitation.ts'
import { countAdministrators, giveRole, roleByKey } from '../store/role.ts'
import { checkPassword, minPasswordLength } from './new-password.ts'
import { accountActor, sessionLife } from './sign-in.ts'

type Taken = Input<(typeof routes)['acceptInvitation']>

export async function readInvitation(ctx: Context, { token }: { token: string }): Promise<Invitation> {
  const tokenHash = secretHash(token)
  const open = await findInvitation(ctx.db, tokenHash, ctx.now)
  if (!open) throw invitationOver({})
  const inner = await enterTenant(ctx, open.tenantId, nobody(ctx.language))
  const account = await invited(inner, open.accountId)
  return {
    kind: open.accountId ? 'account' : 'company',
    company: (await readTenant(inner)).name,
    login: account?.login ?? null,
    name: account?.name ?? null,
    minPasswordLength: await minPasswordLength(inner),
    expiresAt: ((await invitationExpiry(inner, tokenHash)) ?? ctx.now).toISOString(),
  }
}

/** Sets a password by a one-time link and signs in; without an account it makes the first administrator. */
export async function acceptInvitation(ctx: Context, taken: Taken, call: Call): Promise<null> {
  const { house } = ctx
  const tokenHash = secretHash(taken.token)
  const open = await transaction(
    house.pool,
    (client) => findInvitation(queryBuilder(client), tokenHash, ctx.now),
    'begin read only',
  )
  if (!open) throw invitationOver({})
  await inTenant(house, open.tenantId, nobody(ctx.language), (inner) => checkTaken(inner, open.accountId, taken), ctx)
  const passwordHash = await hashPassword(taken.password)

  const id = open.accountId ?? ctx.newId()
  const owner = accountActor({ id, name: taken.name ?? '' }, ctx)
  const token = newToken()
  await inTenant(
    house,
    open.tenantId,
    owner,
    async (inner) => {
      if (!(await useInvitation(inner, tokenHash))) throw invitationOver({})
      if (open.accountId) await takeUp(inner, open.accountId, passwordHash)
      else await makeAdministrator(inner, id, taken, passwordHash)
      await startSession(inner, { accountId: id, token, device: call.userAgent }, await sessionLife(inner))
    },
    ctx,
  )
  call.setSession(token)
  return null
}

/** Everything that can be refused, before the costly hash. */
async function checkTaken(ctx: Context, accountId: string | null, taken: Taken): Promise<void> {
  const account = await invited(ctx, accountId)
  if (!account && (!taken.login || !taken.name)) {
    const faults = (['login', 'name'] as const).filter((field) => !taken[field])
    throw badInput({ faults: faults.map((path) => ({ path, message: 'required' })) })
  }
  if (taken.password === demoPassword && (await readTenant(ctx)).isDemo) return
  const names = [account?.login ?? taken.login ?? '', account?.name ?? taken.name ?? '', taken.companyName ?? '']
  checkPassword(taken.password, await minPasswordLength(ctx), [...names, ...(await tenantNames(ctx))])
}

/** The account an invitation is for; none when it makes an administrator, which only a company without one needs. */
async function invited(ctx: Context, accountId: string | null): Promise<Credential | null> {
  if (!accountId) {
    if ((await countAdministrators(ctx)) > 0) throw invitationOver({})
    return null
  }
  const account = await accountById(ctx, accountId)
  if (!account || account.isDisabled) throw invitationOver({})
  return account
}

async function takeUp(ctx: Context, accountId: string, passwordHash: string): Promise<void> {
  const account = await invited(ctx, accountId)
  await killSessions(ctx, [accountId])
  await setPasswordHash(ctx, accountId, passwordHash)
  await ctx.audit({
    action: 'base.accept-invitation',
    target: `account/${accountId}`,
    after: { login: account?.login },
  })
}

async function makeAdministrator(ctx: Context, id: string, taken: Taken, passwordHash: string): Promise<void> {
  await bumpStructure(ctx)
  await invited(ctx, null)
  const { login = '', name = '', companyName } = taken
  if (!(await insertAccount(ctx, { id, login, name, personId: null, passwordHash }))) throw loginTaken({ login })
  await giveRole(ctx, id, { roleId: await roleByKey(ctx, 'administrator'), unitId: null })
  if (companyName) await updateTenant(ctx, { name: companyName })
  await ctx.audit({ action: 'base.accept-invitation', target: `account/${id}`, after: { login, name, companyName } })
  await ctx.emit('base.account-created', { accountId: id, personId: null })
}
