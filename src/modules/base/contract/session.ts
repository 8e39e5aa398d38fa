import * as z from 'zod'
import { defineRoutes } from '#core/contract'

/** What every account of a demo company signs in with; refused as a password everywhere else. */
export const demoPassword = 'try-remit-here'

/** The company code of the sign-in page; needed only where an installation has several tenants. */
const Company = z.string().trim().toLowerCase().max(63)
const Login = z.string().trim().toLowerCase().min(1).max(100)
export const Password = z.string().min(1).max(256)

/** What a page must know before it draws: who I am, what I may do, what is switched on. */
export const Session = z.object({
  account: z
    .object({
      id: z.uuid(),
      name: z.string(),
      login: z.string(),
      personId: z.uuid().nullable(),
      language: z.string().nullable(),
      mustChangePassword: z.boolean(),
    })
    .nullable(),
  tenant: z
    .object({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      language: z.string(),
      isDemo: z.boolean(),
      timeZone: z.string(),
      today: z.string(),
    })
    .nullable(),
  /** Modules that are on. */
  modules: z.array(z.string()),
  /** What I may do: `all` or some rows. */
  permissions: z.record(z.string(), z.enum(['all', 'some'])),
  /** Notifications I have not read. */
  unread: z.int(),
  /** True when the sign-in page must ask for the company code. */
  needsCompany: z.boolean(),
  /** Accounts of the demo company that may be tried with one click, with `demoPassword`; empty outside it. */
  demoAccounts: z.array(z.object({ login: z.string(), name: z.string(), title: z.string() })),
})
export type Session = z.infer<typeof Session>

/** A place where I am signed in. */
export const OpenSession = z.object({
  id: z.uuid(),
  device: z.string(),
  address: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  isThis: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>

export const sessionRoutes = defineRoutes({
  readSession: {
    method: 'GET',
    path: '/session',
    permission: 'public',
    input: z.object({ company: Company.optional() }),
    output: Session,
  },
  signIn: {
    method: 'POST',
    path: '/session',
    permission: 'public',
    transaction: 'own',
    input: z.object({ company: Company.optional(), login: Login, password: Password }),
    output: z.object({ mustChangePassword: z.boolean() }),
  },
  signOut: { method: 'DELETE', path: '/session', permission: 'public', input: z.object({}), output: z.null() },
  listSessions: {
    method: 'GET',
    path: '/sessions',
    permission: 'signed-in',
    input: z.object({}),
    output: z.array(OpenSession),
  },
  endSession: {
    method: 'DELETE',
    path: '/sessions/:sessionId',
    permission: 'signed-in',
    input: z.object({ sessionId: z.uuid() }),
    output: z.null(),
  },
  changePassword: {
    method: 'POST',
    path: '/session/password',
    permission: 'signed-in',
    transaction: 'own',
    input: z.object({ old: Password, new: Password }),
    output: z.null(),
  },
  /** Until when the password typed last counts for what needs it; null when it no longer does. */
  readConfirmation: {
    method: 'GET',
    path: '/session/confirmation',
    permission: 'signed-in',
    input: z.object({}),
    output: z.object({ until: z.string().nullable() }),
  },
  confirm: {
    method: 'POST',
    path: '/session/confirmation',
    permission: 'signed-in',
    transaction: 'own',
    input: z.object({ password: Password }),
    output: z.null(),
  },
  setLanguage: {
    method: 'POST',
    path: '/session/language',
    permission: 'signed-in',
    input: z.object({ language: z.enum(['zh-CN', 'en']) }),
    output: z.null(),
  },
})
