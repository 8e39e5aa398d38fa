import { sql } from 'kysely'
import type { Days } from '#core/indicator'
import { validDuring } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { carriesOut, holdingSeats, sitsOn } from '#modules/responsibilities'
import type { Seat } from '../rules.ts'

/**
 * Which responsibilities people carry out in a period, and on which of its days: those responsible, and the accountable
 * one only where nobody is responsible, as duties are given too. Seats the reader may not see are there as well, marked:
 * what a fact counts for must not depend on who looks.
 */
export async function seatsIn(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  period: Days,
): Promise<Seat[]> {
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id'),
    )
    .innerJoin(holdingSeats.as('h'), (on) => on.on(sitsOn('a', 'h')))
    .select([
      'a.person_id as personId',
      'a.position_id as positionId',
      'h.responsibility_id as responsibilityId',
      'h.weight_permille as weightPermille',
      'p.unit_id as unitId',
    ])
    .select(sql<string>`greatest(a.valid_from, p.valid_from, h.valid_from, ${period.from}::date)`.as('from'))
    .select(sql<string>`least(a.valid_until, p.valid_until, h.valid_until, ${period.until}::date)`.as('until'))
    .select(sql<boolean>`${ctx.visible(permission, { person: 'a.person_id', unit: 'p.unit_id' })}`.as('isVisible'))
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`a.person_id = any(${[...personIds]}::uuid[])`)
    .where(validDuring('a', period))
    .where(validDuring('p', period))
    .where(validDuring('h', period))
    .where(carriesOut('h', period))
    .execute()
  return rows.filter((row) => row.from < row.until)
}

/** Everybody with a seat in a period, whoever asks: what concerns the company as a whole. */
export async function seatedIn(ctx: Context, period: Days): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .select('a.person_id')
    .distinct()
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(validDuring('a', period))
    .orderBy('a.person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** The people one may see who carry out a responsibility on some of the days. */
export async function visibleHolders(
  ctx: Context,
  permission: string,
  responsibilityId: string,
  days: Days,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id'),
    )
    .innerJoin(holdingSeats.as('h'), (on) => on.on(sitsOn('a', 'h')))
    .select('a.person_id')
    .distinct()
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('h.responsibility_id', '=', responsibilityId)
    .where(validDuring('a', days))
    .where(validDuring('p', days))
    .where(validDuring('h', days))
    .where(carriesOut('h', days))
    .where(ctx.visible(permission, { person: 'a.person_id', unit: 'p.unit_id' }))
    .orderBy('a.person_id')
    .limit(5000)
    .execute()
  return rows.map((row) => row.person_id)
}
