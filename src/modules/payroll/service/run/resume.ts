import type { Context } from '#kernel/context'
import { unfinishedRuns } from '../../store/run/runs.ts'

/** Computings whose process died go on: each is offered again, and whoever still computes one keeps it. */
export async function resumeRuns(ctx: Context): Promise<void> {
  for (const runId of await unfinishedRuns(ctx))
    await ctx.enqueue('payroll.calculate', { runId }, { onceKey: `resume:${runId}` })
}
