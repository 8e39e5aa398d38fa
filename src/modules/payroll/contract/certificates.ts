import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { slipLanguages } from './slips.ts'

const Id = z.uuid()

/** An approved statement of income: what it says is read from the payslips when it is opened. */
export const PayCertificate = z.object({
  id: Id,
  number: z.string(),
  personName: z.string(),
  purpose: z.string(),
  language: z.enum(slipLanguages),
  months: z.int(),
  untilMonth: z.string(),
  approvedAt: z.string(),
})
export type PayCertificate = z.infer<typeof PayCertificate>

const file = { kind: 'download', confirms: true, transaction: 'own', output: z.unknown() } as const

export const certificateRoutes = defineRoutes({
  listOwnCertificates: {
    method: 'GET',
    path: '/my-pay-certificates',
    permission: 'payroll.read-own',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(PayCertificate) }),
  },
  downloadOwnCertificate: {
    method: 'GET',
    path: '/my-pay-certificates/:certificateId/file',
    permission: 'payroll.read-own',
    input: z.object({ certificateId: Id }),
    ...file,
  },
  /** Those of everybody, to be printed and sealed. */
  listCertificates: {
    method: 'GET',
    path: '/pay-certificates',
    permission: 'payroll.read',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(PayCertificate) }),
  },
  downloadCertificate: {
    method: 'GET',
    path: '/pay-certificates/:certificateId/file',
    permission: 'payroll.read',
    input: z.object({ certificateId: Id }),
    ...file,
  },
})
