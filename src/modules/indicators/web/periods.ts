import { addDays, periodAround, periodBefore, type Day, type PeriodKind } from '#core/calendar'
import type { Format } from '#web/format'
import type { Say } from '#web/words'

/** The kinds a page offers; days and years are figures of other questions. */
export const shownKinds = ['week', 'month', 'quarter'] as const satisfies readonly PeriodKind[]
export type ShownKind = (typeof shownKinds)[number]

export function isShownKind(text: string): text is ShownKind {
  return shownKinds.some((kind) => kind === text)
}

/** A day of the period before or after the one around `day`. */
export function stepped(kind: PeriodKind, day: Day, step: -1 | 1): Day {
  return step < 0 ? periodBefore(kind, day).from : periodAround(kind, day).until
}

/** `2026-11`, `2026-11-16 – 11-22`, `2026 Q4`. */
export function periodText(kind: PeriodKind, day: Day, t: Say, format: Format): string {
  const { from, until } = periodAround(kind, day)
  const last = addDays(until, -1)
  if (kind === 'day') return format.day(from)
  if (kind === 'year') return from.slice(0, 4)
  if (kind === 'week') return `${from} – ${last.slice(5)}`
  if (kind === 'quarter')
    return t('period.quarterOf', { year: from.slice(0, 4), quarter: Math.ceil(Number(last.slice(5, 7)) / 3) })
  return from.slice(0, 7)
}
