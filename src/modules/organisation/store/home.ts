import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import { reachOfActor } from '#kernel/access'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/**
 * The unit a person's main seat of today is in, whatever day is shown: rights are always those of today, so a list of
 * next month shows nobody who is not the asker's to see yet. `person` is the column of the person's id.
 */
export function homeUnit(ctx: Context, on: Day, person = 'p.id', unitOnDay = 'v.unit_id'): RawBuilder<string | null> {
  if (on === ctx.today) return sql<string | null>`${sql.ref(unitOnDay)}`
  return sql<string | null>`(select home.unit_id from assignment seat
    join position_version home on home.tenant_id = seat.tenant_id and home.position_id = seat.position_id and ${validOn('home', ctx.today)}
    where seat.tenant_id = ${ctx.tenantId} and seat.person_id = ${sql.ref(person)} and seat.kind = 'main' and ${validOn('seat', ctx.today)})`
}

/** The row filter of a permission over people as of a day: by the person, and by the unit they are in today. */
export function visiblePeople(ctx: Context, permission: string, on: Day): Expression<SqlBool> {
  const { all, unitIds, personIds } = reachOfActor(ctx.actor, permission)
  if (all || on === ctx.today || unitIds.length === 0)
    return ctx.visible(permission, { person: 'p.id', unit: 'v.unit_id' })
  const isHere = sql<SqlBool>`${homeUnit(ctx, on)} = any(${[...unitIds]}::uuid[])`
  return personIds.length === 0 ? isHere : sql<SqlBool>`(p.id = any(${[...personIds]}::uuid[]) or ${isHere})`
}
