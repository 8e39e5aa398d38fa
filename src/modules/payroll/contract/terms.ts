import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day, Name, Page } from '#contract/organisation'
import { AmountText, Fen, FormulaName, RateText, schemes, Warning } from './shapes.ts'

export const filingStatuses = ['single', 'married-jointly', 'head-of-household'] as const

/** How the country's tax treats the person; each key counts where its country knows it. */
export const Standing = z.strictObject({
  /** 公告2020年第13号: the first job in the tax year, so 5,000 counts from January. */
  isFirstJob: z.boolean().optional(),
  /** 公告2020年第19号: 60,000 at once from January. */
  hasFull60000: z.boolean().optional(),
  isNonResident: z.boolean().optional(),
  /** Other deductions of a month (annuity, commercial health), and tax relief of a month. */
  otherFen: Fen.optional(),
  reducedFen: Fen.optional(),
  filingStatus: z.enum(filingStatuses).optional(),
  creditsFen: Fen.optional(),
  otherIncomeFen: Fen.optional(),
  extraFen: Fen.optional(),
})
export type Standing = z.infer<typeof Standing>

const content = {
  groupId: z.uuid(),
  /** The agreed wage of a full period. */
  wageFen: Fen,
  /** Fixed amounts of a full period by the name formulas use. */
  amounts: z.record(FormulaName, AmountText).default({}),
  /** Null: the city of the group. */
  city: z.string().trim().min(1).max(40).nullable().default(null),
  /** Declared contribution bases: `all`, or `insurance` and `fund` apart; none declared is the agreed wage. */
  bases: z.partialRecord(z.enum(['all', 'insurance', 'fund']), Fen).default({}),
  /** Shares that differ from the city's, by scheme: the housing fund, the class of injury insurance. */
  rates: z.partialRecord(z.enum(schemes), z.strictObject({ employee: RateText, employer: RateText })).default({}),
  /** Schemes the person is not in. */
  excepted: z.array(z.enum(schemes)).max(schemes.length).default([]),
  standing: Standing.default({}),
  reason: z.string().trim().max(500).default(''),
}

export const TermVersion = z.object({ id: z.uuid(), version: z.int(), ...content, from: Day, until: Day.nullable() })
export type TermVersion = z.infer<typeof TermVersion>

export const PaidPerson = z.object({
  personId: z.uuid(),
  number: z.string(),
  name: z.string(),
  latinName: z.string().nullable(),
  unitName: Name.nullable(),
  positionTitle: Name.nullable(),
  /** What holds on the day; null for who has no terms yet. */
  groupId: z.uuid().nullable(),
  wageFen: Fen.nullable(),
  city: z.string().nullable(),
  from: Day.nullable(),
  /** The first day of a change that is planned. */
  nextFrom: Day.nullable(),
})
export type PaidPerson = z.infer<typeof PaidPerson>

const ofPerson = { personId: z.uuid() }
const Changed = z.object({ id: z.uuid(), version: z.int(), warnings: z.array(Warning) })

export const termRoutes = defineRoutes({
  listTerms: {
    method: 'GET',
    path: '/pay-terms',
    permission: 'payroll.read',
    input: z.object({
      groupId: z.uuid().optional(),
      text: z.string().trim().max(100).optional(),
      /** `missing`: people with a seat and no terms. */
      state: z.enum(['paid', 'missing']).default('paid'),
      on: Day.optional(),
      ...Page,
    }),
    output: z.object({ total: z.int(), missing: z.int(), rows: z.array(PaidPerson) }),
  },
  /** A person's terms, the newest first. Reading is recorded. */
  readTerms: {
    method: 'GET',
    path: '/persons/:personId/pay-terms',
    permission: 'payroll.read',
    input: z.object(ofPerson),
    output: z.object({
      personId: z.uuid(),
      number: z.string(),
      name: z.string(),
      latinName: z.string().nullable(),
      versions: z.array(TermVersion),
      mayEdit: z.boolean(),
    }),
  },
  /** Terms from a day on; the running ones end there. */
  setTerms: {
    method: 'POST',
    path: '/persons/:personId/pay-terms',
    permission: 'payroll.edit-terms',
    input: z.object({ ...ofPerson, ...content, from: Day }),
    output: Changed,
  },
  /** What `setTerms` with the same input would warn of; nothing is written. */
  previewTerms: {
    method: 'POST',
    path: '/persons/:personId/pay-terms/preview',
    permission: 'payroll.edit-terms',
    input: z.object({ ...ofPerson, ...content, from: Day }),
    output: z.object({ warnings: z.array(Warning) }),
  },
  correctTerms: {
    method: 'PATCH',
    path: '/pay-terms/:id',
    permission: 'payroll.edit-terms',
    input: z.object({ ...byId, version: z.int(), ...content }),
    output: Changed,
  },
  /** Takes back terms whose first day has not come. */
  withdrawTerms: {
    method: 'DELETE',
    path: '/pay-terms/:id',
    permission: 'payroll.edit-terms',
    input: z.object(byId),
    output: z.null(),
  },
})
