import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Id, paging } from './run-shapes.ts'

const Fen = z.int().min(0).max(10_000_000_000_000)
/** What was paid and withheld in the year before the first run here: the tax client's cumulative columns. */
export const OpeningState = z.object({
  income: Fen,
  exempt: Fen.default(0),
  insurance: Fen.default(0),
  special: Fen.default(0),
  other: Fen.default(0),
  reduced: Fen.default(0),
  withheld: Fen.default(0),
})
export type OpeningState = z.infer<typeof OpeningState>

export const Opening = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  employerUnitId: Id,
  employerName: z.record(z.string(), z.string()),
  year: z.int(),
  state: OpeningState,
  source: z.string(),
  /** A slip of the year is published: the balance is part of what was paid and stays. */
  isUsed: z.boolean(),
  version: z.int(),
})
export type Opening = z.infer<typeof Opening>

export const openingRoutes = defineRoutes({
  listOpenings: {
    method: 'GET',
    path: '/pay-openings',
    permission: 'payroll.read',
    input: z.object({
      year: z.coerce.number().int().min(1990).max(2100),
      text: z.string().trim().max(100).optional(),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(Opening) }),
  },
  keepOpening: {
    method: 'PUT',
    path: '/pay-openings',
    permission: 'payroll.run',
    input: z.object({
      personId: Id,
      employerUnitId: Id,
      year: z.int().min(1990).max(2100),
      state: OpeningState,
    }),
    output: z.object({ openingId: Id, version: z.int() }),
  },
})
