import { sql } from 'kysely'
import type { Days } from '#core/indicator'
import { validDuring } from '#kernel/as-of'
import type { Context } from '#kernel/context'
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
    .innerJoin('holding as h', (on) =>
      on.onRef('h.tenant_id', '=', 'a.tenant_id').onRef('h.position_id', '=', 'a.position_id'),
    )
    .select([
      'a.person_id as personId',
      'h.responsibility_id as responsibilityId',
      'h.weight_permille as weightPermille',
    ])
    .select(sql<string>`greatest(a.valid_from, p.valid_from, h.valid_from, ${period.from}::date)`.as('from'))
    .select(sql<string>`least(a.valid_until, p.valid_until, h.valid_until, ${period.until}::date)`.as('until'))
    .select(sql<boolean>`${ctx.visible(permission, { person: 'a.person_id', unit: 'p.unit_id' })}`.as('isVisible'))
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`a.person_id = any(${[...personIds]}::uuid[])`)
    .where(validDuring('a', period))
    .where(validDuring('p', period))
    .where(validDuring('h', period))
    .where((eb) =>
      eb.or([
        eb('h.raci', '=', 'responsible'),
        eb.and([
          eb('h.raci', '=', 'accountable'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('holding as other')
                .select('other.id')
                .whereRef('other.tenant_id', '=', 'h.tenant_id')
                .whereRef('other.responsibility_id', '=', 'h.responsibility_id')
                .where('other.raci', '=', 'responsible')
                .where(validDuring('other', period)),
            ),
          ),
        ]),
      ]),
    )
    .execute()
  return rows.filter((row) => row.from < row.until)
}
