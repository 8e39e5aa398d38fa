import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Db } from '#kernel/database'

const tenant = sql<string>`current_setting('remit.tenant')::uuid`

/** The units one works with by the lines of a day: one's own, and those at the other end of the dotted lines of one's positions and units. */
export async function dottedPartners(db: Db, personId: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with own (unit_id) as (
      select distinct v.unit_id from assignment a
      join position_version v on v.tenant_id = ${tenant} and v.position_id = a.position_id and ${validOn('v', on)}
      where a.tenant_id = ${tenant} and a.person_id = ${personId} and ${validOn('a', on)}
    ), near (position_id) as (
      select v.position_id from own join position_version v on v.tenant_id = ${tenant} and v.unit_id = own.unit_id and ${validOn('v', on)}
    ), far (position_id) as (
      select d.to_position_id from near join dotted_line d on d.tenant_id = ${tenant} and d.position_id = near.position_id and ${validOn('d', on)}
      union
      select d.position_id from near join dotted_line d on d.tenant_id = ${tenant} and d.to_position_id = near.position_id and ${validOn('d', on)}
    )
    select unit_id as id from own
    union
    select v.unit_id from far join position_version v on v.tenant_id = ${tenant} and v.position_id = far.position_id and ${validOn('v', on)}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
