import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'

/**
 * The order among several holders of one position on a day, as of a row of `assignment` called `alias`: who is there
 * before who is on a long absence, then the main holder, then whoever acts, then who holds it beside another.
 */
export function byPrecedence(alias: string, day: Day): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`exists (select from absence gone where gone.tenant_id = ${column('tenant_id')}
      and gone.person_id = ${column('person_id')} and ${validOn('gone', day)}),
    array_position(array['main', 'acting', 'concurrent'], ${column('kind')}), ${column('valid_from')}, ${column('id')}`
}
