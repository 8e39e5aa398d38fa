import { parseDateTime, toZoned } from '@internationalized/date'
import { addDays } from '#core/calendar'
import type { Delegation } from '../../contract.ts'

/** A stand-in being written: days and times are those of the company's clock. */
export type DelegationForm = {
  readonly fromId: string | null
  readonly toId: string | null
  readonly startDay: string | null
  readonly startTime: string | null
  readonly untilDay: string | null
  readonly untilTime: string | null
  readonly flowIds: readonly string[]
  readonly field: string | null
  readonly value: number | null
  readonly mode: 'replace' | 'both'
  readonly reason: string
}

export function newForm(today: string, me: string | null): DelegationForm {
  return {
    fromId: me,
    toId: null,
    startDay: today,
    startTime: '00:00',
    untilDay: null,
    untilTime: endOfDay,
    flowIds: [],
    field: null,
    value: null,
    mode: 'replace',
    reason: '',
  }
}

/** `clock` tells an instant as `2026-11-21 17:30` of the company. */
export function formFrom(one: Delegation, clock: (instant: string) => string): DelegationForm {
  const [startDay = null, startTime = null] = clock(one.start).split(' ')
  const [untilDay = null, untilTime = null] = lastMinute(clock(one.until)).split(' ')
  return {
    fromId: one.from.id,
    toId: one.to.id,
    startDay,
    startTime,
    untilDay,
    untilTime,
    flowIds: one.flows?.map(({ id }) => id) ?? [],
    field: one.atMost?.field ?? null,
    value: one.atMost?.value ?? null,
    mode: one.mode,
    reason: one.reason,
  }
}

/** From when until when, as people say it: whole days without their midnights. */
export function windowOf(
  { start, until }: Pick<Delegation, 'start' | 'until'>,
  clock: (instant: string) => string,
): { start: string; until: string } {
  const [first, last] = [clock(start), lastMinute(clock(until))]
  const isWhole = first.endsWith(' 00:00') && last.endsWith(` ${endOfDay}`)
  return isWhole ? { start: first.slice(0, 10), until: last.slice(0, 10) } : { start: first, until: last }
}

export type DelegationFault = 'toMissing' | 'windowMissing' | 'windowBackwards'

export function faultOf(form: DelegationForm, timeZone: string): DelegationFault | undefined {
  if (!form.toId) return 'toMissing'
  const start = instantOf(form.startDay, form.startTime, timeZone)
  const until = untilOf(form, timeZone)
  if (!start || !until) return 'windowMissing'
  return until <= start ? 'windowBackwards' : undefined
}

/** What the route takes; call it when nothing stands against it. */
export function sentForm(form: DelegationForm, timeZone: string) {
  return {
    toId: form.toId ?? '',
    start: instantOf(form.startDay, form.startTime, timeZone) ?? '',
    until: untilOf(form, timeZone) ?? '',
    flowIds: form.flowIds.length > 0 ? [...form.flowIds] : null,
    atMost: form.field && form.value !== null ? { field: form.field, value: form.value } : null,
    mode: form.mode,
    reason: form.reason.trim(),
  }
}

/** People say a day ends at 23:59 and mean all of it. */
function untilOf({ untilDay, untilTime }: DelegationForm, timeZone: string): string | undefined {
  if (untilDay && untilTime === endOfDay) return instantOf(addDays(untilDay, 1), '00:00', timeZone)
  return instantOf(untilDay, untilTime, timeZone)
}

function lastMinute(clock: string): string {
  const [day = '', time] = clock.split(' ')
  return time === '00:00' ? `${addDays(day, -1)} ${endOfDay}` : clock
}

const endOfDay = '23:59'

/** A time of the company's clock as an instant. */
export function instantOf(day: string | null, time: string | null, timeZone: string): string | undefined {
  if (!day || !time) return undefined
  return toZoned(parseDateTime(`${day}T${time}`), timeZone).toAbsoluteString()
}
