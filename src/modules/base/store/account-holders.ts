import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type Login = { readonly accountId: string; readonly personId: string | null; readonly name: string }

/** The accounts of people that can be signed in with. */
export async function accountsOfPeople(ctx: Context, personIds: readonly string[]): Promise<Login[]> {
  return logins(ctx)
    .where((eb) => eb('a.person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .execute()
}

/** The accounts that hold a role today; with null all that stand for a person, any of whom may lead others. */
export async function accountsHolding(ctx: Context, roleId: string | null): Promise<Login[]> {
  if (roleId === null) return logins(ctx).where('a.person_id', 'is not', null).execute()
  return logins(ctx)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account_role as h')
          .select('h.role_id')
          .whereRef('h.tenant_id', '=', 'a.tenant_id')
          .whereRef('h.account_id', '=', 'a.id')
          .where('h.role_id', '=', roleId)
          .where(validOn('h', ctx.today)),
      ),
    )
    .execute()
}

function logins(ctx: Context) {
  return ctx.db
    .selectFrom('account as a')
    .select(['a.id as accountId', 'a.person_id as personId', 'a.name'])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.is_disabled', '=', false)
    .orderBy('a.name')
    .orderBy('a.id')
}
