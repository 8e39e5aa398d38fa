import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day, manyOf, Page } from '#contract/organisation'
import { Fen } from './shapes.ts'

export const declarationKinds = ['special-deduction', 'bank-account', 'tax-data'] as const
export const declarationStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const
/** Special additional deductions booked through the payslip; serious illness is settled by the year (国发〔2023〕13号). */
export const deductionItems = [
  'child-education',
  'infant-care',
  'elderly-support',
  'continuing-education',
  'continuing-certificate',
  'mortgage-interest',
  'rent',
] as const
export type DeductionItem = (typeof deductionItems)[number]

const deduction = {
  item: z.enum(deductionItems),
  /** Children, for the two kinds that go by the child. */
  count: z.int().min(1).max(10).default(1),
  /** Half to each parent, or each spouse's half of the interest. */
  isHalf: z.boolean().default(false),
  /** Whoever has brothers or sisters shares 3,000 with them, at most 1,500 each. */
  isOnlyChild: z.boolean().default(true),
  shareFen: z.int().min(0).max(150_000).nullable().default(null),
  /** 1: capitals and the like, 1,500; 2: more than a million people, 1,100; 3: others, 800. */
  cityClass: z.int().min(1).max(3).default(1),
}
const account = {
  bank: z.string().trim().min(2).max(60),
  branch: z.string().trim().max(100).default(''),
  number: z.string().trim().min(8).max(40),
  holder: z.string().trim().min(1).max(60),
}
const tax = {
  taxNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{15,20}$/, '15 to 20 letters and digits'),
  isFirstJob: z.boolean().default(false),
  /** Personal pension of a month, at most 12,000 a year. */
  personalPensionFen: z.int().min(0).max(100_000).default(0),
}
export const DeductionContent = z.object(deduction)
export type DeductionContent = z.infer<typeof DeductionContent>
export const AccountContent = z.object(account)
export type AccountContent = z.infer<typeof AccountContent>
export const TaxContent = z.object(tax)
export type TaxContent = z.infer<typeof TaxContent>

/** What everybody who may see the declaration sees: never the content. */
export const Declaration = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(declarationKinds),
  /** Masked: the kind of deduction, the bank with the last digits. */
  shown: z.string(),
  state: z.enum(declarationStates),
  /** Why it was refused. */
  reason: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
})
export type Declaration = z.infer<typeof Declaration>
export const DeclarationOf = Declaration.extend({
  personId: z.uuid(),
  number: z.string(),
  name: z.string(),
  latinName: z.string().nullable(),
  /** One's own is decided by somebody else. */
  isOwn: z.boolean(),
})
export type DeclarationOf = z.infer<typeof DeclarationOf>

/** The content as it was declared, with the amount of a month where it is a deduction. */
const Opened = z.object({ content: z.record(z.string(), z.unknown()), monthFen: Fen.nullable() })
const Changed = z.object({ id: z.uuid(), version: z.int() })
const period = { from: Day, until: Day.nullable().default(null) }

export const declarationRoutes = defineRoutes({
  listOwnDeclarations: {
    method: 'GET',
    path: '/my-declarations',
    permission: 'payroll.declare',
    input: z.object({}),
    output: z.array(Declaration),
  },
  declareDeduction: {
    method: 'POST',
    path: '/my-declarations/deductions',
    permission: 'payroll.declare',
    input: z.object({ ...deduction, ...period }),
    output: Changed,
  },
  declareAccount: {
    method: 'POST',
    path: '/my-declarations/accounts',
    permission: 'payroll.declare',
    input: z.object({ ...account, from: Day }),
    output: Changed,
  },
  declareTax: {
    method: 'POST',
    path: '/my-declarations/tax',
    permission: 'payroll.declare',
    input: z.object({ ...tax, from: Day }),
    output: Changed,
  },
  /** An open one goes; an approved one ends on the day, the first it no longer holds. */
  withdrawDeclaration: {
    method: 'POST',
    path: '/my-declarations/:id/withdraw',
    permission: 'payroll.declare',
    input: z.object({ ...byId, version: z.int(), until: Day.optional() }),
    output: Changed,
  },
  /** The open value of one's own. Recorded. */
  openOwnDeclaration: {
    method: 'POST',
    path: '/my-declarations/:id/open',
    permission: 'payroll.declare',
    input: z.object(byId),
    output: Opened,
  },
  listDeclarations: {
    method: 'GET',
    path: '/declarations',
    permission: 'payroll.decide-declarations',
    input: z.object({
      state: manyOf(z.enum(declarationStates)).optional(),
      kind: manyOf(z.enum(declarationKinds)).optional(),
      text: z.string().trim().max(100).optional(),
      ...Page,
    }),
    output: z.object({ total: z.int(), open: z.int(), rows: z.array(DeclarationOf) }),
  },
  /** The open value of somebody's. Recorded. */
  openDeclaration: {
    method: 'POST',
    path: '/declarations/:id/open',
    permission: 'payroll.decide-declarations',
    input: z.object(byId),
    output: Opened,
  },
  decideDeclaration: {
    method: 'POST',
    path: '/declarations/:id/decide',
    permission: 'payroll.decide-declarations',
    input: z.object({
      ...byId,
      version: z.int(),
      isApproved: z.boolean(),
      reason: z.string().trim().max(500).default(''),
    }),
    output: Changed,
  },
})
