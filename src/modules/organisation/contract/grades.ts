import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Code, Name } from './shared.ts'

const family = { code: Code, name: Name }
const grade = {
  code: Code,
  name: Name,
  /** Order among grades: the higher, the more senior. */
  rank: z.int().min(-1000).max(1000),
  /** Null for a grade of all families. */
  jobFamilyId: z.uuid().nullable().default(null),
}
const known = { id: z.uuid(), version: z.int() }

export const JobFamily = z.object({ ...known, ...family })
export type JobFamily = z.infer<typeof JobFamily>
export const Grade = z.object({ ...known, ...grade })
export type Grade = z.infer<typeof Grade>

const Changed = z.object({ id: z.uuid(), version: z.int() })

export const gradeRoutes = defineRoutes({
  /** All families and grades: a few dozen at most. */
  listGrades: {
    method: 'GET',
    path: '/grades',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ families: z.array(JobFamily), grades: z.array(Grade) }),
  },
  createJobFamily: {
    method: 'POST',
    path: '/job-families',
    permission: 'organisation.edit',
    input: z.object(family),
    output: Changed,
  },
  updateJobFamily: {
    method: 'PATCH',
    path: '/job-families/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, version: z.int(), ...family }),
    output: Changed,
  },
  /** Only one that no position and no grade has ever borne. */
  deleteJobFamily: {
    method: 'DELETE',
    path: '/job-families/:id',
    permission: 'organisation.edit',
    input: z.object(byId),
    output: z.null(),
  },
  createGrade: {
    method: 'POST',
    path: '/grades',
    permission: 'organisation.edit',
    input: z.object(grade),
    output: Changed,
  },
  updateGrade: {
    method: 'PATCH',
    path: '/grades/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, version: z.int(), ...grade }),
    output: Changed,
  },
  deleteGrade: {
    method: 'DELETE',
    path: '/grades/:id',
    permission: 'organisation.edit',
    input: z.object(byId),
    output: z.null(),
  },
})
