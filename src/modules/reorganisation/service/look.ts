import type { Day } from '#core/calendar'
import { undoEffects, type Chart, type Change } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import type { Draft } from '../store/drafts.ts'
import { changesOf } from '../store/changes.ts'
import { effectsOf } from '../store/effects.ts'
import { readWholeChart } from '../store/read-chart.ts'
import { evaluate, lastDayOf } from './evaluate.ts'

/** The organisation without a draft and with it, and the day on which all of it has taken effect. */
export type Look = {
  readonly before: Chart
  readonly after: Chart
  readonly day: Day
  readonly changes: readonly Change[]
}

/** Of an applied draft what is now, and what would be without it, as far as nothing newer stands on it. */
export async function lookAt(ctx: Context, draft: Draft): Promise<Look> {
  if (draft.state !== 'applied') {
    const { before, applied, lastDay, changes } = await evaluate(ctx, draft)
    return { before, after: applied.chart, day: lastDay, changes }
  }
  const changes = (await changesOf(ctx, draft.id)).map((one) => one.change)
  const after = await readWholeChart(ctx, draft.day)
  const { chart } = undoEffects(after, await effectsOf(ctx, draft.id))
  return { before: chart, after, day: lastDayOf(draft.day, changes), changes }
}
