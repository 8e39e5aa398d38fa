import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Id, PeriodText } from './run-shapes.ts'

export const ArrearLine = z.object({
  code: z.string(),
  name: z.string(),
  paidFen: z.int(),
  owedFen: z.int(),
  /** Positive: owed to the person; negative: reclaimed. */
  fen: z.int(),
  reason: z.object({ rule: z.string(), source: z.string(), facts: z.record(z.string(), z.string()) }),
})
export const Arrears = z.object({
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  period: z.string(),
  fen: z.int(),
  lines: z.array(ArrearLine),
  /** Why it could not be computed anew. */
  sentence: z.string().nullable(),
})
export type Arrears = z.infer<typeof Arrears>

export const arrearRoutes = defineRoutes({
  /**
   * What terms and inputs changed since closed periods were paid would owe: computed anew each time, nothing is written.
   * The people whose terms or inputs changed after they were paid, at most `limit` of them.
   */
  listArrears: {
    method: 'GET',
    path: '/pay-arrears',
    permission: 'payroll.read',
    input: z.object({
      groupId: Id,
      personId: Id.optional(),
      /** The earliest closed period looked at; twelve months back unless told. */
      from: PeriodText.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(Arrears), more: z.boolean() }),
  },
  /** Pays (or reclaims) them with the next slip, in the period `into`. Those paid already are not paid again. */
  acceptArrears: {
    method: 'POST',
    path: '/pay-arrears',
    permission: 'payroll.run',
    input: z.object({
      groupId: Id,
      into: PeriodText,
      arrears: z
        .array(z.object({ personId: Id, period: PeriodText, fen: z.int() }))
        .min(1)
        .max(200),
    }),
    output: z.object({ accepted: z.int() }),
  },
})
