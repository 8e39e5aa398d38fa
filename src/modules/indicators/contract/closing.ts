import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Fact } from './facts.ts'
import { Text } from './shapes.ts'

export const closableKinds = ['month', 'quarter', 'year'] as const

export const ClosedPeriod = z.object({
  id: z.uuid(),
  kind: z.enum(closableKinds),
  from: z.string(),
  until: z.string(),
  note: z.string(),
  closedAt: z.string(),
  closer: z.string(),
  reopenedAt: z.string().nullable(),
  reopener: z.string().nullable(),
  reason: z.string().nullable(),
  /** Facts that came after it was closed. */
  lateFacts: z.int(),
})
export type ClosedPeriod = z.infer<typeof ClosedPeriod>

/** A figure that stands closed and would be another one with the facts that came too late. */
export const LateChange = z.object({
  personId: z.uuid(),
  personName: z.string(),
  responsibilityId: z.uuid(),
  responsibilityName: Text,
  key: z.string(),
  name: Text,
  unit: z.string(),
  closed: z.number().nullable(),
  now: z.number().nullable(),
})
export type LateChange = z.infer<typeof LateChange>

export const closingRoutes = defineRoutes({
  listClosedPeriods: {
    method: 'GET',
    path: '/closed-periods',
    permission: 'indicators.read-team',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(60) }),
    output: z.object({
      may: z.object({ close: z.boolean(), reopen: z.boolean() }),
      rows: z.array(ClosedPeriod),
    }),
  },
  /** Freezes every figure of a period that is over. What comes later is told and changes nothing. */
  closePeriod: {
    method: 'POST',
    path: '/closed-periods',
    permission: 'indicators.close',
    input: z.object({
      kind: z.enum(closableKinds),
      /** Any day of the period. */
      day: z.iso.date(),
      note: z.string().trim().max(500).default(''),
    }),
    output: z.object({ periodId: z.uuid(), people: z.int(), figures: z.int() }),
  },
  /** Its figures follow the facts again, those that came late among them. */
  reopenPeriod: {
    method: 'POST',
    path: '/closed-periods/:periodId/reopen',
    permission: 'indicators.reopen',
    input: z.object({ periodId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
    output: z.object({}),
  },
  /** What came too late for a closed period, and what it would have changed. */
  readLateFacts: {
    method: 'GET',
    path: '/closed-periods/:periodId/late',
    permission: 'indicators.read-team',
    input: z.object({ periodId: z.uuid(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
    output: z.object({ total: z.int(), facts: z.array(Fact), changes: z.array(LateChange) }),
  },
  /** How far the facts of the time this module was off have been made. */
  readCatchUp: {
    method: 'GET',
    path: '/facts/catch-up',
    permission: 'indicators.read',
    input: z.object({}),
    output: z.object({ running: z.object({ done: z.int(), total: z.int() }).nullable() }),
  },
})
