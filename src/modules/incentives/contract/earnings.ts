import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { PlanTerms } from '#core/incentive'
import { Month, PayStep, Text } from './shapes.ts'

export const EarnedFact = z.object({
  factId: z.uuid(),
  day: z.string(),
  kind: z.string(),
  subjectName: z.string().nullable(),
  note: z.string(),
  source: z.string(),
  /** The work it was handed in with. */
  taskId: z.uuid().nullable(),
  dimensions: z.record(z.string(), z.string()),
  measures: z.record(z.string(), z.number()),
  /** What is theirs of it, in thousandths. */
  milli: z.number(),
  fen: z.number(),
  why: z.enum(['earned', 'late', 'returned', 'changed']),
})
export type EarnedFact = z.infer<typeof EarnedFact>

/** What a plan brought, or the difference a month made to an earlier one. */
export const Earning = z.object({
  planId: z.uuid(),
  planName: Text,
  /** Null where the plan ended after the month it belongs to. */
  terms: PlanTerms.nullable(),
  termsFrom: Month.nullable(),
  /** The month the result belongs to. */
  origin: Month,
  milli: z.number().nullable(),
  fen: z.number(),
  pieces: z.int(),
  steps: z.array(PayStep),
  facts: z.array(EarnedFact),
  /** What one more brings, while the month runs. */
  next: z.object({ moreMilli: z.number(), bringsFen: z.number(), nextMilli: z.number().nullable() }).nullable(),
})
export type Earning = z.infer<typeof Earning>

export const CountedRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  number: z.string(),
  planId: z.uuid(),
  planName: Text,
  milli: z.number(),
  pieces: z.int(),
  take: z.enum(['count', 'sum', 'average', 'distinct', 'indicator']),
})
export type CountedRow = z.infer<typeof CountedRow>

export const earningRoutes = defineRoutes({
  /** What a month brings a person, plan by plan down to each fact: settled, or as it stands now. */
  readEarnings: {
    method: 'GET',
    path: '/incentives/:personId',
    permission: 'incentives.read',
    input: z.object({ personId: z.uuid(), period: Month.optional() }),
    output: z.object({
      personId: z.uuid(),
      name: z.string(),
      period: Month,
      state: z.enum(['running', 'settled']),
      settledAt: z.string().nullable(),
      totalFen: z.number(),
      earnings: z.array(Earning),
      /** Months there is something to see of, the newest first. */
      months: z.array(z.object({ period: Month, fen: z.number() })),
      /** What kinds and fields of the facts are called. */
      kinds: z.record(z.string(), Text),
    }),
  },
  /** How far people are by what is counted; never what it brings them. */
  listCounts: {
    method: 'GET',
    path: '/incentive-counts',
    permission: 'incentives.read-counts',
    input: z.object({
      period: Month.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    }),
    output: z.object({ period: Month, total: z.int(), rows: z.array(CountedRow) }),
  },
})
