import { checkFlow } from './flow-check.ts'
import { runFlow } from './flow-run.ts'
import { refuseInput, usage } from './flow-words.ts'

/** `remit flow …`: looks at and tries flows. Needs no database. */
export async function flow([verb, ...args]: string[]): Promise<void> {
  if (verb === 'check') return checkFlow(args)
  if (verb === 'run') return runFlow(args)
  return refuseInput([usage])
}
