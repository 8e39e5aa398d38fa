import type { PlanFlaw } from '#core/incentive'
import { problem, type Problem } from '#kernel/problem'

export const codeTaken = problem<{ taken: string }>('conflict', 'incentives.code-taken')
/** What makes terms impossible to compute, each with its sentence. */
export const flawed: Readonly<Record<PlanFlaw, (facts: Record<never, never>) => Problem>> = {
  'no-participants': problem('invalid', 'incentives.no-participants'),
  'no-measure': problem('invalid', 'incentives.no-measure'),
  'steps-order': problem('invalid', 'incentives.steps-order'),
  'step-pays': problem('invalid', 'incentives.step-pays'),
  'not-countable': problem('invalid', 'incentives.not-countable'),
  'no-threshold': problem('invalid', 'incentives.no-threshold'),
}
export const nothingToSwitchOn = problem('conflict', 'incentives.nothing-to-switch-on')
export const notRunning = problem<{ from: string }>('conflict', 'incentives.not-running')
/** A month that is settled stays as it is. */
export const monthSettled = problem<{ period: string; earliest: string }>('conflict', 'incentives.month-settled')
export const laterVersion = problem<{ from: string }>('conflict', 'incentives.later-version')
export const alreadySettled = problem<{ period: string }>('conflict', 'incentives.already-settled')
export const notOver = problem<{ period: string }>('conflict', 'incentives.not-over')
export const earlierFirst = problem<{ period: string; earlier: string }>('conflict', 'incentives.earlier-first')
export const nothingToSettle = problem<{ period: string }>('conflict', 'incentives.nothing-to-settle')
