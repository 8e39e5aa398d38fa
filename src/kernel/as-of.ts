import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day, Period } from '#core/calendar'

/**
 * The one meaning of "as of a day" in SQL, as `runsOn` is in TypeScript: from `valid_from` on, up to but not including
 * `valid_until`. `alias` is the table or its alias in the statement.
 */
export function validOn(alias: string, day: Day): Expression<SqlBool> {
  const { from, until } = columnsOf(alias)
  return sql<SqlBool>`(${from} <= ${day} and ${until} > ${day})`
}

/** Rows that hold on at least one day of the period, as `overlap` tells in TypeScript. */
export function validDuring(alias: string, period: Period): Expression<SqlBool> {
  const { from, until } = columnsOf(alias)
  const beginsInTime = period.until === null ? sql`true` : sql`${from} < ${period.until}`
  return sql<SqlBool>`(${beginsInTime} and ${until} > ${period.from})`
}

function columnsOf(alias: string) {
  const until = sql.ref(`${alias}.valid_until`)
  // written as the indexes over it are; not as coalesce, which row-level security keeps from being looked up in them
  const end = sql`(case when ${until} is null then 'infinity' else ${until} end)`
  return { from: sql.ref(`${alias}.valid_from`), until: end }
}
