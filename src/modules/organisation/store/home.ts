import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import { reachOfActor } from '#kernel/access'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/**
 * The unit a person's main seat of today is in, whatever day is shown: rights over somebody's record are always those
 * of today. `unitOnDay` is the column with the unit of the day shown.
 */
export function homeUnit(ctx: Context, on: Day, unitOnDay = 'v.unit_id'): RawBuilder<string | null> {
  if (on === ctx.today) return sql<string | null>`${sql.ref(unitOnDay)}`
  return sql<string | null>`(select home.unit_id from assignment seat
    join position_version home on home.tenant_id = seat.tenant_id and home.position_id = seat.position_id and ${validOn('home', ctx.today)}
    where seat.tenant_id = ${ctx.tenantId} and seat.person_id = p.id and seat.kind = 'main' and ${validOn('seat', ctx.today)})`
}

/**
 * The row filter of a permission over people, by the person and by the units they sit in today: a list of another day
 * shows nobody who is not the asker's to see now. Whoever works in two companies is seen in both.
 */
export function visiblePeople(ctx: Context, permission: string): Expression<SqlBool> {
  const { all, unitIds, personIds } = reachOfActor(ctx.actor, permission)
  if (all || unitIds.length === 0) return ctx.visible(permission, { person: 'p.id' })
  return sql<SqlBool>`(p.id = any(${[...personIds]}::uuid[]) or ${seatedIn(ctx, ctx.today, { unitIds })})`
}

export type Seated = {
  readonly unitIds?: readonly string[] | undefined
  readonly positionId?: string | undefined
  readonly kinds?: readonly string[] | undefined
}

/** True for people `p` with a seat of any kind there on a day; nobody twice, however many they have. */
export function seatedIn(ctx: Context, on: Day, { unitIds, positionId, kinds }: Seated): RawBuilder<SqlBool> {
  const place = unitIds
    ? sql`join position_version place on place.tenant_id = seat.tenant_id and place.position_id = seat.position_id
        and ${validOn('place', on)} and place.unit_id = any(${[...unitIds]}::uuid[])`
    : sql``
  const there = positionId ? sql`and seat.position_id = ${positionId}` : sql``
  const kind = kinds ? sql`and seat.kind = any(${[...kinds]})` : sql``
  return sql<SqlBool>`p.id in (select seat.person_id from assignment seat ${place}
    where seat.tenant_id = ${ctx.tenantId} and ${validOn('seat', on)} ${there} ${kind})`
}
