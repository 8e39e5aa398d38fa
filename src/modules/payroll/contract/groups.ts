import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Code, Name } from '#contract/organisation'
import { jurisdictions } from './shapes.ts'

export const frequencies = ['month', 'semimonth', 'biweek', 'week'] as const
export const prorations = ['forward', 'reverse', 'own-paid-days', 'calendar-days'] as const

const content = {
  code: Code,
  name: Name,
  /** The legal entity that pays: a company of the organisation. */
  employerUnitId: z.uuid(),
  jurisdiction: z.enum(jurisdictions),
  /** Where contributions are due unless a person's terms say another. */
  city: z.string().trim().min(1).max(40).nullable().default(null),
  frequency: z.enum(frequencies).default('month'),
  payDay: z.int().min(1).max(31).default(10),
  paysNextMonth: z.boolean().default(true),
  proration: z.enum(prorations).default('own-paid-days'),
}

export const PayGroup = z.object({
  id: z.uuid(),
  version: z.int(),
  ...content,
  employerName: Name.nullable(),
  isActive: z.boolean(),
  /** How many people have terms in it today. */
  people: z.int(),
})
export type PayGroup = z.infer<typeof PayGroup>

const Changed = z.object({ id: z.uuid(), version: z.int() })

export const groupRoutes = defineRoutes({
  /** All groups: a few dozen at most. */
  listGroups: {
    method: 'GET',
    path: '/pay-groups',
    permission: 'payroll.read',
    input: z.object({}),
    output: z.array(PayGroup),
  },
  createGroup: {
    method: 'POST',
    path: '/pay-groups',
    permission: 'payroll.set-up',
    input: z.object(content),
    output: Changed,
  },
  updateGroup: {
    method: 'PATCH',
    path: '/pay-groups/:id',
    permission: 'payroll.set-up',
    input: z.object({ ...byId, version: z.int(), ...content, isActive: z.boolean() }),
    output: Changed,
  },
})
