import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { bankFields, type BankTemplate as Template } from '../rules/bank-template.ts'
import { bankFaults } from '../rules/bank-checks.ts'
import { byId, Changed, Day, Fen, Id, Name, Page, Text } from './shapes.ts'

export const BankTemplateContent = z.object({
  format: z.enum(['text', 'xlsx']),
  encoding: z.enum(['gbk', 'utf-8']),
  separator: z.enum([',', ';', '|', '\t']),
  hasHeader: z.boolean(),
  amount: z.enum(['yuan', 'fen']),
  accountMark: z.enum(['none', 'tab', 'apostrophe']),
  totals: z.enum(['none', 'first', 'last']),
  purpose: z.string().trim().max(60),
  columns: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(60),
        field: z.enum(bankFields),
        text: z.string().max(100).optional(),
      }),
    )
    .min(3)
    .max(40),
}) satisfies z.ZodType<Template>

export const BankTemplate = z.object({
  code: z.string(),
  name: Text,
  source: z.string(),
  content: BankTemplateContent,
  /** Null: as it came with the product. */
  version: z.int().nullable(),
  from: z.string().nullable(),
})
export type BankTemplate = z.infer<typeof BankTemplate>

export const PayeeFault = z.object({
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  fen: Fen,
  faults: z.array(z.enum(bankFaults)),
  isBlocking: z.boolean(),
})
export type PayeeFault = z.infer<typeof PayeeFault>

/** What would go into the next file of a run, and what speaks against it. */
export const BankCheck = z.object({
  netFen: Fen,
  heldFen: Fen,
  /** Already sent and not returned. */
  sentFen: Fen,
  people: z.int(),
  totalFen: Fen,
  /** People with nothing to be paid: never a row. */
  zero: z.int(),
  held: z.int(),
  faults: z.array(PayeeFault),
  files: z.int(),
})
export type BankCheck = z.infer<typeof BankCheck>

export const BankFile = z.object({
  id: Id,
  runId: Id,
  number: z.int(),
  template: z.string(),
  name: z.string(),
  followsId: Id.nullable(),
  reason: z.string(),
  /** Sends what an earlier file sent already. */
  isRepeat: z.boolean(),
  rows: z.int(),
  totalFen: Fen,
  failed: z.int(),
  failedFen: Fen,
  madeBy: z.string().nullable(),
  madeAt: z.string(),
})
export type BankFile = z.infer<typeof BankFile>

export const BankRow = z.object({
  line: z.int(),
  personId: Id,
  personName: z.string(),
  slipId: Id,
  shown: z.string(),
  fen: Fen,
  failure: z.string().nullable(),
})
export type BankRow = z.infer<typeof BankRow>

export const bankRoutes = defineRoutes({
  listBankTemplates: {
    method: 'GET',
    path: '/finance/bank-templates',
    permission: 'finance.read',
    input: z.object({ on: Day.optional() }),
    output: z.array(BankTemplate),
  },
  /** From a day on; of a known code it is the next version. */
  saveBankTemplate: {
    method: 'POST',
    path: '/finance/bank-templates',
    permission: 'finance.set-up',
    input: z.object({
      code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      name: Name,
      content: BankTemplateContent,
      from: Day,
    }),
    output: Changed,
  },
  /** A command, for it opens the accounts of people, which is recorded. */
  checkBankFile: {
    method: 'POST',
    path: '/finance/runs/:runId/bank-check',
    permission: 'finance.book',
    input: z.object({ runId: Id, again: z.enum(['rest', 'all']).default('rest') }),
    output: BankCheck,
  },
  makeBankFile: {
    method: 'POST',
    path: '/finance/runs/:runId/bank-files',
    permission: 'finance.book',
    confirms: true,
    input: z.object({
      runId: Id,
      template: z.string().max(40),
      /** `rest`: who got nothing yet (left out, or the bank said so); `all`: everybody once more, which needs a reason. */
      again: z.enum(['rest', 'all']).default('rest'),
      reason: z.string().trim().max(500).default(''),
      /** Leaves out whom something speaks against, to be paid by a later file. */
      leaveOut: z.boolean().default(false),
      /** Takes what only wants a second look. */
      accept: z.boolean().default(false),
    }),
    output: z.object({ id: Id, rows: z.int(), totalFen: Fen }),
  },
  listBankFiles: {
    method: 'GET',
    path: '/finance/bank-files',
    permission: 'finance.read',
    input: z.object({ runId: Id.optional(), ...Page }),
    output: z.array(BankFile),
  },
  listBankRows: {
    method: 'GET',
    path: '/finance/bank-files/:id/rows',
    permission: 'finance.read',
    input: z.object({ ...byId, onlyFailed: z.stringbool().default(false), ...Page }),
    output: z.array(BankRow),
  },
  downloadBankFile: {
    method: 'GET',
    path: '/finance/bank-files/:id/download',
    permission: 'finance.export',
    kind: 'download',
    transaction: 'own',
    confirms: true,
    input: z.object(byId),
    output: z.unknown(),
  },
  /** What the bank returned: those rows are marked, and the next file sends them again. */
  importFailures: {
    method: 'POST',
    path: '/finance/bank-files/:id/failures',
    permission: 'finance.book',
    kind: 'upload',
    limitBytes: 5_000_000,
    transaction: 'own',
    input: z.object(byId),
    output: z.object({
      failed: z.int(),
      failedFen: Fen,
      paid: z.int(),
      unknown: z.array(z.object({ line: z.int(), name: z.string() })),
    }),
  },
})
