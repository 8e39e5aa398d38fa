import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { Asked, Fulfilment, Gap, Id, Light, Period, PeriodKind, Point, Reason, Text } from './shapes.ts'

export const Capability = z.object({
  name: Text,
  /** Null: nobody has said. */
  has: z.boolean().nullable(),
})
export type Capability = z.infer<typeof Capability>

export const ReportedIndicator = z.object({
  key: z.string(),
  name: Text,
  unit: z.string(),
  direction: z.enum(['up', 'down']),
  value: z.number().nullable(),
  target: z.number(),
  light: Light,
})

export const ReportedResponsibility = z.object({
  responsibilityId: Id,
  name: Text,
  weightPermille: z.int(),
  light: Light,
  fulfilmentPermille: Fulfilment,
  /** Of the whole work: what this responsibility lacks, by its weight. */
  missingPermille: z.int(),
  trend: z.array(Fulfilment),
  indicators: z.array(ReportedIndicator),
  reasons: z.array(Reason),
  capabilities: z.array(Capability),
})
export type ReportedResponsibility = z.infer<typeof ReportedResponsibility>

export const PersonReport = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    number: z.string(),
    positionTitle: Text.nullable(),
    unitName: Text.nullable(),
  }),
  period: Period,
  light: Light,
  fulfilmentPermille: Fulfilment,
  /** What is missing of the whole, in parts with their reasons, the largest first. */
  gaps: z.array(Gap),
  trend: z.array(Point),
  responsibilities: z.array(ReportedResponsibility),
  lateTasks: z.int(),
  /** The reader may say what the person can and can't. */
  mayMark: z.boolean(),
})
export type PersonReport = z.infer<typeof PersonReport>

export const UnitReport = z.object({
  /** Null: everybody the reader may see. */
  unit: z.object({ id: Id, name: Text }).nullable(),
  period: Period,
  people: z.int(),
  /** People with a figure; below five nothing is told of them together. */
  measured: z.int(),
  isSmall: z.boolean(),
  fulfilmentPermille: Fulfilment,
  gaps: z.array(Gap),
  trend: z.array(Point),
  responsibilities: z.array(
    z.object({
      responsibilityId: Id,
      name: Text,
      people: z.int(),
      /** Null below five people. */
      fulfilmentPermille: Fulfilment,
      missingPermille: Fulfilment,
    }),
  ),
})
export type UnitReport = z.infer<typeof UnitReport>

export const fulfilmentRoutes = defineRoutes({
  /** One's own report as `me`, or that of somebody one may see. */
  readPersonReport: {
    method: 'GET',
    path: '/reports/people/:personId',
    permission: 'reports.read',
    input: z.object({
      personId: z.union([Id, z.literal('me')]),
      period: PeriodKind.default('month'),
      day: z.iso.date().optional(),
    }),
    output: PersonReport,
  },
  readUnitReport: {
    method: 'GET',
    path: '/reports/fulfilment',
    permission: 'reports.read',
    input: z.object(Asked),
    output: UnitReport,
  },
  /** Says whether somebody can what a responsibility asks for; null takes it back. */
  markCapability: {
    method: 'PUT',
    path: '/reports/people/:personId/capabilities',
    permission: 'reports.mark',
    input: z.object({ personId: Id, name: localText(200), has: z.boolean().nullable() }),
    output: z.object({ personId: Id }),
  },
})
