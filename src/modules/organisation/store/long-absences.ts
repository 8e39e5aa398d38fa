import type { Day, Period } from '#core/calendar'
import { validDuring } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/** The long absences that run on some day of a window; who acts on the position stands in. */
export async function longAbsences(ctx: Context, window: Period & { until: Day }) {
  const rows = await ctx.db
    .selectFrom('absence as a')
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(validDuring('a', window))
    .select(['a.person_id as personId', 'a.valid_from as from', 'a.valid_until as until'])
    .orderBy('a.person_id')
    .execute()
  return rows.map((row) => ({ ...row, standInId: null as string | null }))
}
