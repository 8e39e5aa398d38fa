import type { Context } from '#kernel/context'
import type { SettledMonth } from '../contract.ts'
import { monthOf, monthsBetween } from '../rules/months.ts'
import { termsRows } from '../store/plans.ts'
import { settlements } from '../store/settlements.ts'

/** From the first month a plan was on to this one, the newest first, each with how it stands. */
export async function monthsKnown(ctx: Context): Promise<SettledMonth[]> {
  const settled = new Map((await settlements(ctx)).map((one) => [one.period, one]))
  const begun = (await termsRows(ctx)).flatMap(({ from }) => (from ? monthOf(from) : []))
  const now = monthOf(ctx.today)
  const first = [...begun, ...settled.keys()].sort()[0]
  const months = first && first <= now ? monthsBetween(first, now) : []
  return months.toReversed().map((period): SettledMonth => {
    const found = settled.get(period)
    return {
      period,
      state: found ? 'settled' : period < now ? 'due' : 'running',
      settledAt: found?.settledAt.toISOString() ?? null,
      settler: found?.settler ?? null,
    }
  })
}

/** The month to settle next, or undefined when all that have passed are. */
export function firstDue(months: readonly SettledMonth[]): string | undefined {
  return months.findLast(({ state }) => state === 'due')?.period
}
