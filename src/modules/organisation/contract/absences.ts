import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Day } from './shared.ts'

export const absenceKinds = ['business-trip', 'leave', 'long-leave', 'maternity', 'sick', 'secondment'] as const

/** A long absence: who acts for the person comes before them in the lines while it runs. */
export const Absence = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(absenceKinds),
  from: Day,
  until: Day.nullable(),
})
export type Absence = z.infer<typeof Absence>

const content = { kind: z.enum(absenceKinds), from: Day, until: Day.nullable().default(null) }
const Changed = z.object({ id: z.uuid() })

export const absenceRoutes = defineRoutes({
  listAbsences: {
    method: 'GET',
    path: '/persons/:personId/absences',
    permission: 'organisation.read-absence',
    input: z.object({ personId: z.uuid() }),
    output: z.array(Absence),
  },
  createAbsence: {
    method: 'POST',
    path: '/persons/:personId/absences',
    permission: 'organisation.edit',
    input: z.object({ personId: z.uuid(), ...content }),
    output: Changed,
  },
  correctAbsence: {
    method: 'PATCH',
    path: '/absences/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...content }),
    output: Changed,
  },
  withdrawAbsence: {
    method: 'DELETE',
    path: '/absences/:id',
    permission: 'organisation.edit',
    input: z.object(byId),
    output: Changed,
  },
})
