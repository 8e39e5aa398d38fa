import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { servedGoals } from '../rules.ts'
import { goalsOn, goalsServedBy, servingOn } from '../store.ts'

/** The cascade of a day with both orphans: goals that nothing serves, and responsibilities that serve none. */
export async function readGoals(
  ctx: Context,
  input: Input<typeof routes.readGoals>,
): Promise<Output<typeof routes.readGoals>> {
  const day = input.day ?? ctx.today
  const goals = await goalsOn(ctx, day)
  const served = servedGoals(
    goals,
    new Set(goals.filter((goal) => goal.responsibilities.length > 0).map((goal) => goal.id)),
  )
  const { orphans, ...responsibilities } = await servingOn(ctx, day)
  return {
    day,
    goals: goals.map((goal) => ({
      ...goal,
      isServed: served.has(goal.id),
      mayEdit: ctx.may('goals.edit', { unitId: goal.unitId, personId: goal.ownerId }),
    })),
    orphans,
    coverage: { goals: { served: served.size, total: goals.length }, responsibilities },
  }
}

/** For the page of a responsibility: today's goals that it serves. */
export async function goalsServed(ctx: Context, responsibilityId: string) {
  const names = await goalsServedBy(ctx, responsibilityId, ctx.today)
  return names.map((name) => ({ kind: 'goals.goal', name: { ...name }, count: 1, path: '/goals' }))
}
