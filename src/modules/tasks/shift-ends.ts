import type { Day, Period } from '#core/calendar'
import type { Context } from '#kernel/context'

/** When somebody's shift ends on a day (`HH:MM`), where a roster says so. */
export type ShiftEnds = (personId: string, on: Day) => string | undefined
export type ShiftSource = (ctx: Context, window: Period & { until: Day }) => Promise<ShiftEnds>

const sources = new Map<string, ShiftSource>()

/** A roster above tells when shifts end. Asked only while the module is on; without any, the due time of the duty holds. */
export function contributeShiftEnds(module: string, source: ShiftSource): void {
  sources.set(module, source)
}

export async function shiftEnds(ctx: Context, window: Period & { until: Day }): Promise<ShiftEnds> {
  const known: ShiftEnds[] = []
  for (const [module, source] of sources) if (ctx.isOn(module)) known.push(await source(ctx, window))
  return (personId, on) => known.map((one) => one(personId, on)).find((end) => end !== undefined)
}
