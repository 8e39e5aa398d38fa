import type { Day } from '#core/calendar'

export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** The calendar day in a time zone at an instant. */
export function dayIn(timeZone: string, at: Date): Day {
  return formatter(timeZone).format(at)
}

/** The instant at which `HH:MM` of a day begins in a time zone; in a gap of summer time the instant after it. */
export function instantOf(timeZone: string, on: Day, time = '00:00'): Date {
  const wanted = Date.parse(`${on}T${time}:00Z`)
  const first = wanted - offsetMs(timeZone, new Date(wanted))
  return new Date(wanted - offsetMs(timeZone, new Date(first)))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone)
  if (!known) formatters.set(timeZone, (known = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })))
  return known
}

function offsetMs(timeZone: string, at: Date): number {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000
}
