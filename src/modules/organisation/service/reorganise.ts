import type { Day } from '#core/calendar'
import type { Effect, PositionVersion, Seat, UnitVersion } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { writeTimelines } from '../store/timeline-rows.ts'
import { bumpStructure } from '#modules/base'

/**
 * Writes what a re-organisation makes of units, positions and seats. The caller has made sure that the whole is sound,
 * after `bumpStructure` in the same transaction, and keeps the audit.
 */
export async function reorganise(
  ctx: Context,
  effects: readonly Effect[],
  { codes, from }: { codes: Readonly<Record<string, string>>; from: Day },
): Promise<void> {
  const rows = (table: Effect['table']) =>
    effects.filter((effect) => effect.table === table).map((effect) => effect.after ?? effect.before)
  const ids = (all: readonly (string | undefined)[]) => [...new Set(all.filter((id) => id !== undefined))]
  await bumpStructure(ctx)
  await writeTimelines(ctx, effects, codes)
  await ctx.emit('organisation.reorganised', {
    unitIds: ids((rows('units') as UnitVersion[]).map((row) => row.unitId)),
    positionIds: ids((rows('positions') as PositionVersion[]).map((row) => row.positionId)),
    personIds: ids((rows('seats') as Seat[]).map((row) => row.personId)),
    from,
  })
  await ctx.announce('organisation')
}
