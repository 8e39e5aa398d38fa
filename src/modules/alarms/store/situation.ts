import { sql } from 'kysely'
import type { Holding, Position, Responsibility, Seat, Situation, Unit } from '#core/alarms'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Places } from '../rules.ts'

/** The whole organisation of a day, as the rules of alarms look at it. */
export async function situationOn(ctx: Context, day: Day): Promise<Situation> {
  const tenant = sql`tenant_id = ${ctx.tenantId}`
  const units = sql<Unit>`select unit_id as id from unit_version u where ${tenant} and ${validOn('u', day)}`
  const positions = sql<Position>`select position_id as id, unit_id as "unitId", is_lead as "isLead" from position_version p
    where ${tenant} and ${validOn('p', day)}`
  const seats = sql<Seat>`select person_id as "personId", position_id as "positionId", kind, share_permille as "sharePermille",
    over_reason is not null as "mayPass" from assignment a where ${tenant} and ${validOn('a', day)}`
  const responsibilities = sql<Responsibility>`select r.id, r.unit_id as "unitId" from responsibility r
    join responsibility_version v on v.tenant_id = r.tenant_id and v.responsibility_id = r.id and ${validOn('v', day)}
    where r.tenant_id = ${ctx.tenantId} order by r.code`
  const holdings = sql<Holding>`select h.responsibility_id as "responsibilityId", h.raci, h.weight_permille as "weightPermille",
    h.position_id as "positionId", h.unit_id as "unitId", h.person_id as "personId", h.for_unit_id as "forUnitId" from holding h
    join responsibility_version v on v.tenant_id = h.tenant_id and v.responsibility_id = h.responsibility_id and ${validOn('v', day)}
    where h.tenant_id = ${ctx.tenantId} and ${validOn('h', day)}`
  const gone = sql<{ id: string }>`select person_id as id from personnel_file where ${tenant} and left_on <= ${day}
    union select h.person_id from holding h where h.tenant_id = ${ctx.tenantId} and h.person_id is not null and ${validOn('h', day)}
      and not exists (select from assignment a where a.tenant_id = h.tenant_id and a.person_id = h.person_id and ${validOn('a', day)})`
  const away = sql<{ id: string }>`select person_id as id from absence b where ${tenant} and ${validOn('b', day)}`
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
  return {
    units: (await units.execute(ctx.db)).rows,
    positions: (await positions.execute(ctx.db)).rows,
    seats: (await seats.execute(ctx.db)).rows,
    responsibilities: (await responsibilities.execute(ctx.db)).rows,
    holdings: (await holdings.execute(ctx.db)).rows,
    gone: ids((await gone.execute(ctx.db)).rows),
    away: ids((await away.execute(ctx.db)).rows),
  }
}

export function placesOf({ positions, responsibilities, seats }: Situation): Places {
  const byPosition = new Map(positions.map((position) => [position.id, position.unitId]))
  const byResponsibility = new Map(responsibilities.map((one) => [one.id, one.unitId]))
  const byPerson = new Map(
    seats
      .toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'))
      .map((seat) => [seat.personId, byPosition.get(seat.positionId) ?? null]),
  )
  return {
    unitOfResponsibility: (id) => byResponsibility.get(id) ?? null,
    unitOfPosition: (id) => byPosition.get(id) ?? null,
    unitOfPerson: (id) => byPerson.get(id) ?? null,
  }
}
