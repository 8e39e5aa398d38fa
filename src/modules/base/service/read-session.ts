import type { Context } from '#kernel/context'
import type { Session } from '../contract.ts'

/** Who is asking, for the first call of every page; nobody signed in is an answer, not a refusal. */
export async function readSession(ctx: Context): Promise<Session> {
  const empty = { modules: [], permissions: {}, unread: 0, needsCompany: false, demoAccounts: [] }
  if (!ctx.actor.accountId) return { account: null, tenant: null, ...empty }
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'name', 'login', 'person_id', 'language', 'must_change_password'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', ctx.actor.accountId)
    .executeTakeFirstOrThrow()
  const tenant = await ctx.db
    .selectFrom('tenant')
    .select(['id', 'slug', 'name', 'is_demo', 'time_zone', 'language'])
    .executeTakeFirstOrThrow()
  return {
    ...empty,
    account: {
      id: account.id,
      name: account.name,
      login: account.login,
      personId: account.person_id,
      language: account.language,
      mustChangePassword: account.must_change_password,
    },
    tenant: {
      id: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      language: tenant.language,
      isDemo: tenant.is_demo,
      timeZone: tenant.time_zone,
      today: ctx.today,
    },
    modules: ctx.house.manifests.map((manifest) => manifest.name).filter((name) => ctx.isOn(name)),
    permissions: Object.fromEntries(
      [...ctx.actor.reaches].map(([permission, reach]) => [permission, reach.all ? 'all' : 'some']),
    ),
  }
}
