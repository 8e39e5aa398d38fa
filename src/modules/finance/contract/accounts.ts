import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { AccountCode, byId, Changed, Day, Id, Name, Text, Use } from './shapes.ts'

export const Account = z.object({ code: z.string(), name: Text, isActive: z.boolean(), version: z.int() })
export type Account = z.infer<typeof Account>

const scope = {
  /** Holds for the unit and all below it; null: everywhere. */
  unitId: Id.nullable().default(null),
  jobFamilyId: Id.nullable().default(null),
}
export const AccountRule = z.object({
  id: Id,
  version: z.int(),
  use: Use,
  key: z.string(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  jobFamilyId: Id.nullable(),
  familyName: Text.nullable(),
  account: z.string(),
  from: z.string(),
  until: z.string().nullable(),
})
export type AccountRule = z.infer<typeof AccountRule>

export const costKinds = ['5001', '5101', '5301', '6601', '6602'] as const

export const accountRoutes = defineRoutes({
  /** All accounts and rules: some hundred. */
  readAccounts: {
    method: 'GET',
    path: '/finance/accounts',
    permission: 'finance.read',
    input: z.object({ on: Day.optional() }),
    output: z.object({ accounts: z.array(Account), rules: z.array(AccountRule) }),
  },
  /** Accounts and rules as most Chinese ledgers have them; what is there already stays as it is. */
  takeDefaultChart: {
    method: 'POST',
    path: '/finance/accounts/default',
    permission: 'finance.set-up',
    input: z.object({ from: Day }),
    output: z.object({ accounts: z.int(), rules: z.int() }),
  },
  saveAccount: {
    method: 'PUT',
    path: '/finance/accounts/:code',
    permission: 'finance.set-up',
    input: z.object({
      code: AccountCode,
      name: Name,
      isActive: z.boolean().default(true),
      /** Null for a new one. */
      version: z.int().nullable(),
    }),
    output: z.object({ code: z.string(), version: z.int() }),
  },
  /** From a day on; the rule that held for the same until then ends the day it begins. */
  setRule: {
    method: 'POST',
    path: '/finance/account-rules',
    permission: 'finance.set-up',
    input: z.object({ use: Use, key: z.string().trim().min(1).max(100), ...scope, account: AccountCode, from: Day }),
    output: Changed,
  },
  /** All four kinds of cost of a unit or family to the accounts of one group: production, overhead, research, sales, administration. */
  setCostKind: {
    method: 'POST',
    path: '/finance/account-rules/cost-kind',
    permission: 'finance.set-up',
    input: z.object({ kind: z.enum(costKinds), ...scope, from: Day }),
    output: z.object({ rules: z.int() }),
  },
  endRule: {
    method: 'POST',
    path: '/finance/account-rules/:id/end',
    permission: 'finance.set-up',
    input: z.object({ ...byId, version: z.int(), until: Day }),
    output: Changed,
  },
})
