import type { Input, Output } from '#core/contract'
import { may } from '#kernel/access'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { Account, GivenRole, InvitationLink, routes } from '../contract.ts'
import { lastAdministrator, loginTaken, ownAccount } from '../problems.ts'
import { insertAccount, killSessions } from '../store/account.ts'
import { changeAccount, findAccount, listAccountRows } from '../store/account-list.ts'
import { revokeKeysOf } from '../store/api-key.ts'
import { bumpStructure } from '../store/company.ts'
import { endInvitations } from '../store/invitation.ts'
import { countAdministrators, giveRole, roleByKey, takeRoleAway } from '../store/role.ts'
import { newAccountInvitation } from './invite.ts'
import { checkGiving, checkRank } from './may-give.ts'

type Routes = typeof routes
type Update = Input<Routes['updateAccount']>

export async function listAccounts(
  ctx: Context,
  filter: Input<Routes['listAccounts']>,
): Promise<Output<Routes['listAccounts']>> {
  return listAccountRows(ctx, filter)
}

/** Makes an account without a password, and the link by which its owner sets one. */
export async function createAccount(
  ctx: Context,
  { login, name, personId, roles }: Input<Routes['createAccount']>,
): Promise<Output<Routes['createAccount']>> {
  if (!may(ctx.actor, 'base.manage-accounts', { personId })) throw forbidden({ permission: 'base.manage-accounts' })
  await checkPerson(ctx, personId)
  await checkGiving(ctx, roles)
  const id = ctx.newId()
  if (!(await insertAccount(ctx, { id, login, name, personId }))) throw loginTaken({ login })
  for (const role of roles) await giveRole(ctx, id, role)
  await ctx.audit({ action: 'base.create-account', target: `account/${id}`, after: { login, name, personId, roles } })
  await ctx.emit('base.account-created', { accountId: id, personId })
  await ctx.announce('base')
  return { account: await find(ctx, id), invitation: await newAccountInvitation(ctx, id) }
}

/** Changes an account. When it is disabled or its rights change, its sessions end at once. */
export async function updateAccount(ctx: Context, input: Update): Promise<Account> {
  const { accountId } = input
  await bumpStructure(ctx)
  const before = await find(ctx, accountId)
  if (before.version !== input.version) throw changedMeanwhile({ yours: input.version, current: before.version })
  const isMine = accountId === ctx.actor.accountId
  if (isMine && (input.roles !== undefined || input.isDisabled !== undefined || input.personId !== undefined))
    throw ownAccount({})
  await checkRank(ctx, accountId)
  if (input.personId) await checkPerson(ctx, input.personId)

  const hadOne = (await countAdministrators(ctx)) > 0
  await changeAccount(ctx, accountId, input)
  if (input.roles) await changeRoles(ctx, accountId, before.roles, input.roles)
  if (input.isDisabled) {
    await revokeKeysOf(ctx, accountId)
    await endInvitations(ctx, accountId)
  }
  if (hadOne && (await countAdministrators(ctx)) === 0) throw lastAdministrator({})
  if (input.roles !== undefined || input.isDisabled !== undefined || input.personId !== undefined)
    await killSessions(ctx, [accountId])

  const { accountId: _id, version: _version, ...after } = input
  await ctx.audit({
    action: 'base.update-account',
    target: `account/${accountId}`,
    before: { name: before.name, personId: before.personId, isDisabled: before.isDisabled, roles: before.roles },
    after,
  })
  await ctx.emit('base.account-changed', { accountId })
  await ctx.announce('base')
  return (await findAccount(ctx, accountId)) ?? { ...before, personId: input.personId ?? null }
}

export async function inviteAccount(ctx: Context, { accountId }: { accountId: string }): Promise<InvitationLink> {
  const account = await find(ctx, accountId)
  if (account.isDisabled) throw notFound({ what: 'account' })
  await checkRank(ctx, accountId)
  await ctx.audit({ action: 'base.invite-account', target: `account/${accountId}` })
  return newAccountInvitation(ctx, accountId)
}

async function find(ctx: Context, accountId: string): Promise<Account> {
  const account = await findAccount(ctx, accountId)
  if (!account) throw notFound({ what: 'account' })
  return account
}

/** A person who leads others brings the rights of a manager along, so those must be the giver's to give. */
async function checkPerson(ctx: Context, personId: string | null): Promise<void> {
  if (!personId) return
  const { scopes } = ctx.house
  if ((await scopes.knows?.(ctx.db, 'person', personId)) === false) throw notFound({ what: 'person' })
  const reports = await scopes.reportsOf(ctx.db, personId, ctx.today)
  if (reports.length > 0) await checkGiving(ctx, [{ roleId: await roleByKey(ctx, 'manager'), unitId: null }])
}

async function changeRoles(
  ctx: Context,
  accountId: string,
  before: readonly GivenRole[],
  after: readonly GivenRole[],
): Promise<void> {
  const has = (list: readonly GivenRole[], one: GivenRole) =>
    list.some(({ roleId, unitId }) => roleId === one.roleId && unitId === one.unitId)
  const added = after.filter((role) => !has(before, role))
  await checkGiving(ctx, added)
  for (const role of before.filter((one) => !has(after, one))) await takeRoleAway(ctx, accountId, role)
  for (const role of added) await giveRole(ctx, accountId, role)
}
