import type { Context } from '#kernel/context'
import { factoryLogin } from '../factory/accounts.ts'

/** Who computes pay, and who releases it. */
export async function paymasterIds(ctx: Context): Promise<{ officer: string; head: string }> {
  const logins = { officer: factoryLogin('HR-PAY'), head: factoryLogin('FI-F-HEAD') }
  const rows = await ctx.db
    .selectFrom('account')
    .select(['id', 'login'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('login', 'in', Object.values(logins))
    .execute()
  const idOf = (login: string) => {
    const found = rows.find((row) => row.login === login)
    if (!found) throw new Error(`the demo has no account ${login}`)
    return found.id
  }
  return { officer: idOf(logins.officer), head: idOf(logins.head) }
}
