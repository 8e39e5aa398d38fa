import * as z from 'zod'
import { defineRoutes } from '#core/contract'

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
      isDemo: z.boolean(),
      timeZone: z.string(),
      today: z.string(),
    })
    .nullable(),
  /** Modules that are on. */
  modules: z.array(z.string()),
  /** What I may do: `all` or some rows. */
  permissions: z.record(z.string(), z.enum(['all', 'some'])),
  /** True when the sign-in page must ask for the company code. */
  needsCompany: z.boolean(),
  /** Accounts of the demo company that may be tried with one click; empty outside it. */
  demoAccounts: z.array(z.object({ login: z.string(), name: z.string(), title: z.string() })),
})
export type Session = z.infer<typeof Session>

export const routes = defineRoutes({
  readSession: { method: 'GET', path: '/session', permission: 'public', input: z.object({}), output: Session },
})
