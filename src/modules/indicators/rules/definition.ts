import type { Day, PeriodKind } from '#core/calendar'
import type { Direction, Measure, TargetRule } from '#core/indicator'
import type { LocalText } from '#core/local-text'

/** Targets that count in some units, the nearest first: `TargetLayers` of responsibilities, which a pure rule may not import. */
export type TargetLayers = readonly (readonly { readonly unitId: string | null; readonly target: number }[])[]

type PersonOrPosition = { readonly kind: 'person' | 'position'; readonly id: string }

/** An indicator as a version of a responsibility states it. */
export type Definition = {
  readonly from: Day
  readonly until: Day | null
  readonly responsibilityId: string
  readonly responsibilityCode: string
  readonly keySuffix: string
  readonly key: string
  readonly name: LocalText
  readonly unit: string
  readonly direction: Direction
  readonly target: number
  /** Other targets by unit, see `targetFor` of responsibilities. */
  readonly otherTargets: TargetLayers
  readonly holderTargets: readonly (PersonOrPosition & { readonly target: number })[]
  readonly targetRule: TargetRule
  readonly weightPermille: number
  readonly ownPeriod: PeriodKind
  readonly measure: Measure
  readonly owner: PersonOrPosition | null
  readonly thresholds: { readonly amberPermille: number; readonly greenPermille: number }
}
