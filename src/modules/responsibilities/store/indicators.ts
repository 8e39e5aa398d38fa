import { sql } from 'kysely'
import type { Day, PeriodKind } from '#core/calendar'
import type { Direction, Measure } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Raci } from '../shapes.ts'
import { among } from './among.ts'
import { fromJson } from './json.ts'

/** An indicator as a position, and the person on it, answers for it on a day. */
export type IndicatorHeld = {
  /** Null while the position is empty; always given when asked by person. */
  readonly personId: string | null
  readonly positionId: string
  readonly unitId: string
  readonly responsibilityId: string
  readonly responsibilityName: LocalText
  readonly versionId: string
  readonly indicatorId: string
  readonly key: string
  readonly name: LocalText
  readonly unit: string
  readonly direction: Direction
  readonly target: number
  /** Share in its responsibility. */
  readonly weightPermille: number
  readonly period: PeriodKind
  readonly measure: Measure
  /** The strongest role: accountable before responsible. Who is only consulted or informed answers for no figure. */
  readonly raci: Raci
  /** Share of the responsibility in the position's work. */
  readonly holdingWeightPermille: number
  readonly versionFrom: Day
  readonly versionUntil: Day | null
  readonly heldFrom: Day
}

export type IndicatorAsk = {
  readonly day: Day
  readonly personIds?: readonly string[]
  readonly positionIds?: readonly string[]
  readonly responsibilityIds?: readonly string[]
}

/** Who answers for which indicator on a day; all of the tenant when neither people nor positions are named. */
export async function indicatorsOf(ctx: Context, ask: IndicatorAsk): Promise<IndicatorHeld[]> {
  const { day } = ask
  let query = ctx.db
    .selectFrom('responsibility_indicator as i')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'i.tenant_id').onRef('v.id', '=', 'i.version_id'),
    )
    .innerJoin('holding as h', (on) =>
      on.onRef('h.tenant_id', '=', 'v.tenant_id').onRef('h.responsibility_id', '=', 'v.responsibility_id'),
    )
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.position_id', '=', 'h.position_id'),
    )
    .leftJoin('assignment as a', (on) =>
      on.onRef('a.tenant_id', '=', 'h.tenant_id').onRef('a.position_id', '=', 'h.position_id').on(validOn('a', day)),
    )
    .distinctOn(['v.responsibility_id', 'i.sort_order', 'i.id', 'h.position_id', 'a.person_id'])
    .select(['i.id', 'i.key', 'i.name', 'i.unit', 'i.direction', 'i.target', 'i.weight_permille', 'i.period'])
    .select(['i.measure', 'i.version_id', 'v.responsibility_id', 'v.name as of_name'])
    .select(['v.valid_from as version_from', 'v.valid_until as version_until'])
    .select(['h.position_id', 'h.raci', 'h.valid_from', 'p.unit_id', 'a.person_id'])
    .select(sql<number>`h.weight_permille`.as('held_permille'))
    .where('i.tenant_id', '=', ctx.tenantId)
    .where('h.raci', 'in', ['accountable', 'responsible'])
    .where(validOn('v', day))
    .where(validOn('h', day))
    .where(validOn('p', day))
    .orderBy('v.responsibility_id')
    .orderBy('i.sort_order')
    .orderBy('i.id')
    .orderBy('h.position_id')
    .orderBy('a.person_id')
    .orderBy('h.raci')
  if (ask.personIds) query = query.where(among('a.person_id', ask.personIds))
  if (ask.positionIds) query = query.where(among('h.position_id', ask.positionIds))
  if (ask.responsibilityIds) query = query.where(among('v.responsibility_id', ask.responsibilityIds))
  const rows = await query.execute()
  return rows.map((row) => ({
    personId: row.person_id,
    positionId: row.position_id,
    unitId: row.unit_id,
    responsibilityId: row.responsibility_id,
    responsibilityName: fromJson<LocalText>(row.of_name),
    versionId: row.version_id,
    indicatorId: row.id,
    key: row.key,
    name: fromJson<LocalText>(row.name),
    unit: row.unit,
    direction: row.direction as Direction,
    target: Number(row.target),
    weightPermille: row.weight_permille,
    period: row.period as PeriodKind,
    measure: fromJson<Measure>(row.measure),
    raci: row.raci as Raci,
    holdingWeightPermille: row.held_permille,
    versionFrom: row.version_from,
    versionUntil: row.version_until,
    heldFrom: row.valid_from,
  }))
}
