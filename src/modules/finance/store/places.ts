import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Place } from '#core/voucher'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

type Seat = {
  readonly personId: string
  readonly unitId: string
  readonly familyId: string | null
  readonly weight: number
}

/**
 * Where the cost of people belongs on a day: as laid down for the person, else by the shares of the main and concurrent
 * seats held. Who has neither is not among them.
 */
export async function placesOf(ctx: Context, personIds: readonly string[], day: Day): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>()
  const laidDown = await sharesOn(ctx, personIds, day)
  const fixed = new Set(laidDown.map(({ personId }) => personId))
  const held = (await seatsOn(ctx, personIds, day)).filter(({ personId }) => !fixed.has(personId))
  for (const { personId, ...place } of [...laidDown, ...held]) {
    const known = places.get(personId)
    if (known) known.push(place)
    else places.set(personId, [place])
  }
  return places
}

async function seatsOn(ctx: Context, personIds: readonly string[], day: Day): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select a.person_id as "personId", v.unit_id as "unitId", v.job_family_id as "familyId",
      greatest(a.share_permille, case a.kind when 'main' then 1 else 0 end) as weight
    from assignment a
    join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id and ${validOn('v', day)}
    where a.tenant_id = ${ctx.tenantId} and a.person_id = any(${[...personIds]}::uuid[]) and ${validOn('a', day)}
      and a.kind in ('main', 'concurrent') and (a.kind = 'main' or a.share_permille > 0)
    order by a.person_id, a.kind = 'main' desc, v.unit_id, a.id`.execute(ctx.db)
  return rows
}

/** The job family of who has shares is that of the main seat. */
async function sharesOn(ctx: Context, personIds: readonly string[], day: Day): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select c.person_id as "personId", (s->>'unitId')::uuid as "unitId", v.job_family_id as "familyId", (s->>'permille')::int as weight
    from cost_share c
    cross join jsonb_array_elements(c.shares) with ordinality e(s, at)
    left join assignment a on a.tenant_id = c.tenant_id and a.person_id = c.person_id and a.kind = 'main' and ${validOn('a', day)}
    left join position_version v on v.tenant_id = a.tenant_id and v.position_id = a.position_id and ${validOn('v', day)}
    where c.tenant_id = ${ctx.tenantId} and c.person_id = any(${[...personIds]}::uuid[]) and ${validOn('c', day)}
    order by c.person_id, at`.execute(ctx.db)
  return rows
}

/** Each unit with those above it on a day, the nearest first. */
export async function unitPaths(ctx: Context, day: Day): Promise<(unitId: string) => readonly string[]> {
  const { rows } = await sql<{ id: string; above: string | null }>`
    select v.unit_id as id, v.parent_id as above from unit_version v
    where v.tenant_id = ${ctx.tenantId} and ${validOn('v', day)}`.execute(ctx.db)
  const above = new Map(rows.map((row) => [row.id, row.above]))
  const paths = new Map<string, readonly string[]>()
  return (unitId) => {
    const known = paths.get(unitId)
    if (known) return known
    const path: string[] = []
    for (let at: string | null = unitId; at !== null && !path.includes(at); at = above.get(at) ?? null) path.push(at)
    paths.set(unitId, path)
    return path
  }
}
