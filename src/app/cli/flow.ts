import { listAttempts } from './flow-attempts.ts'
import { checkFlow } from './flow-check.ts'
import { runFlow } from './flow-run.ts'
import { verifyFlows } from './flow-verify.ts'
import { refuseInput, usage } from './flow-words.ts'

/** `remit flow …`: looks at and tries flows, without a database; `attempts` and `verify` read what the product has kept. */
export async function flow([verb, ...args]: string[]): Promise<void> {
  if (verb === 'check') return checkFlow(args)
  if (verb === 'run') return runFlow(args)
  if (verb === 'attempts') return listAttempts(args)
  if (verb === 'verify') return verifyFlows(args)
  return refuseInput([usage])
}
