import * as z from 'zod'
import { defineRoutes } from '#core/contract'

const Id = z.uuid()
const Fen = z.int()
const Text = z.record(z.string(), z.string())
export const slipLanguages = ['zh-CN', 'en'] as const
const SlipLanguage = z.enum(slipLanguages)

/** A payslip as it is listed: no amount, so that a list may lie open on a desk. */
export const SlipHead = z.object({
  id: Id,
  period: z.string(),
  paidOn: z.string(),
  kind: z.enum(['regular', 'off-cycle', 'correction']),
  title: z.string(),
  employerName: Text.nullable(),
  openedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  /** Questions about it that are not closed. */
  openQuestions: z.int(),
})
export type SlipHead = z.infer<typeof SlipHead>

export const SlipReason = z.object({ rule: z.string(), source: z.string(), facts: z.record(z.string(), z.string()) })

export const SlipLine = z.object({
  code: z.string(),
  /** Of a pay item; lines of the law are named by the reader's words. */
  name: Text.nullable(),
  side: z.enum(['earning', 'employee', 'employer', 'information']),
  fen: Fen,
  /** The same line a month before; null where there is none to compare with. */
  beforeFen: Fen.nullable(),
  /** False for what only the explanation of another line leads to. */
  isShown: z.boolean(),
  reason: SlipReason,
})
export type SlipLine = z.infer<typeof SlipLine>

export const SlipInput = z.object({
  name: z.string(),
  value: z.string(),
  source: z.object({ kind: z.string(), label: z.string(), path: z.string().nullable() }),
})
export type SlipInput = z.infer<typeof SlipInput>

export const SlipSums = z.object({
  gross: Fen,
  insurance: Fen,
  tax: Fen,
  /** What is taken off besides contributions and tax. */
  otherDeductions: Fen,
  net: Fen,
  receivable: Fen,
  employerCost: Fen,
})
export type SlipSums = z.infer<typeof SlipSums>

/** A whole payslip: each line with its reason, and what it was computed from. */
export const SlipDetail = SlipHead.extend({
  personName: z.string(),
  personNumber: z.string(),
  unitName: Text.nullable(),
  positionName: Text.nullable(),
  currency: z.string(),
  sums: SlipSums,
  before: z.object({ id: Id, period: z.string(), sums: SlipSums }).nullable(),
  lines: z.array(SlipLine),
  inputs: z.array(SlipInput),
  /** Names of items that lines refer to without being lines themselves, by code. */
  names: z.record(z.string(), Text),
})
export type SlipDetail = z.infer<typeof SlipDetail>

const ofSlip = { slipId: Id }

export const slipRoutes = defineRoutes({
  /** My published payslips, the newest first; ten years of months. */
  listOwnSlips: {
    method: 'GET',
    path: '/my-payslips',
    permission: 'payroll.read-own',
    input: z.object({ limit: z.coerce.number().int().min(1).max(240).default(120) }),
    output: z.object({ rows: z.array(SlipHead) }),
  },
  /** Opening one notes that it was seen. */
  readOwnSlip: {
    method: 'GET',
    path: '/my-payslips/:slipId',
    permission: 'payroll.read-own',
    confirms: true,
    transaction: 'own',
    input: z.object(ofSlip),
    output: SlipDetail,
  },
  /** I have received it: not that I agree. */
  confirmSlip: {
    method: 'POST',
    path: '/my-payslips/:slipId/confirm',
    permission: 'payroll.read-own',
    input: z.object(ofSlip),
    output: z.object({ confirmedAt: z.string() }),
  },
  downloadOwnSlip: {
    method: 'GET',
    path: '/my-payslips/:slipId/file',
    permission: 'payroll.read-own',
    confirms: true,
    kind: 'download',
    transaction: 'own',
    input: z.object({ ...ofSlip, language: SlipLanguage.optional() }),
    output: z.unknown(),
  },
  /** Anybody's, for payroll; each file is audited. */
  downloadSlip: {
    method: 'GET',
    path: '/payslips/:slipId/file',
    permission: 'payroll.read',
    confirms: true,
    kind: 'download',
    transaction: 'own',
    input: z.object({ ...ofSlip, language: SlipLanguage.optional() }),
    output: z.unknown(),
  },
})
