import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'

/** Where a row stands in the file, or which row of the database it is. */
type Place = { readonly line: number | null; readonly id: string | null }
type Dated = { readonly from: Day; readonly until: Day | null }

export type FamilyRow = Place & { readonly code: string; readonly name: LocalText }
export type GradeRow = FamilyRow & { readonly rank: number; readonly family: string | null }
export type UnitRow = Place &
  Dated & {
    readonly code: string
    readonly name: LocalText
    readonly kind: string
    readonly parent: string | null
    readonly order: number
  }
export type CompanyRow = Place & {
  readonly unit: string
  readonly registeredName: string
  readonly creditCode: string | null
  readonly place: string | null
}
export type PositionRow = Place &
  Dated & {
    readonly code: string
    readonly title: LocalText
    readonly unit: string
    readonly headcount: number
    readonly reportsTo: string | null
    readonly isLead: boolean
    readonly family: string | null
    readonly grade: string | null
  }
export type PersonRow = Place & {
  readonly number: string
  readonly name: string
  readonly latinName: string | null
  readonly mobile: string | null
  readonly email: string | null
}
export type SeatRow = Place &
  Dated & {
    readonly number: string
    readonly position: string
    readonly kind: string
    readonly sharePermille: number
    readonly overReason: string | null
  }
export type DottedRow = Place &
  Dated & { readonly position: string; readonly to: string; readonly kind: string; readonly reason: string }
export type AbsenceRow = Place & Dated & { readonly number: string; readonly kind: string }

/** A whole organisation with its history: things are known by their codes, people by their numbers. */
export type Workbook = {
  readonly units: readonly UnitRow[]
  readonly companies: readonly CompanyRow[]
  readonly families: readonly FamilyRow[]
  readonly grades: readonly GradeRow[]
  readonly positions: readonly PositionRow[]
  readonly people: readonly PersonRow[]
  readonly seats: readonly SeatRow[]
  readonly dottedLines: readonly DottedRow[]
  readonly absences: readonly AbsenceRow[]
}
export type SheetKey = keyof Workbook
export type AnyRow = Workbook[SheetKey][number]

/** Written in this order, so that what others refer to is there before them. */
export const sheetKeys = [
  'units',
  'companies',
  'families',
  'grades',
  'positions',
  'people',
  'seats',
  'dottedLines',
  'absences',
] as const satisfies readonly SheetKey[]

/** What a row belongs to: a file says all rows of a group or none of them. */
const groups: { readonly [K in SheetKey]: (row: Workbook[K][number]) => string } = {
  units: (row) => row.code,
  companies: (row) => row.unit,
  families: (row) => row.code,
  grades: (row) => row.code,
  positions: (row) => row.code,
  people: (row) => row.number,
  seats: (row) => row.number,
  dottedLines: (row) => row.position,
  absences: (row) => row.number,
}

/** Which row of its group a row is. */
const rowsOfGroup: { readonly [K in SheetKey]: (row: Workbook[K][number]) => string } = {
  units: (row) => row.from,
  companies: () => '',
  families: () => '',
  grades: () => '',
  positions: (row) => row.from,
  people: () => '',
  seats: (row) => `${row.position} ${row.from}`,
  dottedLines: (row) => `${row.to} ${row.from}`,
  absences: (row) => row.from,
}

export function groupOf<K extends SheetKey>(key: K, row: Workbook[K][number]): string {
  return groups[key](row)
}

export function rowOfGroup<K extends SheetKey>(key: K, row: Workbook[K][number]): string {
  return rowsOfGroup[key](row)
}
