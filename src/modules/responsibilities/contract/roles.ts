import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { AlarmKind, Raci, Text, WorkKind } from '../shapes.ts'

const Id = z.uuid()

export const RoleColumn = z.object({
  id: Id,
  kind: z.enum(['position', 'unit']),
  title: Text,
  unitId: Id,
  unitName: Text,
  /** Units in the order of the tree: how deep below the chosen one. */
  depth: z.int(),
  people: z.array(z.object({ personId: Id, name: z.string() })),
})
export type RoleColumn = z.infer<typeof RoleColumn>

export const RoleCell = z.object({
  columnId: Id,
  racis: z.array(Raci),
  /** Roles held by positions of a unit, where units are the columns. */
  through: z.array(Raci),
  weightPermille: z.int(),
  /** Held for a part of the firm alone. */
  isLocal: z.boolean(),
})
export type RoleCell = z.infer<typeof RoleCell>

export const RoleRow = z.object({
  responsibilityId: Id,
  code: z.string(),
  name: Text,
  unitName: Text.nullable(),
  kind: WorkKind,
  alarms: z.array(AlarmKind),
  cells: z.array(RoleCell),
  /** Who is accountable outside what is shown. */
  accountableElsewhere: Text.nullable(),
  mayAssign: z.boolean(),
})
export type RoleRow = z.infer<typeof RoleRow>

/** Responsibilities against positions or units, with the letters of RACI. */
export const RoleChart = z.object({
  day: z.string(),
  columns: z.array(RoleColumn),
  total: z.int(),
  rows: z.array(RoleRow),
})
export type RoleChart = z.infer<typeof RoleChart>

/** Why somebody answers: the holding, and how it came to the person. */
export const AnswerStep = z.object({
  kind: z.enum(['held', 'leads', 'acting', 'vacant', 'away', 'no-lead']),
  personId: Id.nullable(),
  personName: z.string().nullable(),
  positionId: Id.nullable(),
  positionTitle: Text.nullable(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
})
export type AnswerStep = z.infer<typeof AnswerStep>
export const Answering = z.object({
  personId: Id,
  name: z.string(),
  positionId: Id.nullable(),
  path: z.array(AnswerStep),
})
export type Answering = z.infer<typeof Answering>

export const roleRoutes = defineRoutes({
  readRoles: {
    method: 'GET',
    path: '/roles-chart',
    permission: 'responsibilities.read',
    input: z.object({
      unitId: Id,
      by: z.enum(['position', 'unit']).default('position'),
      day: z.iso.date().optional(),
      text: z.string().trim().max(100).optional(),
      onlyAlarms: z.stringbool().default(false),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: RoleChart,
  },
  readAnswer: {
    method: 'GET',
    path: '/responsibilities/:responsibilityId/answer',
    permission: 'responsibilities.read',
    input: z.object({
      responsibilityId: Id,
      raci: Raci.default('accountable'),
      personId: Id.optional(),
      unitId: Id.optional(),
      day: z.iso.date().optional(),
    }),
    output: z.object({ day: z.string(), people: z.array(Answering) }),
  },
})
