import { sql } from 'kysely'
import type { Day, Period, PeriodKind } from '#core/calendar'
import { Measure, type Direction, type TargetRule } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { keyInWhole, layersOf, weightInWhole, type TargetLayers } from '../parts.ts'
import type { HolderTarget, IndicatorOwner, Thresholds, UnitTarget } from '../shapes.ts'
import { fromJson } from './json.ts'
import { wholeVersions } from './wholes.ts'

/** An indicator as a responsibility states it, itself or through a part, on the days of a version. */
export type IndicatorStated = Period & {
  readonly responsibilityId: string
  /** Code of the responsibility that states it: the part, where it comes through one. */
  readonly responsibilityCode: string
  /** What follows its key in a whole; '' where it is stated by what is held itself. */
  readonly keySuffix: string
  readonly key: string
  readonly name: LocalText
  readonly unit: string
  readonly direction: Direction
  readonly target: number
  /** Other targets by unit, see `targetFor`; empty for most. */
  readonly otherTargets: TargetLayers
  readonly weightPermille: number
  readonly ownPeriod: PeriodKind
  readonly measure: Measure
  readonly targetRule: TargetRule
  readonly holderTargets: readonly HolderTarget[]
  readonly owner: IndicatorOwner | null
  readonly thresholds: Thresholds
}

/** The indicators of responsibilities as their versions of a day or period state them, in the order they are shown. */
export async function indicatorsStated(
  ctx: Context,
  when: Day | Period,
  responsibilityIds?: readonly string[],
): Promise<IndicatorStated[]> {
  const rows = await ctx.db
    .selectFrom(wholeVersions(ctx, when, responsibilityIds).as('v'))
    .innerJoin('responsibility_indicator as i', (on) =>
      on.onRef('i.tenant_id', '=', 'v.tenant_id').onRef('i.version_id', '=', 'v.version_id'),
    )
    .innerJoin('responsibility as r', (on) =>
      on.onRef('r.tenant_id', '=', 'v.tenant_id').on(sql<boolean>`r.id = coalesce(v.part_id, v.responsibility_id)`),
    )
    .select(['r.code as responsibility_code', 'i.target_rule', 'i.holder_targets', 'i.owner', 'i.thresholds'])
    .select(['v.responsibility_id', 'v.part_id', 'v.share_permille', 'v.targets', 'v.valid_from', 'v.valid_until'])
    .select([
      'i.key',
      'i.name',
      'i.unit',
      'i.direction',
      'i.weight_permille',
      'i.period',
      'i.measure',
      'i.local_targets',
    ])
    .select(sql<number>`i.target::float8`.as('target'))
    .orderBy('v.part_order')
    .orderBy('i.sort_order')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({
    responsibilityId: row.responsibility_id,
    responsibilityCode: row.responsibility_code,
    keySuffix: keyInWhole('', row.part_id),
    from: row.valid_from,
    until: row.valid_until,
    key: keyInWhole(row.key, row.part_id),
    name: fromJson<LocalText>(row.name),
    unit: row.unit,
    direction: row.direction as Direction,
    target: row.target,
    otherTargets: layersOf(row.key, row.targets, fromJson<UnitTarget[]>(row.local_targets)),
    weightPermille: weightInWhole(row.weight_permille, row.share_permille),
    ownPeriod: row.period as PeriodKind,
    measure: readMeasure(row.measure),
    targetRule: fromJson<TargetRule>(row.target_rule),
    holderTargets: fromJson<HolderTarget[]>(row.holder_targets),
    owner: row.owner === null ? null : fromJson<IndicatorOwner>(row.owner),
    thresholds: fromJson<Thresholds>(row.thresholds),
  }))
}

/** Boards read the same thousand measures again and again: each is checked once. */
function readMeasure(stored: unknown): Measure {
  const text = JSON.stringify(stored)
  const known = checked.get(text)
  if (known) return known
  const measure = Measure.parse(stored)
  if (checked.size >= mostChecked) checked.clear()
  checked.set(text, measure)
  return measure
}

const mostChecked = 5000
const checked = new Map<string, Measure>()
