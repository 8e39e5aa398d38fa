import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { verifyRequests } from '#modules/flow'
import { tenantFor, withSession } from './session.ts'
import { cliLanguage, say } from './terminal.ts'

/** `remit flow verify [--json]`: tells every request again from its log; exit code 1 when one is not what its log says. */
export async function verifyFlows(args: readonly string[]): Promise<void> {
  const isJson = args.includes('--json')
  await withSession(
    args.filter((arg) => arg !== '--json'),
    async ({ house, company }) => {
      const tenantId = await tenantFor(house, company)
      const found = await inTenant(house, tenantId, systemActor(cliLanguage()), verifyRequests)
      if (isJson) say(JSON.stringify(found))
      else {
        for (const { requestId, what } of found.faults) say(`${requestId}  ${what}`)
        say(`${found.requests} requests, ${found.faults.length} faults`)
      }
      if (found.faults.length > 0) process.exitCode = 1
    },
  )
}
