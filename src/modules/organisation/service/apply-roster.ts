import type { Context } from '#kernel/context'
import { writeChart, type RosterChanges } from '../store/bulk.ts'
import { nextCode } from '../store/codes.ts'
import { bumpStructure } from '#modules/base'

/**
 * Writes what a roster changes, thousands of people at a time. The caller has held the changes against `readChart`
 * in the same transaction and refused what the timelines or lines would not bear.
 */
export async function applyRoster(ctx: Context, changes: RosterChanges): Promise<void> {
  await bumpStructure(ctx)
  await writeChart(ctx, changes, { unit: await nextCode(ctx, 'unit'), position: await nextCode(ctx, 'position') })
  const counts = Object.fromEntries(Object.entries(changes).map(([what, rows]) => [what, rows.length]))
  await ctx.audit({ action: 'organisation.roster-applied', target: 'roster', after: counts })
  await ctx.emit('organisation.roster-applied', { personIds: changes.newPeople.map((person) => person.id) })
  await ctx.announce('organisation')
}
