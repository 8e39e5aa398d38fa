import type { Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { Reach } from '#kernel/access'
import { reachesOn } from '#kernel/actors'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { whatIf } from '#kernel/transaction'
import { accessChanges } from '../access-changes.ts'
import type { PersonAccess, routes } from '../contract.ts'
import { accountsHolding, accountsOfPeople, type Login } from '../store/account-holders.ts'
import { replaceGrants, rolesOf } from '../store/role.ts'
import { wholeCompany } from './may-give.ts'
import { checkGrants } from './roles.ts'

const lookedAtMost = 500

/**
 * Who of these people would gain and lose what by a change, as of a day. The change is carried out in the open
 * transaction, looked at, and taken back. Only people with an account have access; who keeps theirs has no row.
 */
export async function previewAccess(
  ctx: Context,
  affected: () => Promise<readonly string[]>,
  change: () => Promise<unknown>,
  on: Day = ctx.today,
): Promise<PersonAccess[]> {
  const first = await affected()
  const { logins, after } = await whatIf(ctx, async () => {
    await change()
    const people = [...new Set([...first, ...(await affected())])]
    const asked = (await accountsOfPeople(ctx, people)).slice(0, lookedAtMost)
    return { logins: asked, after: await accessOf(ctx, asked, on) }
  })
  return differing(logins, await accessOf(ctx, logins, on), after)
}

export async function previewRole(
  ctx: Context,
  { roleId, grants }: Input<typeof routes.previewRole>,
): Promise<Output<typeof routes.previewRole>> {
  wholeCompany(ctx)
  const [role] = await rolesOf(ctx, roleId)
  if (!role) throw notFound({ what: 'role' })
  const wanted = checkGrants(ctx, grants)
  const holders = await accountsHolding(ctx, role.key === 'manager' ? null : roleId)
  const logins = holders.slice(0, lookedAtMost)
  const before = await accessOf(ctx, logins)
  const after = await whatIf(ctx, async () => {
    await replaceGrants(ctx, roleId, wanted)
    return accessOf(ctx, logins)
  })
  const people = differing(logins, before, after)
  return { holders: holders.length, lookedAt: logins.length, people: await called(ctx, people) }
}

/** By what the people are called in the reader's language, where they are known, rather than by what their accounts are. */
async function called(ctx: Context, people: readonly PersonAccess[]): Promise<PersonAccess[]> {
  const ids = people.flatMap(({ personId }) => personId ?? [])
  const names = await ctx.house.scopes.namesOf?.(ctx.db, ids, ctx.language)
  return people.map((one) => ({ ...one, name: names?.get(one.personId ?? '') ?? one.name }))
}

/** What accounts may do on a day, by account. */
async function accessOf(
  ctx: Context,
  logins: readonly Login[],
  on: Day = ctx.today,
): Promise<Map<string, ReadonlyMap<string, Reach>>> {
  const tenant = { tenantId: ctx.tenantId, off: offModules(ctx) }
  const access = new Map<string, ReadonlyMap<string, Reach>>()
  for (const login of logins) access.set(login.accountId, await reachesOn(ctx.house.scopes, ctx.db, tenant, login, on))
  return access
}

function differing(
  logins: readonly Login[],
  before: ReadonlyMap<string, ReadonlyMap<string, Reach>>,
  after: ReadonlyMap<string, ReadonlyMap<string, Reach>>,
): PersonAccess[] {
  return logins.flatMap(({ accountId, personId, name }) => {
    const changes = accessChanges(before.get(accountId) ?? new Map(), after.get(accountId) ?? new Map())
    return changes.length > 0 ? [{ accountId, personId, name, changes }] : []
  })
}

function offModules(ctx: Context): ReadonlySet<string> {
  return new Set(ctx.house.manifests.map(({ name }) => name).filter((name) => !ctx.isOn(name)))
}
