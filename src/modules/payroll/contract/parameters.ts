import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day, manyOf, Page } from '#contract/organisation'
import { AmountText, jurisdictions, RateText, Rounding, schemes, Warning } from './shapes.ts'

/** Kinds of dated data a firm may keep itself; those of other countries are only shown. */
export const parameterKinds = [...schemes, 'minimum-wage', 'average-wage', 'tax-tables'] as const
export type ParameterKind = (typeof parameterKinds)[number]

export const SchemeContent = z.strictObject({
  /** Bounds of the base of a month, in yuan. */
  floor: AmountText,
  cap: AmountText,
  employee: RateText,
  employer: RateText,
  employeeRounding: Rounding.default('fen-half-up'),
  employerRounding: Rounding.default('fen-half-up'),
  /** A fixed amount on top of the own share. */
  employeeExtra: AmountText.optional(),
})
export const MinimumWageContent = z.strictObject({ month: AmountText, includesOwnContributions: z.boolean() })
export const AverageWageContent = z.strictObject({ month: AmountText })
const Brackets = z
  .array(z.strictObject({ most: AmountText.nullable(), rate: RateText, quick: AmountText }))
  .min(1)
  .max(20)
  .refine((rows) => rows.every(({ most }, at) => (most === null) === (at === rows.length - 1)), {
    message: 'only the last bracket has no limit',
  })
  .refine(
    (rows) => rows.every(({ most }, at) => at === 0 || most === null || Number(most) > Number(rows[at - 1]?.most)),
    {
      message: 'limits must rise',
    },
  )
export const TaxTablesContent = z.strictObject({
  annual: Brackets,
  monthly: Brackets,
  labour: Brackets,
  basicMonth: AmountText,
})

const Content = z.record(z.string(), z.unknown())

/** Data that holds for a time: shipped with the product (`id` null) or kept by the firm. */
export const ParameterVersion = z.object({
  id: z.uuid().nullable(),
  version: z.int().nullable(),
  content: Content,
  source: z.string(),
  /** What an administrator still has to fill in: using it is refused until then. */
  missing: z.array(z.string()),
  from: Day,
  until: Day.nullable(),
})
export type ParameterVersion = z.infer<typeof ParameterVersion>

export const Parameter = z.object({
  jurisdiction: z.enum(jurisdictions),
  city: z.string().nullable(),
  kind: z.string(),
  /** What holds on the day asked for. */
  held: ParameterVersion.nullable(),
  /** All versions, the newest first. */
  versions: z.array(ParameterVersion),
})
export type Parameter = z.infer<typeof Parameter>

const place = {
  jurisdiction: z.enum(jurisdictions).default('cn'),
  city: z.string().trim().min(1).max(40).nullable().default(null),
  kind: z.enum(parameterKinds),
}
const content = {
  /** By kind: see SchemeContent, MinimumWageContent, AverageWageContent, TaxTablesContent. */
  content: Content,
  source: z.string().trim().min(1).max(300),
  missing: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  from: Day,
  /** Null: until something newer comes. */
  until: Day.nullable().default(null),
}
const Changed = z.object({ id: z.uuid(), version: z.int(), warnings: z.array(Warning) })

export const parameterRoutes = defineRoutes({
  /** What the law says on a day, by country, city and kind. */
  listParameters: {
    method: 'GET',
    path: '/pay-parameters',
    permission: 'payroll.read',
    input: z.object({
      on: Day.optional(),
      jurisdiction: z.enum(jurisdictions).optional(),
      city: manyOf(z.string().max(40)).optional(),
      /** Only what is not known on the day or marked incomplete. */
      isOpen: z.stringbool().default(false),
      ...Page,
    }),
    output: z.object({ total: z.int(), cities: z.array(z.string()), rows: z.array(Parameter) }),
  },
  addParameter: {
    method: 'POST',
    path: '/pay-parameters',
    permission: 'payroll.set-up',
    input: z.object({ ...place, ...content }),
    output: Changed,
  },
  correctParameter: {
    method: 'PATCH',
    path: '/pay-parameters/:id',
    permission: 'payroll.set-up',
    input: z.object({ ...byId, version: z.int(), ...content }),
    output: Changed,
  },
  /** Only one that no published run has recorded. */
  removeParameter: {
    method: 'DELETE',
    path: '/pay-parameters/:id',
    permission: 'payroll.set-up',
    input: z.object(byId),
    output: z.null(),
  },
  /** Many at once, whole or not at all; what stands already with the same place, kind and first day is corrected. */
  importParameters: {
    method: 'POST',
    path: '/pay-parameters/import',
    permission: 'payroll.set-up',
    input: z.object({
      rows: z
        .array(z.object({ ...place, ...content }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ created: z.int(), updated: z.int(), warnings: z.array(Warning) }),
  },
})
