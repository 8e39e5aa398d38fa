import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Fen, Id, Month, Text } from './shapes.ts'

export const costViews = ['unit', 'responsibility'] as const
const asked = {
  period: Month.optional(),
  by: z.enum(costViews).default('unit'),
  /** The unit whose parts are shown; left out: the top. */
  unitId: Id.optional(),
}

export const CostRow = z.object({
  /** Null: what belongs to nothing below (the unit itself; no responsibility). */
  id: Id.nullable(),
  kind: z.enum(['unit', 'own', 'responsibility', 'none', 'person']),
  name: Text.nullable(),
  people: z.int(),
  /** Null: too few people to be shown. */
  costFen: Fen.nullable(),
  budgetFen: Fen.nullable(),
  opens: z.boolean(),
  slipIds: z.array(Id),
})
export type CostRow = z.infer<typeof CostRow>

export const LabourCost = z.object({
  period: z.string(),
  by: z.enum(costViews),
  unit: z.object({ id: Id, name: Text }).nullable(),
  /** The way down to the unit shown. */
  path: z.array(z.object({ id: Id, name: Text })),
  people: z.int(),
  costFen: Fen,
  budgetFen: Fen.nullable(),
  rows: z.array(CostRow),
  hidden: z.int(),
  /** Twelve months up to this one. */
  months: z.array(z.object({ period: z.string(), costFen: Fen.nullable(), budgetFen: Fen.nullable() })),
})
export type LabourCost = z.infer<typeof LabourCost>

export const labourCostRoutes = defineRoutes({
  /** What people cost (pay and the employer's part), where they work or for what, against the budget. */
  readLabourCost: {
    method: 'GET',
    path: '/finance/labour-cost',
    permission: 'finance.read',
    input: z.object(asked),
    output: LabourCost,
  },
  exportLabourCost: {
    method: 'GET',
    path: '/finance/labour-cost/export',
    permission: 'finance.export',
    kind: 'download',
    transaction: 'own',
    confirms: true,
    input: z.object({ ...asked, format: z.enum(['xlsx', 'csv']) }),
    output: z.unknown(),
  },
})
