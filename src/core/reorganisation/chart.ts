import type { Day, Period } from '../calendar/index.ts'
import type { LocalText } from '../local-text/pick.ts'

/** A version of a unit: what it is called and where it hangs, for a period. */
export type UnitVersion = Period & {
  readonly id: string
  readonly unitId: string
  readonly name: LocalText
  readonly kind: UnitKind
  /** Null for the root. */
  readonly parentId: string | null
  readonly sortOrder: number
}
export const unitKinds = ['group', 'company', 'branch', 'department', 'workshop', 'team'] as const
export type UnitKind = (typeof unitKinds)[number]

/** A version of a position: its unit, its line and its planned seats, for a period. */
export type PositionVersion = Period & {
  readonly id: string
  readonly positionId: string
  readonly unitId: string
  readonly title: LocalText
  readonly headcount: number
  /** The position it answers to; null at the top. */
  readonly reportsToId: string | null
  readonly isLead: boolean
}

/** A person on a position for a period with a part of the working time in permille. */
export type Seat = Period & {
  readonly id: string
  readonly personId: string
  readonly positionId: string
  readonly kind: SeatKind
  readonly sharePermille: number
  /** Why the shares of the person may pass the working time while this seat runs. */
  readonly overReason: string | null
}
export const seatKinds = ['main', 'concurrent', 'acting'] as const
export type SeatKind = (typeof seatKinds)[number]

/**
 * A position, a unit or a person (just one of them) holds a responsibility in a role for a period. Weights of one
 * position add up to at most 1000.
 */
export type Holding = Period & {
  readonly id: string
  readonly responsibilityId: string
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  /** Held for this unit and all below it alone; null = everywhere. One is accountable in each part. */
  readonly forUnitId: string | null
  readonly raci: Raci
  readonly weightPermille: number
}
export const racis = ['accountable', 'responsible', 'consulted', 'informed'] as const
export type Raci = (typeof racis)[number]

/** A responsibility and the unit whose business it is; null = of the whole firm. */
export type Owned = { readonly id: string; readonly unitId: string | null }

/** An organisation with its time: every timeline, past and future. The order of rows does not matter. */
export type Chart = {
  readonly units: readonly UnitVersion[]
  readonly positions: readonly PositionVersion[]
  readonly seats: readonly Seat[]
  readonly holdings: readonly Holding[]
  readonly responsibilities: readonly Owned[]
  readonly personIds: ReadonlySet<string>
}

/** The four kinds of rows that have days and are written. */
export const tables = ['units', 'positions', 'seats', 'holdings'] as const
export type Table = (typeof tables)[number]
export type Row = UnitVersion | PositionVersion | Seat | Holding

/** Units, positions, people and responsibilities as they are called in problems and in what is touched: `unit/<id>`. */
export function keysOf(table: Table, row: Row): string[] {
  if (table === 'units') return [`unit/${(row as UnitVersion).unitId}`]
  if (table === 'positions') return [`position/${(row as PositionVersion).positionId}`]
  if (table === 'seats') return [`person/${(row as Seat).personId}`, `position/${(row as Seat).positionId}`]
  const { responsibilityId, positionId, unitId } = row as Holding
  return [`responsibility/${responsibilityId}`, positionId ? `position/${positionId}` : `unit/${unitId}`]
}

/** The day before which nothing in a chart can matter to changes from `from` on: for readers that leave out the past. */
export function mattersOn(row: Period, from: Day): boolean {
  return row.until === null || row.until >= from
}
