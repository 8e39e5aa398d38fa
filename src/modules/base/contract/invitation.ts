import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Password } from './session.ts'

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(100)
  .regex(/^[^\s\p{Cc}]+$/u)
export const AccountName = z.string().trim().min(1).max(100)

export const Invitation = z.object({
  /** `company`: makes the first administrator of a new tenant; `account`: sets the password of an account. */
  kind: z.enum(['company', 'account']),
  company: z.string(),
  login: z.string().nullable(),
  name: z.string().nullable(),
  /** Characters a password needs at least. */
  minPasswordLength: z.int(),
  expiresAt: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** A one-time link; shown once, only its hash is kept. */
export const InvitationLink = z.object({ path: z.string(), expiresAt: z.string() })
export type InvitationLink = z.infer<typeof InvitationLink>

export const invitationRoutes = defineRoutes({
  readInvitation: {
    method: 'GET',
    path: '/invitations/:token',
    permission: 'public',
    input: z.object({ token: Token }),
    output: Invitation,
  },
  /** Signs in at once. `login`, `name` and `companyName` only count when the invitation makes an administrator. */
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/:token',
    permission: 'public',
    transaction: 'own',
    input: z.object({
      token: Token,
      password: Password,
      login: Login.optional(),
      name: AccountName.optional(),
      companyName: z.string().trim().min(1).max(200).optional(),
    }),
    output: z.null(),
  },
})
