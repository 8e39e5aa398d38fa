import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { secretHash } from '#kernel/credentials'
import type { House } from '#kernel/house'
import { newToken } from '#kernel/sessions'
import { inTenant } from '#kernel/transaction'
import type { InvitationLink } from '../contract.ts'
import { replaceInvitation } from '../store/invitation.ts'
import { accountByLogin } from '../store/account.ts'

const setupMinutes = 30

/** The one-time path by which the first administrator of a tenant comes in; good for 30 minutes. */
export async function makeSetupLink(house: House, tenantId: string): Promise<string> {
  return inTenant(house, tenantId, systemActor(), async (ctx) => {
    await ctx.audit({ action: 'base.make-setup-link', target: `tenant/${tenantId}` })
    return (await newInvitation(ctx, null, minutesFrom(ctx, setupMinutes))).path
  })
}

/** The way back in for one who lost the password, from the command line: a path good for 30 minutes. */
export async function inviteLogin(ctx: Context, login: string): Promise<string> {
  const account = await accountByLogin(ctx, login.trim().toLowerCase())
  if (!account) throw new Error(`nobody has the login ${login}`)
  await ctx.audit({ action: 'base.invite-account', target: `account/${account.id}` })
  return (await newInvitation(ctx, account.id, minutesFrom(ctx, setupMinutes))).path
}

/** A link good for as long as the company says, in place of any earlier one of the account. */
export async function newAccountInvitation(ctx: Context, accountId: string): Promise<InvitationLink> {
  const hours = await ctx.setting<number>('base.invitationHours')
  return newInvitation(ctx, accountId, minutesFrom(ctx, hours * 60))
}

async function newInvitation(ctx: Context, accountId: string | null, expiresAt: Date): Promise<InvitationLink> {
  const token = newToken()
  await replaceInvitation(ctx, { tokenHash: secretHash(token), accountId, expiresAt })
  return { path: `/welcome/${token}`, expiresAt: expiresAt.toISOString() }
}

function minutesFrom(ctx: Context, minutes: number): Date {
  return new Date(ctx.now.getTime() + minutes * 60_000)
}
