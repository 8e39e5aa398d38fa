import * as z from 'zod'
import { Curve, partKinds } from '#core/performance'

export const Text = z.record(z.string(), z.string())
export const periods = ['month', 'quarter', 'year'] as const
export const Period = z.enum(periods)
export type Period = z.infer<typeof Period>
export const roundStates = ['open', 'scored', 'calibrated', 'confirmed', 'frozen'] as const
export const RoundState = z.enum(roundStates)
export type RoundState = z.infer<typeof RoundState>
/** Hundredths of a point as people give them: at most 150.00. */
export const Score = z.int().min(0).max(15_000)
export const Reason = z.string().trim().max(2000)
export const PartKind = z.enum(partKinds)
export const Id = z.uuid()
export const Ids = z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(50)])
export const Days = z.object({ from: z.string(), until: z.string() })

/** An indicator or a manual line as the page shows it, with the figure it was scored by. */
export const Leaf = z.object({
  lineKey: z.string(),
  responsibilityId: z.string().nullable(),
  responsibilityName: Text.nullable(),
  indicatorKey: z.string().nullable(),
  name: Text,
  unit: z.string(),
  value: z.number().nullable(),
  target: z.number().nullable(),
  reachedPermille: z.int().nullable(),
  scoreHundredths: z.int().nullable(),
  weightPermyriad: z.int(),
  pointsHundredths: z.int().nullable(),
  days: z.array(Days.extend({ weightPermille: z.int() })),
})
export type Leaf = z.infer<typeof Leaf>

export const LineResult = z.object({
  key: z.string(),
  name: Text,
  kind: z.enum(['responsibilities', 'indicator', 'manual']),
  hint: Text.nullable(),
  curve: Curve,
  veto: z.object({ belowHundredths: z.int(), capHundredths: z.int() }).nullable(),
  weightPermyriad: z.int(),
  scoreHundredths: z.int().nullable(),
  pointsHundredths: z.int().nullable(),
})
export type LineResult = z.infer<typeof LineResult>

export const Veto = z.object({
  lineKey: z.string(),
  scoreHundredths: z.int(),
  belowHundredths: z.int(),
  capHundredths: z.int(),
})

/** What was computed for a review, whole: what is shown of it later asks nothing else. */
export const Result = z.object({
  lines: z.array(LineResult),
  leaves: z.array(Leaf),
  sumHundredths: z.int().nullable(),
  scoreHundredths: z.int().nullable(),
  vetoes: z.array(Veto),
})
export type Result = z.infer<typeof Result>

export const PersonBrief = z.object({ id: z.uuid(), name: z.string(), number: z.string() })
export type PersonBrief = z.infer<typeof PersonBrief>
