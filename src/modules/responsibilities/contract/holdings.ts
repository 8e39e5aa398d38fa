import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Raci } from '../shapes.ts'

const Id = z.uuid()
const permission = 'responsibilities.assign'

/** Commands on who holds a responsibility. */
export const holdingRoutes = defineRoutes({
  assignResponsibility: {
    method: 'POST',
    path: '/responsibilities/:responsibilityId/holdings',
    permission,
    /** Exactly one of position, unit and person is named. */
    input: z.object({
      responsibilityId: Id,
      positionId: Id.optional(),
      unitId: Id.optional(),
      personId: Id.optional(),
      /** It holds for this unit and all below it alone. */
      forUnitId: Id.nullable().default(null),
      raci: Raci,
      weightPermille: z.int().min(0).max(1000).default(0),
      from: z.iso.date().optional(),
      until: z.iso.date().nullable().default(null),
    }),
    output: z.object({ holdingId: Id }),
  },
  releaseHolding: {
    method: 'POST',
    path: '/holdings/:holdingId/release',
    permission,
    /** `until` is the first day it is no longer held. One that has not begun by then is taken back altogether. */
    input: z.object({ holdingId: Id, until: z.iso.date() }),
    output: z.object({ holdingId: Id, until: z.string().nullable() }),
  },
  changeWeight: {
    method: 'PUT',
    path: '/holdings/:holdingId/weight',
    permission,
    input: z.object({ holdingId: Id, weightPermille: z.int().min(0).max(1000), from: z.iso.date().optional() }),
    output: z.object({ holdingId: Id }),
  },
  setRoles: {
    method: 'PUT',
    path: '/responsibilities/:responsibilityId/roles',
    permission,
    /** From today on the position or unit has just these roles. */
    input: z.object({
      responsibilityId: Id,
      positionId: Id.optional(),
      unitId: Id.optional(),
      racis: z.array(Raci).max(4),
      /** Ends the holding of who is accountable until now, instead of being refused. */
      takesOver: z.boolean().default(false),
    }),
    output: z.object({ responsibilityId: Id, racis: z.array(Raci) }),
  },
})
