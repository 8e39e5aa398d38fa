import type { Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { advanceRun, entriesToCatchUp, insertRun, runningCatchUp } from '../store/catch-up.ts'
import { catchUpEntries, catchUpTakenBack } from './record-tasks.ts'

const atOnce = 2000

/** What was handed in or taken back while this module was off is made facts in the background, a step at a time. */
export async function catchUp(ctx: Context): Promise<void> {
  const runId = await insertRun(ctx, await entriesToCatchUp(ctx))
  await ctx.enqueue('indicators.catchUpStep', { runId })
}

export async function catchUpStep(ctx: Context, { runId }: { runId: string }): Promise<void> {
  const { recorded, isLast } = await catchUpEntries(ctx, atOnce)
  if (isLast) await catchUpTakenBack(ctx)
  await advanceRun(ctx, runId, recorded, isLast)
  await ctx.announce('indicators')
  if (!isLast) await ctx.enqueue('indicators.catchUpStep', { runId })
}

export async function readCatchUp(ctx: Context): Promise<Output<(typeof routes)['readCatchUp']>> {
  const running = await runningCatchUp(ctx)
  return { running: running ? { done: Math.min(running.done, running.total), total: running.total } : null }
}
