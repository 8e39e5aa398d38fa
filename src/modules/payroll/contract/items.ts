import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day, Name } from '#contract/organisation'
import { FormulaName, Rounding } from './shapes.ts'

export const itemKinds = ['earning', 'deduction', 'employer', 'information'] as const
export const taxedAs = ['wage', 'bonus', 'severance'] as const

const content = {
  name: Name,
  kind: z.enum(itemKinds),
  formula: z.string().trim().min(1).max(2000),
  isTaxable: z.boolean().default(true),
  /** A taxable earning may have a tax of its own. */
  taxedAs: z.enum(taxedAs).default('wage'),
  /** Counts when pay is compared with the minimum wage. */
  isNormalHours: z.boolean().default(true),
  /** Null: half up to the cent. */
  rounding: Rounding.nullable().default(null),
  place: z.int().min(0).max(10_000).default(0),
  isOnSlip: z.boolean().default(true),
}

/** One dated version of an item; versions of one timeline share group and code. */
export const PayItemVersion = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Null: an item of all groups. */
  groupId: z.uuid().nullable(),
  code: FormulaName,
  ...content,
  from: Day,
  until: Day.nullable(),
  /** A published run has used it: it stays as it is. */
  isUsed: z.boolean(),
})
export type PayItemVersion = z.infer<typeof PayItemVersion>

/** A name formulas may use besides the items' own. */
export const FormulaTerm = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  /** `run`, `free` (fixed amounts, one-off inputs) or the module that gives it. */
  source: z.string(),
})
export type FormulaTerm = z.infer<typeof FormulaTerm>

const Changed = z.object({ id: z.uuid(), version: z.int() })

export const itemRoutes = defineRoutes({
  /** All versions of all items, and the names their formulas may use. */
  listItems: {
    method: 'GET',
    path: '/pay-items',
    permission: 'payroll.read',
    input: z.object({}),
    output: z.object({ versions: z.array(PayItemVersion), names: z.array(FormulaTerm) }),
  },
  createItem: {
    method: 'POST',
    path: '/pay-items',
    permission: 'payroll.set-up',
    input: z.object({ groupId: z.uuid().nullable().default(null), code: FormulaName, ...content, from: Day }),
    output: Changed,
  },
  /** A further version from a day on; the running one ends there. */
  changeItem: {
    method: 'POST',
    path: '/pay-items/:id/changes',
    permission: 'payroll.set-up',
    input: z.object({ ...byId, ...content, from: Day }),
    output: Changed,
  },
  /** Only while no published run has used it. */
  correctItem: {
    method: 'PATCH',
    path: '/pay-items/:id',
    permission: 'payroll.set-up',
    input: z.object({ ...byId, version: z.int(), ...content }),
    output: Changed,
  },
  /** `until` is the first day it no longer holds; null lets it run on. */
  endItem: {
    method: 'POST',
    path: '/pay-items/:id/end',
    permission: 'payroll.set-up',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: Changed,
  },
  /** Takes back a version no published run has used; the one before runs on in its place. */
  withdrawItem: {
    method: 'DELETE',
    path: '/pay-items/:id',
    permission: 'payroll.set-up',
    input: z.object(byId),
    output: z.null(),
  },
})
