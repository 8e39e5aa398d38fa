import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { AccountName, InvitationLink, Login } from './invitation.ts'

/** A role given to an account: in a unit with all below it, or, with null, in the whole company. */
export const GivenRole = z.object({ roleId: z.uuid(), unitId: z.uuid().nullable().default(null) })
export type GivenRole = z.infer<typeof GivenRole>

export const Account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  personId: z.uuid().nullable(),
  isDisabled: z.boolean(),
  /** False until the invitation was taken up. */
  hasPassword: z.boolean(),
  /** API keys this account made that still work; disabling the account ends them. */
  liveKeys: z.int(),
  /** Last time one of its sessions was used. */
  seenAt: z.string().nullable(),
  version: z.int(),
  roles: z.array(z.object({ roleId: z.uuid(), unitId: z.uuid().nullable() })),
})
export type Account = z.infer<typeof Account>

const Roles = z.array(GivenRole).max(50)

export const accountRoutes = defineRoutes({
  listAccounts: {
    method: 'GET',
    path: '/accounts',
    permission: 'base.manage-accounts',
    input: z.object({
      /** Part of the name or the login. */
      search: z.string().trim().max(100).optional(),
      roleId: z.uuid().optional(),
      state: z.enum(['active', 'invited', 'disabled']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ rows: z.array(Account), total: z.int() }),
  },
  createAccount: {
    method: 'POST',
    path: '/accounts',
    permission: 'base.manage-accounts',
    input: z.object({ login: Login, name: AccountName, personId: z.uuid().nullable().default(null), roles: Roles }),
    output: z.object({ account: Account, invitation: InvitationLink }),
  },
  updateAccount: {
    method: 'PATCH',
    path: '/accounts/:accountId',
    permission: 'base.manage-accounts',
    input: z.object({
      accountId: z.uuid(),
      version: z.int(),
      name: AccountName.optional(),
      personId: z.uuid().nullable().optional(),
      isDisabled: z.boolean().optional(),
      roles: Roles.optional(),
    }),
    output: Account,
  },
  /** A fresh link to set the password; earlier links of the account end. */
  inviteAccount: {
    method: 'POST',
    path: '/accounts/:accountId/invitation',
    permission: 'base.manage-accounts',
    input: z.object({ accountId: z.uuid() }),
    output: InvitationLink,
  },
})
