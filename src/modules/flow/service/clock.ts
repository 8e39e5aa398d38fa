import { createHash } from 'node:crypto'
import type { WorkCalendar } from '#core/calendar'
import type { Shift, WorkClock, Zone } from '#core/flow'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'

const minuteMs = 60_000

/** By what deadlines are reckoned today, and a name for it: another name means that open timers are to be reckoned anew. */
export type Reckoning = { readonly clock: WorkClock; readonly version: string }

/**
 * The company's calendar, its shifts and its zone. A year nobody has entered counts as Monday to Friday for the time
 * being: an approval must not be refused for it, and what was reckoned so is reckoned again when the year is entered.
 */
export async function reckoning(ctx: Context): Promise<Reckoning> {
  const known = reckonings.get(ctx)
  if (known) return known
  const [calendar, shifts] = [await workCalendar(ctx), await ctx.setting<string>('flow.shifts')]
  const days = [...calendar.exceptions].map(([day, kind]) => `${day}${kind}`).sort()
  const version = createHash('sha256')
    .update(JSON.stringify([days, [...calendar.years].sort(), shifts, ctx.timeZone]))
    .digest('hex')
    .slice(0, 16)
  const made = {
    version,
    clock: { calendar: withAllYears(calendar), shifts: readShifts(shifts), zone: zoneOf(ctx.timeZone) },
  }
  reckonings.set(ctx, made)
  return made
}

const reckonings = new WeakMap<Context, Reckoning>()

/** `09:00-12:00,13:00-18:00` as minutes of the day; what cannot be read is nine to six. */
export function readShifts(text: string): Shift[] {
  const shifts = text.split(',').flatMap((part): Shift[] => {
    const match = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(part)
    if (!match) return []
    const [from, until] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])]
    return from < until && until <= 1440 ? [{ from, until }] : []
  })
  const inOrder = shifts.sort((a, b) => a.from - b.from)
  const isSound =
    inOrder.length > 0 && inOrder.every((one, at) => at === 0 || (inOrder[at - 1]?.until ?? 0) <= one.from)
  return isSound ? inOrder : [{ from: 540, until: 1080 }]
}

function withAllYears(calendar: WorkCalendar): WorkCalendar {
  return { exceptions: calendar.exceptions, years: { has: () => true } as unknown as ReadonlySet<number> }
}

function zoneOf(timeZone: string): Zone {
  return {
    localOf(instant) {
      const day = dayIn(timeZone, new Date(instant))
      return { day, minute: (instant - instantOf(timeZone, day).getTime()) / minuteMs }
    },
    instantOf: (day, minute) => instantOf(timeZone, day).getTime() + minute * minuteMs,
  }
}
