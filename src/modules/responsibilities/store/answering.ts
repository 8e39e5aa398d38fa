import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { HoldingThen, OrganisationThen, PositionThen, SeatThen } from '../answering.ts'
import type { Raci } from '../shapes.ts'

export async function holdingsThen(
  ctx: Context,
  responsibilityId: string,
  raci: Raci,
  day: Day,
): Promise<HoldingThen[]> {
  const { rows } = await sql<HoldingThen>`
    select h.raci, h.position_id as "positionId", h.unit_id as "unitId", h.person_id as "personId", h.for_unit_id as "forUnitId"
    from holding h where h.tenant_id = ${ctx.tenantId} and h.responsibility_id = ${responsibilityId} and h.raci = ${raci}
      and ${validOn('h', day)} and exists (select from responsibility_version v where v.tenant_id = h.tenant_id
        and v.responsibility_id = h.responsibility_id and ${validOn('v', day)})
    order by h.valid_from, h.id`.execute(ctx.db)
  return rows
}

/**
 * The organisation around some holdings and a unit: the units above, the positions that hold or lead, all above those in
 * their lines, and who sits on them. One statement each, however long the lines are.
 */
export async function organisationThen(
  ctx: Context,
  holdings: readonly HoldingThen[],
  unitId: string | null,
  day: Day,
): Promise<OrganisationThen> {
  const people = holdings.flatMap((holding) => holding.personId ?? [])
  const unitIds = [...holdings.flatMap((holding) => holding.unitId ?? []), ...(unitId ? [unitId] : [])]
  const { rows: units } = await sql<{ id: string; parentId: string | null }>`
    with recursive up (id, parent_id) as (
      select u.unit_id, u.parent_id from unit_version u where u.tenant_id = ${ctx.tenantId}
        and u.unit_id = any(${unitIds}::uuid[]) and ${validOn('u', day)}
      union
      select u.unit_id, u.parent_id from up join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = up.parent_id and ${validOn('u', day)}
    ) select id, parent_id as "parentId" from up`.execute(ctx.db)
  const { rows: positions } = await sql<PositionThen>`
    with recursive held (id) as (
      select unnest(${holdings.flatMap((holding) => holding.positionId ?? [])}::uuid[])
      union select p.position_id from position_version p where p.tenant_id = ${ctx.tenantId} and p.is_lead
        and p.unit_id = any(${units.map((unit) => unit.id)}::uuid[]) and ${validOn('p', day)}
      union select a.position_id from assignment a where a.tenant_id = ${ctx.tenantId}
        and a.person_id = any(${people}::uuid[]) and ${validOn('a', day)}
    ), up (id) as (
      select id from held
      union
      select p.reports_to_id from up join position_version p on p.tenant_id = ${ctx.tenantId} and p.position_id = up.id
        and ${validOn('p', day)} where p.reports_to_id is not null
    )
    select p.position_id as id, p.unit_id as "unitId", p.reports_to_id as "reportsToId", p.is_lead as "isLead"
    from up join position_version p on p.tenant_id = ${ctx.tenantId} and p.position_id = up.id and ${validOn('p', day)}
    order by p.position_id`.execute(ctx.db)
  const { rows: seats } = await sql<SeatThen & { isAway: boolean }>`
    select a.person_id as "personId", a.position_id as "positionId", a.kind, exists (
      select from absence b where b.tenant_id = a.tenant_id and b.person_id = a.person_id and ${validOn('b', day)}) as "isAway"
    from assignment a where a.tenant_id = ${ctx.tenantId} and ${validOn('a', day)}
      and a.position_id = any(${positions.map((position) => position.id)}::uuid[])
    order by array_position(array['main', 'acting', 'concurrent'], a.kind), a.valid_from, a.id`.execute(ctx.db)
  return {
    parents: new Map(units.map((unit) => [unit.id, unit.parentId])),
    positions: new Map(positions.map((position) => [position.id, position])),
    seats,
    away: new Set(seats.filter((seat) => seat.isAway).map((seat) => seat.personId)),
  }
}
