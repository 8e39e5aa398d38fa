import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Class, Day, Fen, Id, Month, Page, Step, Text, Use } from './shapes.ts'

/** A published run and what was booked of it. */
export const BookedRun = z.object({
  id: Id,
  period: z.string(),
  kind: z.string(),
  number: z.int(),
  title: z.string(),
  groupName: Text,
  employerUnitId: Id,
  employerName: Text.nullable(),
  paidOn: z.string(),
  people: z.int(),
  held: z.int(),
  netFen: Fen,
  steps: z.array(Step),
  bankFiles: z.int(),
})
export type BookedRun = z.infer<typeof BookedRun>

export const VoucherHead = z.object({
  id: Id,
  runId: Id,
  step: Step,
  period: z.string(),
  number: z.int(),
  datedOn: z.string(),
  summary: z.string(),
  employerUnitId: Id,
  employerName: Text.nullable(),
  totalFen: Fen,
  isReversed: z.boolean(),
  reversesId: Id.nullable(),
  reason: z.string(),
  /** In Kingdee Cloud: null when it was never sent there. */
  sending: z.object({ state: z.string(), remoteNumber: z.string().nullable(), message: z.string() }).nullable(),
})
export type VoucherHead = z.infer<typeof VoucherHead>

export const Line = z.object({
  number: z.int(),
  account: z.string(),
  accountName: Text,
  costCentre: z.string().nullable(),
  costCentreName: Text.nullable(),
  debitFen: Fen,
  creditFen: Fen,
  parts: z.int(),
})
export type Line = z.infer<typeof Line>
export const Voucher = z.object({ ...VoucherHead.shape, lines: z.array(Line) })
export type Voucher = z.infer<typeof Voucher>

export const Gap = z.object({
  use: Use,
  costClass: Class,
  code: z.string(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  familyId: Id.nullable(),
  fen: Fen,
})
export type Gap = z.infer<typeof Gap>

export const Preview = z.object({
  step: Step,
  datedOn: z.string(),
  /** Already booked: nothing more is made. */
  voucherId: Id.nullable(),
  totalFen: Fen,
  lines: z.array(Line),
  gaps: z.array(Gap),
})
export type Preview = z.infer<typeof Preview>

export const Part = z.object({
  slipId: Id,
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  code: z.string(),
  itemName: Text.nullable(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  fen: Fen,
})
export type Part = z.infer<typeof Part>

export const voucherFormats = ['yonyou', 'kingdee', 'csv'] as const

export const voucherRoutes = defineRoutes({
  listBookedRuns: {
    method: 'GET',
    path: '/finance/runs',
    permission: 'finance.read',
    input: z.object(Page),
    output: z.array(BookedRun),
  },
  /** What would be booked, and where an account is missing. */
  previewVouchers: {
    method: 'GET',
    path: '/finance/runs/:runId/preview',
    permission: 'finance.read',
    input: z.object({ runId: Id }),
    output: z.array(Preview),
  },
  /** All steps that are not booked yet; asked again it makes nothing more. */
  makeVouchers: {
    method: 'POST',
    path: '/finance/runs/:runId/vouchers',
    permission: 'finance.book',
    input: z.object({ runId: Id, steps: z.array(Step).min(1).max(5).optional() }),
    output: z.object({ made: z.array(Id), kept: z.array(Id) }),
  },
  listVouchers: {
    method: 'GET',
    path: '/finance/vouchers',
    permission: 'finance.read',
    input: z.object({ period: Month.optional(), runId: Id.optional(), ...Page }),
    output: z.array(VoucherHead),
  },
  readVoucher: {
    method: 'GET',
    path: '/finance/vouchers/:id',
    permission: 'finance.read',
    input: z.object(byId),
    output: Voucher,
  },
  /** The slips and items behind a line; they add up to it. */
  listParts: {
    method: 'GET',
    path: '/finance/vouchers/:id/lines/:line/parts',
    permission: 'finance.read',
    input: z.object({ ...byId, line: z.coerce.number().int().min(1), ...Page }),
    output: z.object({ total: z.int(), totalFen: Fen, rows: z.array(Part) }),
  },
  reverseVoucher: {
    method: 'POST',
    path: '/finance/vouchers/:id/reverse',
    permission: 'finance.book',
    input: z.object({ ...byId, reason: z.string().trim().min(1).max(500), on: Day.optional() }),
    output: z.object({ id: Id }),
  },
  /** Of a run, or of an employer's month. */
  exportVouchers: {
    method: 'GET',
    path: '/finance/vouchers/export/:format',
    permission: 'finance.export',
    kind: 'download',
    transaction: 'own',
    confirms: true,
    input: z.object({ format: z.enum(voucherFormats), runId: Id.optional(), period: Month.optional() }),
    output: z.unknown(),
  },
})
