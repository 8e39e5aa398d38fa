import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { RoleGrant } from './role.ts'

const Part = z.object({
  /** Everything in the company. */
  all: z.boolean(),
  people: z.int(),
  units: z.int(),
  /** The first 50 of them. */
  personIds: z.array(z.uuid()),
  unitIds: z.array(z.uuid()),
})

/** One permission whose reach changes. */
export const AccessChange = z.object({ permission: z.string(), gained: Part, lost: Part })
export type AccessChange = z.infer<typeof AccessChange>

/** What a change would give to and take from one account; permissions that stay as they are have no row. */
export const PersonAccess = z.object({
  accountId: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string(),
  changes: z.array(AccessChange),
})
export type PersonAccess = z.infer<typeof PersonAccess>

export const accessRoutes = defineRoutes({
  /** Who would gain and lose what if a role had these grants; nothing is changed. */
  previewRole: {
    method: 'POST',
    path: '/roles/:roleId/preview',
    permission: 'base.administer',
    input: z.object({ roleId: z.uuid(), grants: z.array(RoleGrant).max(1000) }),
    output: z.object({
      /** Accounts that hold it, or may by leading others. */
      holders: z.int(),
      /** Of those looked at, the ones for whom something changes. */
      people: z.array(PersonAccess),
      /** How many were looked at: the first 500. */
      lookedAt: z.int(),
    }),
  },
})
