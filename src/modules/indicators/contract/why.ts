import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Measure } from '#core/indicator'
import { Fact } from './facts.ts'
import { AskedPeriod, FactWords, Page, Period } from './shapes.ts'

const Interval = z.object({ from: z.number(), to: z.number() })
const Side = z.object({ count: z.int(), mean: z.number(), interval: Interval.nullable() })
const Condition = z.object({ dimension: z.string(), value: z.string() })

export const Segment = z.object({
  conditions: z.array(Condition),
  inside: Side,
  outside: Side,
  /** Part of all facts, 0 to 1. */
  share: z.number(),
  lift: z.number().nullable(),
  /** Part of the gap to the target that would be closed, were it as elsewhere; may be over 1. */
  explained: z.number().nullable(),
  /** How often chance alone gives so much to the best of all segments tried. */
  p: z.number(),
})
export type Segment = z.infer<typeof Segment>

/** Why nothing can be said: numbers that don't share facts, formulas, or too few facts. */
export const unsaid = ['different-facts', 'formula', 'sums', 'too-few'] as const

export const Why = z.object({
  period: Period,
  /** The days looked at, and whose facts: the person's, or of all one may see who answer for the same. */
  from: z.string(),
  until: z.string(),
  people: z.int(),
  isWide: z.boolean(),
  /** rate: hits among facts · amount: the mean of a measure · change: facts now among those now and before. */
  method: z.enum(['rate', 'amount', 'change']),
  unsaid: z.enum(unsaid).nullable(),
  kind: z.string(),
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  target: z.number().nullable(),
  total: Side,
  /** Segments looked at. */
  tried: z.int(),
  /** What stands out, the clearest first; empty when nothing does. */
  segments: z.array(Segment),
  /** The groups of the dimension that stands out; groups of fewer than five facts are joined (value null). */
  groups: z
    .object({
      dimension: z.string(),
      rows: z.array(Side.extend({ value: z.string().nullable() })),
      /** The change since the days before, split exactly: others were counted, or the same did otherwise. */
      change: z
        .object({
          before: z.number(),
          effects: z.array(z.object({ value: z.string().nullable(), mix: z.number(), rate: z.number() })),
        })
        .nullable(),
    })
    .nullable(),
  words: FactWords,
})
export type Why = z.infer<typeof Why>

const Asked = {
  personId: z.union([z.uuid(), z.literal('me')]),
  responsibilityId: z.uuid(),
  indicatorKey: z.string().min(1).max(80),
  ...AskedPeriod,
  /** Twelve months up to the period instead of the period alone. */
  months: z.coerce.number().int().min(1).max(24).optional(),
  /** Of all one may see who answer for the same, instead of the person alone. */
  wide: z.stringbool().default(false),
}

export const whyRoutes = defineRoutes({
  /** The few conditions that explain most of a shortfall, or that nothing stands out. */
  readWhy: {
    method: 'GET',
    path: '/people/:personId/indicators/:responsibilityId/:indicatorKey/why',
    permission: 'indicators.read',
    input: z.object(Asked),
    output: Why,
  },
  /** The facts of a segment, the latest first; `condition` is `dimension=value`. */
  readSegmentFacts: {
    method: 'GET',
    path: '/people/:personId/indicators/:responsibilityId/:indicatorKey/why/facts',
    permission: 'indicators.read',
    input: z.object({
      ...Asked,
      condition: z
        .union([z.string().max(300), z.array(z.string().max(300)).max(4)])
        .transform((conditions) => [conditions].flat())
        .default([]),
      ...Page,
    }),
    output: z.object({ total: z.int(), facts: z.array(Fact), words: FactWords }),
  },
  /** What a measure that is being written gives with last month's facts; nothing is stored. */
  tryMeasure: {
    method: 'GET',
    path: '/measures/try',
    permission: 'indicators.read',
    input: z.object({
      /** The measure as JSON. */
      measure: z
        .string()
        .max(12_000)
        .transform((text, context) => {
          try {
            return JSON.parse(text) as unknown
          } catch {
            context.addIssue({ code: 'custom', message: 'not JSON' })
            return z.NEVER
          }
        })
        .pipe(Measure),
      responsibilityId: z.uuid().optional(),
    }),
    output: z.object({
      from: z.string(),
      until: z.string(),
      /** People with the most such facts, of those one may see. */
      rows: z.array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          value: z.number().nullable(),
          problem: z.string().nullable(),
          facts: z.int(),
          terms: z.array(z.object({ name: z.string(), value: z.number().nullable() })),
        }),
      ),
    }),
  },
})
