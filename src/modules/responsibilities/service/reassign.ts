import type { Day } from '#core/calendar'
import type { Effect, Holding } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { writeDated, type DatedRow } from '#kernel/write-dated'

/**
 * Writes what a re-organisation makes of holdings. The caller has made sure that the whole is sound, after
 * `bumpStructure` in the same transaction, and keeps the audit.
 */
export async function reassign(ctx: Context, effects: readonly Effect[], from: Day): Promise<void> {
  const changes = effects.filter((effect) => effect.table === 'holdings')
  if (changes.length === 0) return
  const rows = changes.map(({ before, after }) => ({
    before: before && rowOf(before as Holding),
    after: after && rowOf(after as Holding),
  }))
  await writeDated(ctx, { table: 'holding' }, rows)
  const held = changes.map((effect) => (effect.after ?? effect.before) as Holding)
  await ctx.emit('responsibilities.reassigned', {
    responsibilityIds: [...new Set(held.map((row) => row.responsibilityId))],
    positionIds: [...new Set(held.flatMap((row) => row.positionId ?? []))],
    from,
  })
  await ctx.announce('responsibilities')
}

function rowOf(row: Holding): DatedRow {
  return {
    id: row.id,
    responsibility_id: row.responsibilityId,
    position_id: row.positionId,
    unit_id: row.unitId,
    person_id: row.personId,
    for_unit_id: row.forUnitId,
    raci: row.raci,
    weight_permille: row.weightPermille,
    valid_from: row.from,
    valid_until: row.until,
  }
}
