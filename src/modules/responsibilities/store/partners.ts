import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Partner } from '../contract/partners.ts'
import { racis, type Raci } from '../shapes.ts'
import { holdingSeats } from './holding-seats.ts'

/** The other units in which somebody holds a part of what a position holds on a day, with the roles held there. */
export async function partnersOfPosition(ctx: Context, positionId: string, day: Day): Promise<Partner[]> {
  const rows = await ctx.db
    .selectFrom(holdingSeats.as('mine'))
    .innerJoin(holdingSeats.as('other'), (on) =>
      on
        .onRef('other.tenant_id', '=', 'mine.tenant_id')
        .onRef('other.responsibility_id', '=', 'mine.responsibility_id')
        .on(validOn('other', day)),
    )
    .innerJoin('position_version as own', (on) =>
      on
        .onRef('own.tenant_id', '=', 'mine.tenant_id')
        .onRef('own.position_id', '=', 'mine.position_id')
        .on(validOn('own', day)),
    )
    .innerJoin('position_version as p', (on) =>
      on
        .onRef('p.tenant_id', '=', 'other.tenant_id')
        .onRef('p.position_id', '=', 'other.position_id')
        .onRef('p.unit_id', '<>', 'own.unit_id')
        .on(validOn('p', day)),
    )
    .innerJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.unit_id', '=', 'p.unit_id').on(validOn('u', day)),
    )
    .innerJoin('responsibility_version as v', (on) =>
      on
        .onRef('v.tenant_id', '=', 'mine.tenant_id')
        .onRef('v.responsibility_id', '=', 'mine.responsibility_id')
        .on(validOn('v', day)),
    )
    .select(['p.unit_id as unitId', 'u.name as unitName', 'mine.responsibility_id as responsibilityId', 'v.name'])
    .select(sql<Raci[]>`array_agg(distinct other.raci)`.as('racis'))
    .where('mine.tenant_id', '=', ctx.tenantId)
    .where('mine.position_id', '=', positionId)
    .where(validOn('mine', day))
    .where(ctx.visible('responsibilities.read', { unit: 'p.unit_id' }))
    .groupBy(['p.unit_id', 'u.name', 'mine.responsibility_id', 'v.name'])
    .orderBy('mine.responsibility_id')
    .execute()
  const partners = new Map<string, Partner>()
  for (const row of rows) {
    const partner = partners.get(row.unitId) ?? {
      unitId: row.unitId,
      unitName: row.unitName as LocalText,
      shared: [],
    }
    partner.shared.push({
      responsibilityId: row.responsibilityId,
      name: row.name as LocalText,
      racis: racis.filter((raci) => row.racis.includes(raci)),
    })
    partners.set(row.unitId, partner)
  }
  return [...partners.values()].sort((one, other) => other.shared.length - one.shared.length)
}
