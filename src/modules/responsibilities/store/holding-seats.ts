import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day, Period } from '#core/calendar'
import { validDuring, validOn } from '#kernel/as-of'

/** Where a holding is carried out, as the view `holding_seat` tells; its columns are never null but where said so. */
export type HoldingSeat = {
  readonly tenant_id: string
  readonly holding_id: string
  readonly responsibility_id: string
  readonly raci: string
  readonly weight_permille: number
  readonly for_unit_id: string | null
  readonly position_id: string
  /** Only this person of the position holds it. */
  readonly person_id: string | null
  readonly valid_from: Day
  readonly valid_until: Day | null
}

/** The view to be joined under an alias: `.innerJoin(holdingSeats.as('h'), …)`. */
export const holdingSeats = sql<HoldingSeat>`holding_seat`

/**
 * Who carries a responsibility out, of the holdings under an alias: those responsible, and the accountable one only where
 * nobody is responsible on the day, or in the whole period.
 */
export function carriesOut(alias: string, when: Day | Period): Expression<SqlBool> {
  const own = (column: string) => sql.ref(`${alias}.${column}`)
  const running = typeof when === 'string' ? validOn('other', when) : validDuring('other', when)
  return sql<SqlBool>`(${own('raci')} = 'responsible' or (${own('raci')} = 'accountable' and not exists (
    select from holding other where other.tenant_id = ${own('tenant_id')} and other.raci = 'responsible'
      and other.responsibility_id = ${own('responsibility_id')} and ${running})))`
}

/** The assignment under one alias is meant by the holding under another: of a position all people, of a person's only that one. */
export function sitsOn(assignment: string, seat: string): Expression<SqlBool> {
  const [a, h] = [
    (column: string) => sql.ref(`${assignment}.${column}`),
    (column: string) => sql.ref(`${seat}.${column}`),
  ]
  return sql<SqlBool>`(${a('tenant_id')} = ${h('tenant_id')} and ${a('position_id')} = ${h('position_id')}
    and (${h('person_id')} is null or ${h('person_id')} = ${a('person_id')}))`
}
