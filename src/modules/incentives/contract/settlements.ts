import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Month, Text } from './shapes.ts'

export const SettlementRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  number: z.string(),
  unitName: Text.nullable(),
  fen: z.number(),
  /** Of it for earlier months: late facts and what was taken back. */
  differenceFen: z.number(),
  plans: z.array(z.object({ planId: z.uuid(), origin: Month, milli: z.number().nullable(), fen: z.number() })),
})
export type SettlementRow = z.infer<typeof SettlementRow>

export const SettledMonth = z.object({
  period: Month,
  state: z.enum(['settled', 'due', 'running']),
  settledAt: z.string().nullable(),
  settler: z.string().nullable(),
})
export type SettledMonth = z.infer<typeof SettledMonth>

export const settlementRoutes = defineRoutes({
  listSettlements: {
    method: 'GET',
    path: '/incentive-settlements',
    permission: 'incentives.read-plans',
    input: z.object({ limit: z.coerce.number().int().min(1).max(60).default(24) }),
    output: z.object({ months: z.array(SettledMonth), maySettle: z.boolean() }),
  },
  /** What a month brings the people one may see: as it was settled, or as it would be now. Sums are of those people. */
  readSettlement: {
    method: 'GET',
    path: '/incentive-settlements/:period',
    permission: 'incentives.read',
    input: z.object({
      period: Month,
      planId: z.uuid().optional(),
      text: z.string().trim().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    }),
    output: z.object({
      month: SettledMonth,
      totalFen: z.number(),
      differenceFen: z.number(),
      total: z.int(),
      plans: z.array(z.object({ id: z.uuid(), name: Text, fen: z.number(), people: z.int() })),
      rows: z.array(SettlementRow),
      unknown: z.array(z.string()),
    }),
  },
  /** Writes a month that has passed, once and for good; the earliest that is due comes first. */
  settleMonth: {
    method: 'POST',
    path: '/incentive-settlements',
    permission: 'incentives.settle',
    input: z.object({ period: Month }),
    output: z.object({ settlementId: z.uuid(), people: z.int(), totalFen: z.number() }),
  },
})
