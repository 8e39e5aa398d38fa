import * as z from 'zod'
import { FormulaName } from './shapes.ts'

export const Id = z.uuid()
/** A month: 2026-10. */
export const PeriodText = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'a month as 2026-10')
export const runKinds = ['regular', 'off-cycle', 'correction'] as const
export const runStates = ['draft', 'calculating', 'calculated', 'submitted', 'published', 'cancelled'] as const
export const slipStates = ['calculated', 'failed', 'held', 'published'] as const
export const severities = ['blocking', 'warning', 'notice'] as const
export const inputSources = ['typed', 'file', 'attendance', 'arrears', 'module'] as const

export const LocalText = z.record(z.string(), z.string())
const Money = z.int()

export const RunTotals = z.object({
  people: z.int(),
  failed: z.int(),
  held: z.int(),
  grossFen: Money,
  insuranceFen: Money,
  taxFen: Money,
  netFen: Money,
  receivableFen: Money,
  employerCostFen: Money,
})
export type RunTotals = z.infer<typeof RunTotals>

export const Progress = z.object({ done: z.int(), total: z.int(), failed: z.int() })
export type Progress = z.infer<typeof Progress>

export const PayRun = z.object({
  id: Id,
  groupId: Id,
  groupName: LocalText,
  currency: z.string(),
  period: z.string(),
  kind: z.enum(runKinds),
  number: z.int(),
  title: z.string(),
  paidOn: z.string(),
  state: z.enum(runStates),
  isLocked: z.boolean(),
  progress: Progress.nullable(),
  totals: RunTotals.nullable(),
  blocking: z.int(),
  warnings: z.int(),
  /** Warnings that nobody has accepted yet. */
  openWarnings: z.int(),
  madeBy: z.string().nullable(),
  submittedBy: z.string().nullable(),
  publishedBy: z.string().nullable(),
  calculatedAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  version: z.int(),
})
export type PayRun = z.infer<typeof PayRun>

export const Finding = z.object({
  id: Id,
  personId: Id.nullable(),
  personName: z.string().nullable(),
  personNumber: z.string().nullable(),
  slipId: Id.nullable(),
  code: z.string(),
  severity: z.enum(severities),
  /** In the reader's language: the person, the item and what is missing or unusual. */
  sentence: z.string(),
  note: z.string().nullable(),
  acceptedBy: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>

/** Why somebody's pay differs from last month: a line, and by how much. */
export const Difference = z.object({ code: z.string(), name: z.string(), fen: Money })
export const SlipRow = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  unitName: LocalText.nullable(),
  state: z.enum(slipStates),
  isLocked: z.boolean(),
  grossFen: Money,
  insuranceFen: Money,
  taxFen: Money,
  netFen: Money,
  receivableFen: Money,
  /** Net of the last regular run; null when there was none. */
  lastNetFen: Money.nullable(),
  diffFen: Money.nullable(),
  reasons: z.array(Difference),
  /** Why there is no result. */
  sentence: z.string().nullable(),
  findings: z.int(),
})
export type SlipRow = z.infer<typeof SlipRow>

export const RunLine = z.object({
  code: z.string(),
  name: z.string(),
  side: z.enum(['earning', 'employee', 'employer', 'information']),
  fen: Money,
  lastFen: Money.nullable(),
  reason: z.object({
    rule: z.string(),
    source: z.string(),
    facts: z.record(z.string(), z.string()),
  }),
  /** The names of the facts, where they are not plain. */
  factNames: z.record(z.string(), z.string()),
})
export type RunLine = z.infer<typeof RunLine>

export const RunInput = z.object({
  name: z.string(),
  label: z.string(),
  value: z.string(),
  source: z.object({ kind: z.string(), label: z.string(), path: z.string().nullable() }),
})

export const RunSlip = SlipRow.omit({ findings: true, reasons: true }).extend({
  runId: Id,
  period: z.string(),
  paidOn: z.string(),
  employerCostFen: Money,
  lines: z.array(RunLine),
  inputs: z.array(RunInput),
  findings: z.array(Finding),
  version: z.int(),
})
export type RunSlip = z.infer<typeof RunSlip>

export const InputName = FormulaName
/** A decimal as text: an amount of yuan, days or hours. */
export const DecimalText = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, 'a decimal number')
export const Reason = z.string().trim().min(1).max(500)
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
