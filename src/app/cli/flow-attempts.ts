import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { refusedAttempts } from '#modules/flow'
import { tenantFor, withSession } from './session.ts'
import { cliLanguage, say } from './terminal.ts'

/** `remit flow attempts [--json]`: every try to get around a step that cannot be skipped, the latest first. */
export async function listAttempts(args: readonly string[]): Promise<void> {
  const isJson = args.includes('--json')
  await withSession(
    args.filter((arg) => arg !== '--json'),
    async ({ house, company }) => {
      const tenantId = await tenantFor(house, company)
      const found = await inTenant(house, tenantId, systemActor(cliLanguage()), (ctx) =>
        refusedAttempts(ctx, { limit: 500, offset: 0 }),
      )
      if (isJson) return say(JSON.stringify(found))
      for (const one of found.rows)
        say(`${one.at}  ${one.way.padEnd(9)}  ${one.person?.name ?? one.byName}: ${one.sentence}`)
      say(String(found.total))
    },
  )
}
