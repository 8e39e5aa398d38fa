import type { Day } from '#core/calendar'
import type { Fen } from '#core/payroll'

export type Jurisdiction = 'cn' | 'sg' | 'hk' | 'us'
export type RunKind = 'regular' | 'off-cycle' | 'correction'

/** Where an input comes from, in words, and the page that opens it. */
export type InputSource = { readonly kind: string; readonly label: string; readonly path: string | null }
/** As it stands on a slip. */
export type PayInput = { readonly name: string; readonly value: string; readonly source: InputSource }

export type Term = {
  readonly id: string
  readonly groupId: string
  readonly wageFen: Fen
  readonly amounts: Readonly<Record<string, string>>
  readonly city: string | null
  readonly bases: Readonly<Record<string, number>>
  readonly rates: Readonly<Record<string, { readonly employee: string; readonly employer: string }>>
  readonly excepted: readonly string[]
  readonly standing: Readonly<Record<string, unknown>>
  readonly validFrom: Day
  readonly validUntil: Day | null
}

export type StoredInput = {
  readonly name: string
  readonly value: string
  readonly source: string
  readonly label: string
  readonly path: string | null
}

/** What earlier payments of the tax year left: by a slip, by an opening balance, or nothing. */
export type Before = { readonly state: Readonly<Record<string, unknown>> | null; readonly source: InputSource | null }

/** All that is known of a person for one slip, before anything is computed. */
export type PersonMonth = {
  readonly personId: string
  readonly number: string
  readonly name: string
  readonly unitId: string | null
  readonly positionId: string | null
  readonly hiredOn: Day | null
  readonly leftOn: Day | null
  readonly birthDay: Day | null
  readonly hasIdNumber: boolean
  readonly terms: readonly Term[]
  readonly inputs: readonly StoredInput[]
  readonly figures: readonly StoredInput[]
  readonly receivableFen: Fen
  readonly before: Before
  /** Special and other deductions of the tax declared, for the year so far. */
  readonly specialFen: Fen
  readonly otherFen: Fen
  readonly isFirstJob: boolean
  readonly hasAccount: boolean
  readonly holdReason: string | null
  /** One-off amounts alone: no wage of the period, no contributions. */
  readonly isOnce: boolean
  readonly last: {
    readonly period: string
    readonly grossFen: Fen
    readonly netFen: Fen
    readonly inputs: readonly PayInput[]
  } | null
}
