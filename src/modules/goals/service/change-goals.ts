import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { circle, endsBeforeItBegins, hasGoalsBelow, outsideChild, outsideParent } from '../problems.ts'
import { isCircle } from '../rules.ts'
import {
  deleteGoalRow,
  findGoal,
  goalsBelow,
  insertGoal,
  knows,
  lockTree,
  seenResponsibilities,
  servingIds,
  setServing,
  updateGoal,
  type GoalContent,
  type GoalRow,
} from '../store.ts'

type Routes = typeof routes

export async function createGoal(
  ctx: Context,
  { measure = {}, ...rest }: Input<Routes['createGoal']>,
): Promise<Output<Routes['createGoal']>> {
  const content = { ...rest, measure }
  await lockTree(ctx)
  await mustBeSound(ctx, content)
  mustMay(ctx, content)
  const goalId = await insertGoal(ctx, content)
  await told(ctx, 'create', goalId, undefined, content)
  return { goalId }
}

export async function changeGoal(
  ctx: Context,
  { goalId, version, measure = {}, ...rest }: Input<Routes['changeGoal']>,
): Promise<Output<Routes['changeGoal']>> {
  const content = { ...rest, measure }
  const parents = await lockTree(ctx)
  const before = await mayChange(ctx, goalId)
  if (version !== before.version) throw changedMeanwhile({ yours: version, current: before.version })
  await mustBeSound(ctx, content)
  if (isCircle(parents, goalId, content.parentId)) throw circle({ name: pick(content.name, ctx.language) })
  for (const child of await goalsBelow(ctx, goalId)) {
    if (child.from >= content.until || child.until <= content.from)
      throw outsideChild({ name: pick(child.name, ctx.language), from: child.from, until: child.until })
  }
  mustMay(ctx, content)
  const after = { id: goalId, version: version + 1, ...content }
  await updateGoal(ctx, after)
  await told(ctx, 'change', goalId, before, after)
  return { goalId, version: after.version }
}

export async function deleteGoal(
  ctx: Context,
  { goalId }: Input<Routes['deleteGoal']>,
): Promise<Output<Routes['deleteGoal']>> {
  await lockTree(ctx)
  const before = await mayChange(ctx, goalId)
  const { length: count } = await goalsBelow(ctx, goalId)
  if (count > 0) throw hasGoalsBelow({ count })
  await deleteGoalRow(ctx, goalId)
  await told(ctx, 'delete', goalId, before, undefined)
  return { goalId }
}

export async function serveGoal(
  ctx: Context,
  { goalId, responsibilityIds }: Input<Routes['serveGoal']>,
): Promise<Output<Routes['serveGoal']>> {
  await mayChange(ctx, goalId)
  const wanted = [...new Set(responsibilityIds)]
  if ((await seenResponsibilities(ctx, wanted)).length < wanted.length) throw notFound({ what: 'responsibility' })
  const before = await servingIds(ctx, goalId)
  // what lies outside of the asker's reach stays as it is
  const seen = new Set(await seenResponsibilities(ctx, before))
  const added = wanted.filter((id) => !before.includes(id))
  const removed = before.filter((id) => seen.has(id) && !wanted.includes(id))
  await setServing(ctx, goalId, added, removed)
  await told(ctx, 'serve', goalId, { removed }, { added })
  return { goalId }
}

/** The goal for who may change it: not there and not to be seen look alike. */
async function mayChange(ctx: Context, id: string): Promise<GoalRow> {
  const found = await findGoal(ctx, id)
  if (!found) throw notFound({ what: 'goal' })
  mustMay(ctx, found)
  return found
}

function mustMay(ctx: Context, { unitId, ownerId }: Pick<GoalContent, 'unitId' | 'ownerId'>): void {
  const permission = 'goals.edit'
  if (!ctx.may(permission, { unitId, personId: ownerId })) throw forbidden({ permission })
}

async function mustBeSound(ctx: Context, content: GoalContent): Promise<void> {
  const { from, until, parentId } = content
  if (until <= from) throw endsBeforeItBegins({ from, until })
  if (!(await knows(ctx, content))) throw notFound({ what: 'unit' })
  if (!parentId) return
  const parent = await findGoal(ctx, parentId)
  if (!parent) throw notFound({ what: 'goal' })
  if (from >= parent.until || until <= parent.from)
    throw outsideParent({ name: pick(parent.name, ctx.language), from: parent.from, until: parent.until })
}

async function told(ctx: Context, verb: string, goalId: string, before: unknown, after: unknown): Promise<void> {
  await ctx.audit({ action: `goals.${verb}`, target: `goal/${goalId}`, before, after })
  await ctx.emit('goals.changed', { goalId })
  await ctx.announce('goals')
}
