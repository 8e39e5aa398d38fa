import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { PlanTerms } from '#core/incentive'
import { localText } from '#core/local-text'
import { Month, Text } from './shapes.ts'

export const TermsVersion = z.object({
  id: z.uuid(),
  state: z.enum(['draft', 'on']),
  from: Month.nullable(),
  /** The first month it no longer holds. */
  until: Month.nullable(),
  switchedOnAt: z.string().nullable(),
  switcher: z.string().nullable(),
  terms: PlanTerms,
})
export type TermsVersion = z.infer<typeof TermsVersion>

export const Plan = z.object({
  id: z.uuid(),
  code: z.string(),
  name: Text,
  note: z.string(),
  version: z.int(),
  /** What holds this month, what is written for later, and the draft. */
  running: TermsVersion.nullable(),
  coming: TermsVersion.nullable(),
  draft: TermsVersion.nullable(),
})
export type Plan = z.infer<typeof Plan>

const content = {
  name: localText(60),
  note: z.string().trim().max(2000).default(''),
  terms: PlanTerms,
}

export const SimulatedMonth = z.object({
  period: Month,
  fen: z.number(),
  people: z.int(),
  /** What the plan in force would have cost; null where none was. */
  inForceFen: z.number().nullable(),
})

export const planRoutes = defineRoutes({
  listPlans: {
    method: 'GET',
    path: '/incentive-plans',
    permission: 'incentives.read-plans',
    input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(200) }),
    output: z.object({ plans: z.array(Plan), maySetUp: z.boolean() }),
  },
  readPlan: {
    method: 'GET',
    path: '/incentive-plans/:planId',
    permission: 'incentives.read-plans',
    input: z.object({ planId: z.uuid() }),
    output: z.object({
      plan: Plan,
      versions: z.array(TermsVersion),
      /** What the ids in the terms are called. */
      names: z.record(z.string(), Text),
      maySetUp: z.boolean(),
      /** The first month it may be switched on from: the one after the last that is settled. */
      earliest: Month.nullable(),
    }),
  },
  /** A new plan as a draft: it pays nothing until it is switched on. */
  makePlan: {
    method: 'POST',
    path: '/incentive-plans',
    permission: 'incentives.set-up',
    input: z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), ...content }),
    output: z.object({ planId: z.uuid() }),
  },
  /** Writes the draft of the next version; what is on goes on as it is. */
  keepPlan: {
    method: 'PUT',
    path: '/incentive-plans/:planId',
    permission: 'incentives.set-up',
    input: z.object({ planId: z.uuid(), version: z.int(), ...content }),
    output: z.object({ version: z.int() }),
  },
  switchOnPlan: {
    method: 'POST',
    path: '/incentive-plans/:planId/on',
    permission: 'incentives.set-up',
    input: z.object({ planId: z.uuid(), version: z.int(), from: Month }),
    output: z.object({ version: z.int() }),
  },
  switchOffPlan: {
    method: 'POST',
    path: '/incentive-plans/:planId/off',
    permission: 'incentives.set-up',
    input: z.object({ planId: z.uuid(), version: z.int(), from: Month }),
    output: z.object({ version: z.int() }),
  },
  /** Who would have got what in past months by the draft (or, without one, by what is on), beside the plan in force. */
  simulatePlan: {
    method: 'GET',
    path: '/incentive-plans/:planId/simulation',
    permission: 'incentives.set-up',
    input: z.object({
      planId: z.uuid(),
      months: z.coerce.number().int().min(1).max(18).default(6),
      /** The last month; the one before this month unless told. */
      last: Month.optional(),
    }),
    output: z.object({
      months: z.array(SimulatedMonth),
      rows: z.array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          number: z.string(),
          fen: z.number(),
          inForceFen: z.number().nullable(),
          /** By month, in the order of `months`; what later months took back counts where it was taken. */
          monthsFen: z.array(z.number()),
        }),
      ),
      hasMore: z.boolean(),
      facts: z.int(),
      /** Staff numbers in facts that nobody has. */
      unknown: z.array(z.string()),
    }),
  },
})
