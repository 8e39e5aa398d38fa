import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day, Name } from './shared.ts'

export const dottedKinds = ['functional', 'project', 'other'] as const

/** A second line of a position: in some matter it answers there too. */
export const DottedLine = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  positionTitle: Name,
  toPositionId: z.uuid(),
  toPositionTitle: Name,
  kind: z.enum(dottedKinds),
  reason: z.string(),
  from: Day,
  until: Day.nullable(),
})
export type DottedLine = z.infer<typeof DottedLine>

const content = {
  toPositionId: z.uuid(),
  kind: z.enum(dottedKinds).default('functional'),
  /** In what matter. */
  reason: z.string().trim().max(500).default(''),
  from: Day,
  until: Day.nullable().default(null),
}
const Changed = z.object({ id: z.uuid() })

export const dottedLineRoutes = defineRoutes({
  createDottedLine: {
    method: 'POST',
    path: '/positions/:positionId/dotted-lines',
    permission: 'organisation.edit',
    input: z.object({ positionId: z.uuid(), ...content }),
    output: Changed,
  },
  correctDottedLine: {
    method: 'PATCH',
    path: '/dotted-lines/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...content }),
    output: Changed,
  },
  /** `until` is the first day it no longer runs; null lets it run on. */
  endDottedLine: {
    method: 'POST',
    path: '/dotted-lines/:id/end',
    permission: 'organisation.edit',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: Changed,
  },
  /** Takes back one whose first day has not come. */
  withdrawDottedLine: {
    method: 'DELETE',
    path: '/dotted-lines/:id',
    permission: 'organisation.edit',
    input: z.object(byId),
    output: Changed,
  },
})
