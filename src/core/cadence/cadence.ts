import * as z from 'zod'
import { Filter } from '../indicator/index.ts'

export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const FactKind = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)

/** What recurs by the calendar, and what by something else: an event told as a fact, or a subject's last time. */
export const recurrences = ['workday', 'week', 'month', 'quarter', 'year', 'shift', 'event', 'subject'] as const
export type Recurrence = (typeof recurrences)[number]

/** Recurrences that have a calendar of their own. */
export const periodic = ['workday', 'week', 'month', 'quarter', 'year', 'shift'] as const

/** A due day that is a rest day falls away, or moves to the workday before (of a month only, within it) or after. */
export const restRules = ['skip', 'before', 'after'] as const

export const afterUnits = ['minute', 'hour', 'workhour', 'day', 'workday'] as const

/** "2 hours after a batch is finished": a fact of a kind, some of them, and how long after it is due. */
export const After = z.object({
  factKind: FactKind,
  where: z.array(Filter).max(10).default([]),
  /** 0 with `workday` is by the end of the same working day. */
  amount: z.int().min(0).max(1000).default(2),
  unit: z.enum(afterUnits).default('hour'),
  /** Every holder as the duty says, those of the fact's unit before others; or who the fact is about, if they hold the duty. */
  who: z.enum(['holders', 'actor']).default('holders'),
})
export type After = z.infer<typeof After>

/** "Every customer every 30 days, counted from the last time": of the subjects a holder owns. */
export const PerSubject = z.object({
  type: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  days: z.int().min(1).max(1000).default(30),
  unit: z.enum(['day', 'workday']).default('day'),
  /** How many days before it is due the task appears. */
  aheadDays: z.int().min(0).max(365).default(7),
})
export type PerSubject = z.infer<typeof PerSubject>

/**
 * When a duty falls due, in calendar words. Of a week, month, quarter or year: some times in it, by its last workday, a given
 * workday, a given day of the month, or on given weekdays. Texts stored before a field existed read with its default.
 */
export const Cadence = z
  .object({
    every: z.enum(recurrences),
    /** How many times in one period; a quantity duty ("5 customers a week") has more than one. */
    times: z.int().min(1).max(1000).default(1),
    /** Local time at which it is due on its last day. For `shift` the end of the shift, as long as no roster says otherwise. */
    dueTime: Time.default('18:00'),
    /** The n-th workday of the period it is due on; counted from the end when negative, so -1 is the last. */
    dueWorkday: z.int().min(-260).max(260).default(-1),
    /** 1 = Monday … 7: once on each of these days of a week, instead of once a week. */
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    /** Of a month: due by this day, the last where the month is shorter. */
    dueDay: z.int().min(1).max(31).nullable().default(null),
    /** What becomes of a weekday or day of the month that is a rest day; null: weekdays fall away, days of the month move after. */
    onRest: z.enum(restRules).nullable().default(null),
    /** It is late only when these hours after the due time have passed too. */
    graceHours: z.int().min(0).max(720).default(0),
    after: After.optional(),
    subject: PerSubject.optional(),
  })
  .refine((cadence) => cadence.every !== 'event' || cadence.after !== undefined, { path: ['after'] })
  .refine((cadence) => cadence.every !== 'subject' || cadence.subject !== undefined, { path: ['subject'] })
export type Cadence = z.infer<typeof Cadence>

/**
 * A cadence without what is as usual in fields that came later: a text stored before they existed and one stored today say the
 * same with the same words.
 */
export function plainCadence({ weekdays, dueDay, onRest, graceHours, ...rest }: Cadence): CadenceGiven {
  return {
    ...rest,
    ...(weekdays.length > 0 ? { weekdays } : {}),
    ...(dueDay === null ? {} : { dueDay }),
    ...(onRest === null ? {} : { onRest }),
    ...(graceHours === 0 ? {} : { graceHours }),
  }
}

/** As stored or typed: what is left out has its default. */
export type CadenceGiven = z.input<typeof Cadence>

export type Periodic = (typeof periodic)[number]

/** True for a cadence whose days the calendar alone tells. */
export function isPeriodic(every: Recurrence): every is Periodic {
  return every !== 'event' && every !== 'subject'
}

/** True for one that asks on single days: each workday, each shift, given weekdays. */
export function isDaily({ every, weekdays }: Pick<Cadence, 'every' | 'weekdays'>): boolean {
  return every === 'workday' || every === 'shift' || (every === 'week' && weekdays.length > 0)
}
