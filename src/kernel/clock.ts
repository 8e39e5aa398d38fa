import type { Day } from '#core/calendar'

export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** The calendar day in a time zone at an instant. */
export function dayIn(timeZone: string, at: Date): Day {
  return formattersOf(timeZone).day.format(at)
}

/** The instant at which `HH:MM` of a day begins in a time zone; in a gap of summer time the instant after it. */
export function instantOf(timeZone: string, on: Day, time = '00:00'): Date {
  const wanted = Date.parse(`${on}T${time}:00Z`)
  const first = wanted - offsetMs(timeZone, new Date(wanted))
  return new Date(wanted - offsetMs(timeZone, new Date(first)))
}

type Formatters = { readonly day: Intl.DateTimeFormat; readonly second: Intl.DateTimeFormat }
const formatters = new Map<string, Formatters>()

/** Making a formatter costs a hundred times what using it does. */
function formattersOf(timeZone: string): Formatters {
  let known = formatters.get(timeZone)
  if (!known) {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    known = { day, second: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }) }
    formatters.set(timeZone, known)
  }
  return known
}

function offsetMs(timeZone: string, at: Date): number {
  const local = formattersOf(timeZone).second.format(at)
  return Date.parse(`${local.replace(' ', 'T')}Z`) - Math.floor(at.getTime() / 1000) * 1000
}
