import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { taxSteps } from '../rules/tax-check.ts'
import { taxAmountFields, taxTextFields } from '../rules/tax-sheets.ts'
import { Changed, Day, Fen, Id, Month, Name, Text } from './shapes.ts'

export const taxKinds = ['tax-wages', 'tax-bonus', 'tax-labour'] as const
const TaxContent = z.object({
  columns: z
    .array(z.object({ title: z.string().trim().min(1).max(60), field: z.enum([...taxTextFields, ...taxAmountFields]) }))
    .min(3)
    .max(60),
})
export const TaxTemplate = z.object({
  kind: z.enum(taxKinds),
  code: z.string(),
  name: Text,
  content: TaxContent,
  from: z.string(),
  /** Null: as it came with the product. */
  version: z.int().nullable(),
})
export type TaxTemplate = z.infer<typeof TaxTemplate>

export const TaxPerson = z.object({
  personId: Id,
  personName: z.string(),
  personNumber: z.string(),
  hasIdNumber: z.boolean(),
  incomeFen: Fen,
  exemptFen: Fen,
  insuranceFen: Fen,
  bonusFen: Fen,
  taxFen: Fen,
  netFen: Fen,
  /** Sheet against slip; 0 where they agree. */
  gapFen: Fen,
  slipIds: z.array(Id),
  /** What the client computed: null until it was imported. */
  differences: z.array(z.object({ step: z.enum(taxSteps), ours: Fen, theirs: Fen })).nullable(),
})
export type TaxPerson = z.infer<typeof TaxPerson>

export const TaxFiling = z.object({
  employers: z.array(z.object({ id: Id, name: Text.nullable() })),
  employerUnitId: Id.nullable(),
  period: z.string(),
  people: z.array(TaxPerson),
  incomeFen: Fen,
  taxFen: Fen,
  bonusPeople: z.int(),
  imported: z.int(),
})
export type TaxFiling = z.infer<typeof TaxFiling>

const of = { employerUnitId: Id, period: Month }

export const taxRoutes = defineRoutes({
  listTaxTemplates: {
    method: 'GET',
    path: '/finance/tax-templates',
    permission: 'finance.read',
    input: z.object({ on: Day.optional() }),
    output: z.array(TaxTemplate),
  },
  saveTaxTemplate: {
    method: 'POST',
    path: '/finance/tax-templates',
    permission: 'finance.set-up',
    input: z.object({
      kind: z.enum(taxKinds),
      code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      name: Name,
      content: TaxContent,
      from: Day,
    }),
    output: Changed,
  },
  /** What an employer paid and withheld in a month (of payment), person by person, held against the client's results. */
  readTaxFiling: {
    method: 'GET',
    path: '/finance/tax',
    permission: 'finance.read',
    input: z.object({ employerUnitId: Id.optional(), period: Month.optional() }),
    output: TaxFiling,
  },
  /** With identity numbers and salaries: recorded, and the password is asked for. */
  downloadTaxSheet: {
    method: 'GET',
    path: '/finance/tax/sheet',
    permission: 'finance.export',
    kind: 'download',
    transaction: 'own',
    confirms: true,
    input: z.object({ ...of, kind: z.enum(taxKinds), template: z.string().max(40).optional() }),
    output: z.unknown(),
  },
  importTaxResults: {
    method: 'POST',
    path: '/finance/tax/results/:employerUnitId/:period',
    permission: 'finance.book',
    kind: 'upload',
    limitBytes: 10_000_000,
    transaction: 'own',
    input: z.object(of),
    output: z.object({
      matched: z.int(),
      differing: z.int(),
      unknown: z.array(z.object({ line: z.int(), name: z.string() })),
    }),
  },
})
