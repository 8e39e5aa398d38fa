import type { CadenceGiven } from '#core/cadence'
import type { PeriodKind } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { Requirement } from './shapes.ts'

export type Raci = 'accountable' | 'responsible' | 'consulted' | 'informed'

/**
 * All that a position description says, in every language there is. It holds no names of people and no date: they change
 * without the position changing. Equal contents have equal hashes.
 */
export type Content = {
  readonly code: string
  readonly title: LocalText
  readonly firmName: string
  readonly unitName: LocalText
  readonly familyName: LocalText | null
  readonly gradeName: LocalText | null
  readonly headcount: number
  readonly isLead: boolean
  readonly reportsTo: PositionRef | null
  /** Second lines. */
  readonly dotted: readonly PositionRef[]
  readonly below: readonly PositionRef[]
  readonly profile: { readonly name: LocalText; readonly summary: LocalText } | null
  readonly duties: readonly HeldContent[]
  readonly requirements: readonly (Requirement & { readonly isOwn: boolean })[]
  readonly worksWith: readonly WorksWith[]
  /** Licence lines of what was taken from libraries. */
  readonly attributions: readonly string[]
}

export type PositionRef = { readonly title: LocalText; readonly unitName: LocalText }

export type HeldContent = {
  readonly name: LocalText
  readonly code: string
  readonly racis: readonly Raci[]
  readonly weightPermille: number
  readonly purpose: LocalText
  readonly activities: readonly LocalText[]
  readonly inputs: readonly LocalText[]
  readonly outputs: readonly LocalText[]
  readonly capabilities: readonly LocalText[]
  readonly processRules: readonly LocalText[]
  readonly indicators: readonly {
    readonly name: LocalText
    readonly unit: string
    readonly direction: 'up' | 'down'
    readonly target: number
    readonly weightPermille: number
    readonly period: PeriodKind
  }[]
  readonly duties: readonly {
    readonly name: LocalText
    readonly cadence: CadenceGiven
    readonly steps: readonly LocalText[]
  }[]
  /** Permissions that come with it. */
  readonly rights: readonly string[]
}

/** Another position that holds a role in one of the same responsibilities. */
export type WorksWith = PositionRef & { readonly about: LocalText; readonly racis: readonly Raci[] }
