import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { DottedLine } from './dotted-lines.ts'
import { byId, Code, Day, Holder, manyOf, Name, On, Page } from './shared.ts'

const content = {
  unitId: z.uuid(),
  title: Name,
  headcount: z.int().min(0).max(100_000).default(1),
  /** The position it answers to; null at the top. */
  reportsToId: z.uuid().nullable(),
  isLead: z.boolean().default(false),
  jobFamilyId: z.uuid().nullable().default(null),
  gradeId: z.uuid().nullable().default(null),
}

export const PositionVersion = z.object({ versionId: z.uuid(), ...content, from: Day, until: Day.nullable() })
export type PositionVersion = z.infer<typeof PositionVersion>

export const Position = z.object({
  id: z.uuid(),
  code: z.string(),
  ...PositionVersion.shape,
  unitName: Name,
  reportsToTitle: Name.nullable(),
  holders: z.array(Holder),
})
export type Position = z.infer<typeof Position>

const Neighbour = z.object({
  id: z.uuid(),
  title: Name,
  unitId: z.uuid(),
  unitName: Name,
  headcount: z.int(),
  holders: z.array(z.object({ personId: z.uuid(), name: z.string() })),
})
export type Neighbour = z.infer<typeof Neighbour>

export const PositionDetail = Position.extend({
  versions: z.array(PositionVersion),
  /** The line upwards, the nearest first. */
  above: z.array(Neighbour),
  /** Positions that answer to this one directly. */
  below: z.array(Neighbour),
  /** Second lines from and to it, on any day. */
  dotted: z.array(DottedLine),
})
export type PositionDetail = z.infer<typeof PositionDetail>

const Changed = z.object({ id: z.uuid(), versionId: z.uuid() })
const Nothing = z.object({ id: z.uuid() })

export const positionRoutes = defineRoutes({
  listPositions: {
    method: 'GET',
    path: '/positions',
    permission: 'organisation.read',
    input: z.object({
      unitId: z.uuid().optional(),
      /** With `unitId`: also the positions of the units below. */
      below: z.stringbool().default(false),
      ids: manyOf(z.uuid()).optional(),
      text: z.string().trim().max(100).optional(),
      ...On,
      ...Page,
    }),
    output: z.object({ total: z.int(), rows: z.array(Position) }),
  },
  readPosition: {
    method: 'GET',
    path: '/positions/:id',
    permission: 'organisation.read',
    input: z.object({ ...byId, ...On }),
    output: PositionDetail,
  },
  createPosition: {
    method: 'POST',
    path: '/positions',
    permission: 'organisation.edit',
    input: z.object({ ...content, code: Code.optional(), from: Day }),
    output: Changed,
  },
  changePosition: {
    method: 'POST',
    path: '/positions/:id/versions',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...content, from: Day }),
    output: Changed,
  },
  correctPosition: {
    method: 'PATCH',
    path: '/positions/:id/versions/:versionId',
    permission: 'organisation.edit',
    input: z.object({ ...byId, versionId: z.uuid(), ...content, from: Day }),
    output: Changed,
  },
  withdrawPosition: {
    method: 'DELETE',
    path: '/positions/:id/versions/:versionId',
    permission: 'organisation.edit',
    input: z.object({ ...byId, versionId: z.uuid() }),
    output: Nothing,
  },
  /** `until` is the first day the position is gone; null opens a closed one again. */
  closePosition: {
    method: 'POST',
    path: '/positions/:id/close',
    permission: 'organisation.edit',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: Nothing,
  },
})
