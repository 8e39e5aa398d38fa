import * as z from 'zod'
import { isDay, type Day } from '#core/calendar'

/** An amount of money as text or number; the engine refuses a third decimal. */
const Amount = z.union([z.string(), z.number()]).transform(String)
const Rate = z.union([z.string(), z.number()]).transform(String)

const rounding = z
  .string()
  .regex(/^((fen|jiao|yuan)-(half-up|half-even|half-down|up|down|ceiling|floor)|fen-then-jiao-up)$/)
  .optional()
const Scheme = z.enum(['pension', 'medical', 'maternity', 'unemployment', 'injury', 'fund'])

const Item = z.strictObject({
  code: z.string().min(1),
  aliases: z.array(z.string()).optional(),
  kind: z.enum(['earning', 'deduction', 'employer', 'information']),
  formula: z.string(),
  isTaxable: z.boolean().optional(),
  taxedAs: z.enum(['wage', 'bonus', 'severance']).optional(),
  rounding,
})

const CityRule = z.strictObject({
  from: z.string().refine(isDay),
  until: z.string().refine(isDay).nullable(),
  source: z.string(),
  missing: z.array(z.string()).optional(),
  floor: Amount,
  cap: Amount,
  employee: Rate,
  employer: Rate,
  rounding,
})
export type CityRule = z.infer<typeof CityRule>

/** Everything but the people, of whom each is read by itself so that one bad row leaves the others. */
export const PayFile = z.strictObject({
  jurisdiction: z.enum(['cn', 'sg', 'hk', 'us']).default('cn'),
  paidOn: z.string().refine(isDay),
  items: z.array(Item).min(1),
  /** Dated data of cities, beside or instead of what is shipped: city → scheme → versions. */
  cities: z.record(z.string(), z.partialRecord(Scheme, z.array(CityRule))).default({}),
  people: z.array(z.unknown()).min(1),
})
export type PayFile = z.infer<typeof PayFile> & { paidOn: Day }

export const FilePerson = z.strictObject({
  number: z.string().min(1),
  name: z.string().default(''),
  inputs: z.record(z.string(), z.json()).default({}),
  /** What this command printed as `yearToDate` for the payment before, or opening balances. */
  yearToDate: z.record(z.string(), Amount).optional(),
  // China
  city: z.string().optional(),
  insuranceBase: Amount.optional(),
  fundBase: Amount.optional(),
  fundRate: Rate.optional(),
  injuryRate: Rate.optional(),
  hireMonth: z.int().min(1).max(12).default(1),
  isFirstJob: z.boolean().default(false),
  hasFull60000: z.boolean().default(false),
  isNonResident: z.boolean().default(false),
  mergesBonus: z.boolean().default(false),
  localAverageYear: Amount.optional(),
  special: Amount.optional(),
  other: Amount.optional(),
  // Singapore, Hong Kong, United States
  bandMaxAge: z.int().nullable().optional(),
  additional: Amount.optional(),
  isInHoliday: z.boolean().default(false),
  periods: z.int().min(1).max(366).default(12),
  status: z.enum(['single', 'married-jointly', 'head-of-household']).default('single'),
  credits: Amount.optional(),
  extra: Amount.optional(),
  otherIncome: Amount.optional(),
})
export type FilePerson = z.infer<typeof FilePerson>
