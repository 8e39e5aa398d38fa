/** A calendar day as `YYYY-MM-DD`; text order is time order. */
export type Day = string & { readonly __day?: never }

/** A run of days from `from` up to but not including `until`; null = without an end. */
export type Period = { readonly from: Day; readonly until: Day | null }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: `2026-02-29` does not. */
export function isDay(text: string): text is Day {
  const match = pattern.exec(text)
  return match !== null && dayOf(numberOf(text)) === text
}

/** The text as a day. Throws RangeError for a day that does not exist. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Days since 1970-01-01, by Howard Hinnant's civil calendar arithmetic. */
export function numberOf(value: Day): number {
  const year = Number(value.slice(0, 4))
  const month = Number(value.slice(5, 7))
  const dayOfMonth = Number(value.slice(8, 10))
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The day that is `count` days after 1970-01-01. */
export function dayOf(count: number): Day {
  const shifted = count + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthPart = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthPart + 2) / 5) + 1
  const month = monthPart < 10 ? monthPart + 3 : monthPart - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`
}

export function addDays(value: Day, count: number): Day {
  return dayOf(numberOf(value) + count)
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from)
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(value: Day): number {
  return ((((numberOf(value) + 3) % 7) + 7) % 7) + 1
}

/** The same day `count` months later; the last of the month where it does not exist (31 Jan + 1 = 28 Feb). */
export function addMonths(value: Day, count: number): Day {
  const months = Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1 + count
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${pad((months % 12) + 1)}-01`
  return addDays(first, Math.min(Number(value.slice(8, 10)), daysInMonth(first)) - 1)
}

export function monthStart(value: Day): Day {
  return `${value.slice(0, 7)}-01`
}

export function weekStart(value: Day): Day {
  return addDays(value, 1 - weekday(value))
}

function daysInMonth(first: Day): number {
  const year = Number(first.slice(0, 4))
  const month = Number(first.slice(5, 7))
  const next = month === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${first.slice(0, 5)}${pad(month + 1)}-01`
  return daysBetween(first, next)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
