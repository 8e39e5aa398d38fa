export type Raci = 'accountable' | 'responsible' | 'consulted' | 'informed'

export type Unit = { readonly id: string }
/** `isLead`: it leads its unit and stands in for what the unit holds. */
export type Position = { readonly id: string; readonly unitId: string; readonly isLead: boolean }
/** A person on a position. `mayPass`: a reason is recorded why the shares of the person may pass the whole. */
export type Seat = {
  readonly personId: string
  readonly positionId: string
  readonly kind: 'main' | 'concurrent' | 'acting'
  readonly sharePermille: number
  readonly mayPass?: boolean
}
/** `unitId` is the unit whose business it is; null = of the whole firm. */
export type Responsibility = { readonly id: string; readonly unitId: string | null }
/** Exactly one of position, unit and person holds. `forUnitId`: it holds for that unit and all below it alone; null = everywhere. */
export type Holding = {
  readonly responsibilityId: string
  readonly raci: Raci
  readonly weightPermille: number
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  readonly forUnitId?: string | null
}

/** An organisation on one day: only what runs that day is given, whether it is so today or would be by a draft. */
export type Situation = {
  readonly units: readonly Unit[]
  readonly positions: readonly Position[]
  readonly seats: readonly Seat[]
  /** In force on the day. */
  readonly responsibilities: readonly Responsibility[]
  readonly holdings: readonly Holding[]
  /** People who have left, also where a seat of theirs was forgotten. */
  readonly gone: ReadonlySet<string>
  /** People on long leave. */
  readonly away: ReadonlySet<string>
}
