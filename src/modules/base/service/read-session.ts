import { pick, type LocalText } from '#core/local-text'
import { nobody } from '#kernel/access'
import type { Context } from '#kernel/context'
import { enterTenant } from '#kernel/dispatch'
import type { Session } from '../contract.ts'
import { accountsByLogin, ownAccount } from '../store/account.ts'
import { readTenant } from '../store/company.ts'
import { countNotifications } from '../store/notification.ts'
import { findTenant } from '../store/session.ts'
import { readStored, writeSetting } from '../store/setting.ts'

const demoKey = 'base.demo-accounts'

/** Who is asking, for the first call of every page; nobody signed in is an answer, not a refusal. */
export async function readSession(ctx: Context, { company }: { company?: string | undefined }): Promise<Session> {
  if (!ctx.actor.accountId) return signedOut(ctx, company)
  const tenant = await readTenant(ctx)
  return {
    account: await ownAccount(ctx, ctx.actor.accountId),
    tenant: { id: ctx.tenantId, ...tenant, today: ctx.today },
    modules: ctx.house.manifests.map((manifest) => manifest.name).filter((name) => ctx.isOn(name)),
    permissions: Object.fromEntries(
      [...ctx.actor.reaches].map(([permission, reach]) => [permission, reach.all ? 'all' : 'some']),
    ),
    unread: (await countNotifications(ctx, ctx.actor.accountId)).unread,
    needsCompany: (await findTenant(ctx.db, undefined)) === null,
    demoAccounts: tenant.isDemo ? await demoAccounts(ctx) : [],
  }
}

/** Names the accounts of a demo company that its sign-in page offers. */
export async function offerDemoAccounts(
  ctx: Context,
  accounts: readonly { login: string; title: LocalText }[],
): Promise<void> {
  if (!(await readTenant(ctx)).isDemo) throw new Error('only a demo company offers its accounts to everybody')
  await writeSetting(ctx, demoKey, accounts)
}

async function signedOut(ctx: Context, company: string | undefined): Promise<Session> {
  const only = await findTenant(ctx.db, undefined)
  const tenantId = company ? await findTenant(ctx.db, company) : only
  return {
    account: null,
    tenant: null,
    modules: [],
    permissions: {},
    unread: 0,
    needsCompany: only === null,
    demoAccounts: tenantId ? await demoAccounts(await enterTenant(ctx, tenantId, nobody(ctx.language))) : [],
  }
}

async function demoAccounts(ctx: Context): Promise<Session['demoAccounts']> {
  if (!(await readTenant(ctx)).isDemo) return []
  const offered = ((await readStored(ctx, demoKey)) ?? []) as { login: string; title: LocalText }[]
  const names = await accountsByLogin(
    ctx,
    offered.map(({ login }) => login),
  )
  return offered.flatMap(({ login, title }) => {
    const name = names.get(login)
    return name === undefined ? [] : [{ login, name, title: pick(title, ctx.language) }]
  })
}
