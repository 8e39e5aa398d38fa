import { structuralAlarmKinds, type StructuralAlarm } from '#core/alarms'
import { addDays, type Day, type PeriodKind } from '#core/calendar'
import type { LocalText } from '#core/local-text'

/** Beside those of the organisation: an indicator nothing is recorded for, and a right nobody's duty asks for. */
export const alarmKinds = [...structuralAlarmKinds, 'no-data', 'right-without-duty'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** An alarm as it is noticed: what it is about, where it belongs, and what its sentence needs. */
export type Noticed = {
  readonly kind: AlarmKind
  readonly key: string
  readonly responsibilityId: string | null
  readonly positionId: string | null
  readonly unitId: string | null
  readonly personId: string | null
  readonly accountId: string | null
  readonly placeId: string | null
  readonly facts: Readonly<Record<string, unknown>>
}

/** Where the things of an organisation belong, to tell who may see an alarm about them. */
export type Places = {
  unitOfResponsibility(id: string): string | null
  unitOfPosition(id: string): string | null
  unitOfPerson(id: string): string | null
}

/** A structural alarm with its place: the responsibility's unit, else that of the position, the unit itself, the person's. */
export function noticed(alarm: StructuralAlarm, places: Places): Noticed {
  const { kind, key, responsibilityId, positionId, unitId, personId, totalPermille } = alarm
  return {
    kind,
    key,
    responsibilityId,
    positionId,
    unitId,
    personId,
    accountId: null,
    placeId:
      (responsibilityId && places.unitOfResponsibility(responsibilityId)) ??
      (positionId && places.unitOfPosition(positionId)) ??
      unitId ??
      (personId && places.unitOfPerson(personId)) ??
      null,
    facts: totalPermille === null ? {} : { totalPermille },
  }
}

const periodDays = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const

/** How many days without a fact are too many: the days set by the firm, and never fewer than the indicator's own period. */
export function silenceLimit(period: PeriodKind, noDataDays: number): number {
  return Math.max(noDataDays, periodDays[period])
}

export type Silent = {
  readonly responsibilityId: string
  readonly placeId: string | null
  readonly key: string
  readonly name: LocalText
  readonly period: PeriodKind
  readonly kinds: readonly string[]
  /** The first day it was stated and carried out by somebody. */
  readonly heldFrom: Day
}

/**
 * The indicators nothing was recorded for in too many days. `lastDays` has the latest day of facts by responsibility (null:
 * facts that name none) and kind; an indicator that somebody has had for less than the limit is not late yet.
 */
export function silentIndicators(
  held: readonly Silent[],
  lastDays: readonly { readonly responsibilityId: string | null; readonly kind: string; readonly day: Day }[],
  today: Day,
  noDataDays: number,
): Noticed[] {
  const byKind = Map.groupBy(lastDays, (last) => last.kind)
  return held.flatMap((one) => {
    const limit = silenceLimit(one.period, noDataDays)
    const due = addDays(today, -limit)
    if (one.heldFrom > due) return []
    const heard = one.kinds.some((kind) =>
      byKind
        .get(kind)
        ?.some((last) => last.day >= due && (last.responsibilityId ?? one.responsibilityId) === one.responsibilityId),
    )
    if (heard) return []
    return [
      {
        kind: 'no-data' as const,
        key: `no-data:${one.responsibilityId}:${one.key}`,
        responsibilityId: one.responsibilityId,
        positionId: null,
        unitId: null,
        personId: null,
        accountId: null,
        placeId: one.placeId,
        facts: { indicator: one.name, days: limit },
      },
    ]
  })
}

export type Granted = {
  readonly accountId: string
  readonly personId: string
  readonly placeId: string | null
  /** Permissions given directly, by roles that reach beyond oneself and one's reports. */
  readonly permissions: readonly string[]
  /** Rights of the responsibilities the person is accountable or responsible for. */
  readonly carried: readonly string[]
}

/** Accounts that may do what some duty asks for, without holding such a duty. */
export function rightsWithoutDuty(accounts: readonly Granted[], governed: ReadonlySet<string>): Noticed[] {
  return accounts.flatMap(({ accountId, personId, placeId, permissions, carried }) => {
    const bare = permissions.filter((right) => governed.has(right) && !carried.includes(right)).toSorted()
    if (bare.length === 0) return []
    return [
      {
        kind: 'right-without-duty' as const,
        key: `right-without-duty:${accountId}`,
        responsibilityId: null,
        positionId: null,
        unitId: null,
        personId,
        accountId,
        placeId,
        facts: { permissions: bare },
      },
    ]
  })
}
