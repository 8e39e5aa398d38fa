import type { Day, Period } from '#core/calendar'
import type { Context } from '#kernel/context'
import { longAbsences } from './store/long-absences.ts'

/** Somebody is not there for some days; `standInId` does their work, where somebody was named. */
export type Away = Period & { readonly personId: string; readonly standInId: string | null }

export type AwaySource = (ctx: Context, window: Period & { until: Day }) => Promise<Away[]>

const sources = new Map<string, AwaySource>()

/** What a module above knows of people who let others act for them: delegations, leave. Asked only while the module is on. */
export function contributeAway(module: string, source: AwaySource): void {
  sources.set(module, source)
}

/** Who is away on some day of a window: on a long absence, or as other modules know. */
export async function awayBetween(ctx: Context, window: Period & { until: Day }): Promise<Away[]> {
  const away = await longAbsences(ctx, window)
  for (const [module, source] of sources) if (ctx.isOn(module)) away.push(...(await source(ctx, window)))
  return away
}
