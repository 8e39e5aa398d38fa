import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { inviteLogin } from '#modules/base'
import { tenantFor, withSession } from './session.ts'
import { fail, say } from './terminal.ts'

/** `remit invite LOGIN`: the way back in when nobody can sign in any more. */
export async function invite(args: string[]): Promise<void> {
  await withSession(args, async ({ house, words, company }) => {
    const [login] = words
    if (!login) return fail('remit invite LOGIN [--company SLUG]')
    const tenantId = await tenantFor(house, company)
    const path = await inTenant(house, tenantId, systemActor(), (ctx) => inviteLogin(ctx, login))
    say(`${login} (once, within 30 minutes): ${path}`)
  })
}
