import * as z from 'zod'

/** A span of time; `workday` and `workhour` follow the company's calendar and shifts. */
export const Span = z.strictObject({
  amount: z.int().min(-10_000).max(50_000),
  unit: z.enum(['workday', 'workhour', 'day', 'hour', 'minute']),
})
export type Span = z.infer<typeof Span>

export const deadlineActs = [
  'remind',
  'remind-leader',
  'escalate',
  'transfer',
  'auto-approve',
  'auto-reject',
  'close',
] as const

/**
 * When a step falls due, and what happens before, at and after that. Working days end with the shift unless
 * `roundTo` is `same-time`.
 */
export const Deadline = z.strictObject({
  limit: Span,
  roundTo: z.enum(['shift-end', 'same-time']).default('shift-end'),
  /** Stands still while somebody was asked to sign before, or while the flow is returned to an earlier step. */
  pauses: z.array(z.enum(['add-sign-before', 'returned'])).default(['add-sign-before']),
  steps: z
    .array(z.strictObject({ at: Span, do: z.enum(deadlineActs), to: z.string().max(100).optional() }))
    .max(10)
    .default([{ at: { amount: 0, unit: 'minute' }, do: 'remind' }]),
})
export type Deadline = z.infer<typeof Deadline>
