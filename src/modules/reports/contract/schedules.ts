import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { FileFormat, PartAsk } from './dashboards.ts'
import { Id, Text } from './shapes.ts'

export const rhythms = ['day', 'week', 'month'] as const
export const Rhythm = z.enum(rhythms)
export type Rhythm = z.infer<typeof Rhythm>

const content = {
  /** A dashboard or one part. */
  dashboardId: Id.optional(),
  part: PartAsk.optional(),
  format: FileFormat.default('xlsx'),
  rhythm: Rhythm,
  /** Weekday 1 (Monday) to 7, or day of the month. */
  onDay: z.int().min(1).max(31).default(1),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  byMail: z.boolean().default(false),
  isOn: z.boolean().default(true),
  /** Empty: oneself. */
  personIds: z.array(Id).max(200).default([]),
}

export const Schedule = z.object({
  id: Id,
  dashboardId: Id.nullable(),
  dashboardName: Text.nullable(),
  part: PartAsk.nullable(),
  format: FileFormat,
  rhythm: Rhythm,
  onDay: z.int(),
  time: z.string(),
  byMail: z.boolean(),
  isOn: z.boolean(),
  nextAt: z.string(),
  recipients: z.array(z.object({ personId: Id.nullable(), name: z.string() })),
  version: z.int(),
})
export type Schedule = z.infer<typeof Schedule>

export const Delivery = z.object({
  id: Id,
  dashboardName: Text.nullable(),
  part: PartAsk.nullable(),
  from: z.string(),
  dueAt: z.string(),
  fileId: Id.nullable(),
  fileName: z.string().nullable(),
  failure: z.string().nullable(),
  mailedAt: z.string().nullable(),
})
export type Delivery = z.infer<typeof Delivery>

const Kept = z.object({ scheduleId: Id, version: z.int() })

export const scheduleRoutes = defineRoutes({
  listSchedules: {
    method: 'GET',
    path: '/report-schedules',
    permission: 'reports.compose',
    input: z.object({}),
    /** One's own; at most 200. */
    output: z.object({ schedules: z.array(Schedule), canMail: z.boolean() }),
  },
  createSchedule: {
    method: 'POST',
    path: '/report-schedules',
    permission: 'reports.compose',
    input: z.object(content),
    output: Kept,
  },
  changeSchedule: {
    method: 'PUT',
    path: '/report-schedules/:scheduleId',
    permission: 'reports.compose',
    input: z.object({ scheduleId: Id, version: z.int(), ...content }),
    output: Kept,
  },
  deleteSchedule: {
    method: 'DELETE',
    path: '/report-schedules/:scheduleId',
    permission: 'reports.compose',
    input: z.object({ scheduleId: Id }),
    output: z.object({ scheduleId: Id }),
  },
  /** Makes it now for everybody who gets it. */
  sendNow: {
    method: 'POST',
    path: '/report-schedules/:scheduleId/send',
    permission: 'reports.compose',
    input: z.object({ scheduleId: Id }),
    output: z.object({ recipients: z.int() }),
  },
  /** What was sent to me, the latest first. */
  listDeliveries: {
    method: 'GET',
    path: '/report-deliveries',
    permission: 'reports.read',
    input: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(10_000).default(0),
    }),
    output: z.object({ total: z.int(), deliveries: z.array(Delivery) }),
  },
})
