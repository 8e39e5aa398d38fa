import { sql } from 'kysely'
import { runsOn, type Day } from '#core/calendar'
import type { Context } from '#kernel/context'

/** In which unit each person's main position lay on a day, looked up once for all. */
export async function mainUnits(
  ctx: Context,
  personIds: readonly string[],
): Promise<(personId: string | null, on: Day) => string | null> {
  if (personIds.length === 0) return () => null
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id'),
    )
    .select(['a.person_id', 'p.unit_id'])
    .select(sql<Day>`greatest(a.valid_from, p.valid_from)`.as('from'))
    .select(sql<Day | null>`least(a.valid_until, p.valid_until)`.as('until'))
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.kind', '=', 'main')
    .where(sql<boolean>`a.person_id = any(${[...new Set(personIds)]}::uuid[])`)
    .execute()
  const seats = Map.groupBy(rows, (row) => row.person_id)
  return (personId, on) => seats.get(personId ?? '')?.find((seat) => runsOn(seat, on))?.unit_id ?? null
}
