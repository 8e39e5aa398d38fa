import { addDays, type PeriodKind } from '#core/calendar'

/** What a part is asked with; absent fields narrow nothing. */
export type Asked = {
  unitId?: string | undefined
  responsibilityId?: string | undefined
  period?: PeriodKind | undefined
  day?: string | undefined
}

/** The same without the fields that say nothing, as a query is written. */
export function told<T extends object>(asked: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

/** The first and the last of some days. */
export function daysText({ from, until }: { from: string; until: string }): string {
  return `${from} – ${addDays(until, -1)}`
}
