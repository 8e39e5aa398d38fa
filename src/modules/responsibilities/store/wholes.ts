import { sql } from 'kysely'
import type { Day, Period } from '#core/calendar'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { PartTarget } from '../shapes.ts'
import { among } from './among.ts'

/** A version of a responsibility, or of a part it refers to, with the days both run. */
export type WholeVersion = {
  readonly tenant_id: string
  /** What is held. */
  readonly responsibility_id: string
  /** Null for its own version; else the part whose version this is. */
  readonly part_id: string | null
  readonly version_id: string
  readonly valid_from: Day
  readonly valid_until: Day | null
  /** Share of the part in the whole; 1000 for its own version. */
  readonly share_permille: number
  readonly targets: PartTarget[]
  readonly part_order: number
}

/**
 * The versions that make up responsibilities on a day or in a period, parts by reference included, to be joined as a table.
 * A part has no parts by reference itself, so two levels are the whole of it.
 */
export function wholeVersions(ctx: Context, when: Day | Period, responsibilityIds?: readonly string[]) {
  const running = (alias: string) => (typeof when === 'string' ? validOn(alias, when) : validDuring(alias, when))
  const wanted = responsibilityIds ? among('v.responsibility_id', responsibilityIds) : sql`true`
  return sql<WholeVersion>`(
    select v.tenant_id, v.responsibility_id, null::uuid as part_id, v.id as version_id, v.valid_from, v.valid_until,
      1000 as share_permille, '[]'::jsonb as targets, -1 as part_order
    from responsibility_version v where v.tenant_id = ${ctx.tenantId} and ${running('v')} and ${wanted}
    union all
    select v.tenant_id, v.responsibility_id, p.part_id, o.id, greatest(v.valid_from, o.valid_from), least(v.valid_until, o.valid_until),
      p.weight_permille, p.targets, p.sort_order
    from responsibility_version v
    join responsibility_part p on p.tenant_id = v.tenant_id and p.version_id = v.id and p.mode = 'reference'
    join responsibility_version o on o.tenant_id = p.tenant_id and o.responsibility_id = p.part_id and ${running('o')}
      and daterange(v.valid_from, v.valid_until) && daterange(o.valid_from, o.valid_until)
    where v.tenant_id = ${ctx.tenantId} and ${running('v')} and ${wanted})`
}
