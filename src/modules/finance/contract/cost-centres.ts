import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Changed, Day, Id, Name, Page, Text } from './shapes.ts'

export const CostCentre = z.object({
  id: Id,
  version: z.int(),
  code: z.string(),
  name: Text,
  unitId: Id,
  unitName: Text.nullable(),
  from: z.string(),
  until: z.string().nullable(),
})
export type CostCentre = z.infer<typeof CostCentre>

const Share = z.object({ unitId: Id, permille: z.int().min(1).max(1000) })
export const CostShare = z.object({
  id: Id,
  version: z.int(),
  personId: Id,
  personName: z.string(),
  shares: z.array(z.object({ unitId: Id, unitName: Text.nullable(), permille: z.int() })),
  reason: z.string(),
  from: z.string(),
  until: z.string().nullable(),
})
export type CostShare = z.infer<typeof CostShare>

export const costCentreRoutes = defineRoutes({
  listCostCentres: {
    method: 'GET',
    path: '/finance/cost-centres',
    permission: 'finance.read',
    input: z.object({}),
    output: z.array(CostCentre),
  },
  setCostCentre: {
    method: 'POST',
    path: '/finance/cost-centres',
    permission: 'finance.set-up',
    input: z.object({ code: z.string().trim().min(1).max(60), name: Name, unitId: Id, from: Day }),
    output: Changed,
  },
  endCostCentre: {
    method: 'POST',
    path: '/finance/cost-centres/:id/end',
    permission: 'finance.set-up',
    input: z.object({ ...byId, version: z.int(), until: Day }),
    output: Changed,
  },
  /** People whose cost is split as laid down. */
  listCostShares: {
    method: 'GET',
    path: '/finance/cost-shares',
    permission: 'finance.read',
    input: z.object(Page),
    output: z.array(CostShare),
  },
  /** From a day on; the shares of that person until then end the day it begins. */
  setCostShare: {
    method: 'POST',
    path: '/finance/cost-shares',
    permission: 'finance.set-up',
    input: z.object({
      personId: Id,
      shares: z.array(Share).min(1).max(20),
      reason: z.string().trim().max(500).default(''),
      from: Day,
    }),
    output: Changed,
  },
  endCostShare: {
    method: 'POST',
    path: '/finance/cost-shares/:id/end',
    permission: 'finance.set-up',
    input: z.object({ ...byId, version: z.int(), until: Day }),
    output: Changed,
  },
})
