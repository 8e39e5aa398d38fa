import * as z from 'zod'
import { periodKinds } from '#core/calendar'
import { lights } from '#core/indicator'

export const Id = z.uuid()
export const Text = z.record(z.string(), z.string())
export const Light = z.enum(lights)
export const PeriodKind = z.enum(periodKinds)

/** What a report is asked of: of everybody the asker may see, unless narrowed. */
export const Asked = {
  unitId: Id.optional(),
  responsibilityId: Id.optional(),
  /** The period of this kind around the day; the one of today when none is told. */
  period: PeriodKind.default('month'),
  day: z.iso.date().optional(),
}

export const Period = z.object({ kind: PeriodKind, from: z.string(), until: z.string(), isOpen: z.boolean() })
export type Period = z.infer<typeof Period>

/** A fulfilment, of somebody or of several, in permille; null where nothing could be computed. */
export const Fulfilment = z.int().nullable()
export const Point = z.object({ from: z.string(), until: z.string(), fulfilmentPermille: Fulfilment })
export type Point = z.infer<typeof Point>

export const reasonKinds = ['capability', 'absent', 'late-tasks', 'excused', 'no-facts', 'short', 'to-come'] as const
/** Why something is missing. `short`: the work came in, and its figure stays below the target. `to-come`: on course, the rest is not due yet. */
export const Reason = z.object({
  kind: z.enum(reasonKinds),
  /** The capability that is lacking, or the indicator that is short. */
  name: Text.nullable(),
  /** The kind of absence. */
  absence: z.string().nullable(),
  /** Tasks, days away, or days since the last fact. */
  count: z.int().nullable(),
  indicatorKey: z.string().nullable(),
})
export type Reason = z.infer<typeof Reason>

/** A part of what is missing and the first of its reasons; the parts add up to all that is missing. */
export const Gap = z.object({ reason: Reason, missingPermille: z.int(), people: z.int() })
export type Gap = z.infer<typeof Gap>
