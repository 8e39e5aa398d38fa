import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Raci, Text } from '../shapes.ts'

/** A unit that a position must work with: somebody there holds a part of the same responsibility. */
export const Partner = z.object({
  unitId: z.uuid(),
  unitName: Text,
  shared: z.array(z.object({ responsibilityId: z.uuid(), name: Text, racis: z.array(Raci) })),
})
export type Partner = z.infer<typeof Partner>

export const partnerRoutes = defineRoutes({
  /** The units that share most come first. */
  positionPartners: {
    method: 'GET',
    path: '/positions/:positionId/partners',
    permission: 'responsibilities.read',
    input: z.object({ positionId: z.uuid(), day: z.iso.date().optional() }),
    output: z.object({ day: z.string(), items: z.array(Partner) }),
  },
})
