import * as z from 'zod'
import { periodKinds } from '#core/calendar'
import { lights, Measure } from '#core/indicator'

export const Text = z.record(z.string(), z.string())
export const Light = z.enum(lights)
export const PeriodKind = z.enum(periodKinds)

/** Repeated keys of a query come as a list, one alone as a text. */
export const Ids = z
  .union([z.uuid(), z.array(z.uuid()).max(200)])
  .transform((ids) => (typeof ids === 'string' ? [ids] : ids))

/** Which period: the one of this kind around a day, today when none is told. */
export const AskedPeriod = { period: PeriodKind.default('month'), day: z.iso.date().optional() }
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
}

export const Period = z.object({
  kind: PeriodKind,
  from: z.string(),
  until: z.string(),
  /** True while the period runs or has not begun. */
  isOpen: z.boolean(),
})
export type Period = z.infer<typeof Period>

/** A figure against its target, for one person, responsibility and period. */
export const Standing = z.object({
  /** Null when there is nothing to divide by. Shares are fractions: 0.3 with the unit `%` reads 30 %. */
  value: z.number().nullable(),
  /** What is owed in the days held within the period; 0.85 of a ratio, 2.26 of a monthly count in a week. */
  target: z.number(),
  /** Part of the target that is reached, in permille; may be over 1000. */
  attainmentPermille: z.int().nullable(),
  light: Light,
})
export type Standing = z.infer<typeof Standing>

export const BoardIndicator = Standing.extend({
  key: z.string(),
  name: Text,
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  weightPermille: z.int(),
})
export type BoardIndicator = z.infer<typeof BoardIndicator>

export const Indicator = BoardIndicator.extend({
  measure: Measure,
  /** The target of one whole period of its own, as the responsibility states it. */
  fullTarget: z.number(),
  ownPeriod: PeriodKind,
  /** Part of the held days that has passed, in permille of workdays. */
  elapsedPermille: z.int(),
  /** The last periods, the asked one last; a period in which it was not held has no standing. */
  trend: z.array(z.object({ from: z.string(), until: z.string(), standing: Standing.nullable() })),
})
export type Indicator = z.infer<typeof Indicator>

/** What kinds of facts, their fields and choices are called where a duty's form names them; `kind.field` and `kind.field.choice`. */
export const FactWords = z.object({
  kinds: z.record(z.string(), Text),
  fields: z.record(z.string(), Text),
  choices: z.record(z.string(), Text),
  /** Fields that hold fen, as `kind.field`. */
  money: z.array(z.string()),
})
export type FactWords = z.infer<typeof FactWords>
