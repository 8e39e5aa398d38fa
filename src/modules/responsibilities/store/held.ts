import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { racis, type HolderKind, type Raci } from '../shapes.ts'
import { among } from './among.ts'
import { holdingSeats } from './holding-seats.ts'
import { fromJson } from './json.ts'

/** A responsibility as a person or position holds it on a day; several roles on one position are one entry. */
export type HeldResponsibility = {
  /** Who holds it: the position itself, the unit it leads, or the person on it. */
  readonly holder: HolderKind
  readonly responsibilityId: string
  readonly code: string
  readonly name: LocalText
  readonly versionId: string
  readonly positionId: string
  readonly positionTitle: LocalText
  readonly unitId: string
  readonly unitName: LocalText
  readonly racis: readonly Raci[]
  /** Sum over the roles. */
  readonly weightPermille: number
  /** The first day of the holding; for a person not before it came to the position. */
  readonly since: Day
  readonly until: Day | null
}

/**
 * What a person holds on a day: through the positions it sits on, through the units those lead, and by itself; the position
 * of its main assignment first.
 */
export async function responsibilitiesOf(ctx: Context, personId: string, day: Day): Promise<HeldResponsibility[]> {
  const seats = await ctx.db
    .selectFrom('assignment as a')
    .select(['a.position_id', 'a.valid_from'])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.person_id', '=', personId)
    .where(validOn('a', day))
    .orderBy((eb) => eb('a.kind', '=', 'main'), 'desc')
    .orderBy('a.share_permille', 'desc')
    .orderBy('a.id')
    .execute()
  const positions = seats.map((seat) => seat.position_id)
  const held = await heldByPositions(ctx, positions, day, personId)
  return seats.flatMap((seat) =>
    held
      .filter((one) => one.positionId === seat.position_id)
      .map((one) => ({ ...one, since: one.since > seat.valid_from ? one.since : seat.valid_from })),
  )
}

/** What positions hold on a day, the heaviest first within each; with a person also what that one holds by itself. */
export async function heldByPositions(
  ctx: Context,
  positionIds: readonly string[],
  day: Day,
  personId: string | null = null,
): Promise<HeldResponsibility[]> {
  const rows = await ctx.db
    .selectFrom(holdingSeats.as('h'))
    .innerJoin('holding as own', (on) =>
      on.onRef('own.tenant_id', '=', 'h.tenant_id').onRef('own.id', '=', 'h.holding_id'),
    )
    .innerJoin('responsibility as r', (on) =>
      on.onRef('r.tenant_id', '=', 'h.tenant_id').onRef('r.id', '=', 'h.responsibility_id'),
    )
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'r.tenant_id').onRef('v.responsibility_id', '=', 'r.id'),
    )
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.position_id', '=', 'h.position_id'),
    )
    .innerJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .select(['r.id', 'r.code', 'v.name', 'v.id as version_id', 'h.position_id', 'p.title', 'p.unit_id'])
    .select('u.name as unit_name')
    .select(holderKind.as('holder'))
    .select(sql<Raci[]>`array_agg(h.raci)`.as('racis'))
    .select(sql<number>`sum(h.weight_permille)::int`.as('weight'))
    .select(sql<Day>`min(h.valid_from)`.as('since'))
    .select(sql<Day | null>`case when bool_or(h.valid_until is null) then null else max(h.valid_until) end`.as('until'))
    .where('h.tenant_id', '=', ctx.tenantId)
    .where(among('h.position_id', positionIds))
    .where(sql<boolean>`(h.person_id is null or h.person_id = ${personId}::uuid)`)
    .where(validOn('h', day))
    .where(validOn('v', day))
    .where(validOn('p', day))
    .where(validOn('u', day))
    .groupBy(['r.id', 'r.code', 'v.name', 'v.id', 'h.position_id', 'p.title', 'p.unit_id', 'u.name'])
    .groupBy(holderKind)
    .orderBy('h.position_id')
    .orderBy('weight', 'desc')
    .orderBy('r.code')
    .execute()
  return rows.map((row) => ({
    holder: row.holder,
    responsibilityId: row.id,
    code: row.code,
    name: fromJson<LocalText>(row.name),
    versionId: row.version_id,
    positionId: row.position_id,
    positionTitle: fromJson<LocalText>(row.title),
    unitId: row.unit_id,
    unitName: fromJson<LocalText>(row.unit_name),
    racis: racis.filter((raci) => row.racis.includes(raci)),
    weightPermille: row.weight,
    since: row.since,
    until: row.until,
  }))
}

const holderKind = sql<HolderKind>`case when own.person_id is not null then 'person' when own.unit_id is not null then 'unit' else 'position' end`
