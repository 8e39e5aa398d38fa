import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { DecimalText, Id, InputName, inputSources, paging, PeriodText, Reason, runKinds } from './run-shapes.ts'

export const PayInputRow = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  period: z.string(),
  name: z.string(),
  /** What the name is called in words. */
  title: z.string(),
  value: z.string(),
  source: z.enum(inputSources),
  label: z.string(),
  runKind: z.enum(runKinds),
  isUsed: z.boolean(),
  version: z.int(),
})
export type PayInputRow = z.infer<typeof PayInputRow>

export const Hold = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  reason: z.string(),
  fromPeriod: z.string(),
  releasedAt: z.string().nullable(),
  version: z.int(),
})
export type Hold = z.infer<typeof Hold>

export const inputRoutes = defineRoutes({
  listInputs: {
    method: 'GET',
    path: '/pay-inputs',
    permission: 'payroll.read',
    input: z.object({
      period: PeriodText,
      personId: Id.optional(),
      name: InputName.optional(),
      source: z.enum(inputSources).optional(),
      text: z.string().trim().max(100).optional(),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(PayInputRow) }),
  },
  /** Types an input, or types it otherwise: one of a name for a person, a period and a kind of run. */
  keepInput: {
    method: 'PUT',
    path: '/pay-inputs',
    permission: 'payroll.run',
    input: z.object({
      personId: Id,
      period: PeriodText,
      name: InputName,
      value: DecimalText,
      label: z.string().trim().max(200).default(''),
      runKind: z.enum(runKinds).default('regular'),
    }),
    output: z.object({ inputId: Id, version: z.int() }),
  },
  removeInput: {
    method: 'DELETE',
    path: '/pay-inputs/:inputId',
    permission: 'payroll.run',
    input: z.object({ inputId: Id }),
    output: z.null(),
  },
  listHolds: {
    method: 'GET',
    path: '/pay-holds',
    permission: 'payroll.read',
    input: z.object({ show: z.enum(['open', 'all']).default('open'), ...paging }),
    output: z.object({ total: z.int(), rows: z.array(Hold) }),
  },
  /** Keeps a person's pay back from a period on; it is computed all the same. */
  holdPay: {
    method: 'POST',
    path: '/pay-holds',
    permission: 'payroll.run',
    input: z.object({ personId: Id, fromPeriod: PeriodText, reason: Reason }),
    output: z.object({ holdId: Id }),
  },
  releasePay: {
    method: 'POST',
    path: '/pay-holds/:holdId/release',
    permission: 'payroll.run',
    input: z.object({ holdId: Id, version: z.int(), reason: Reason }),
    output: z.object({ version: z.int() }),
  },
})
