import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { PersonAccess } from '#contract/base'
import { assignmentKinds, byId, Day, manyOf, Name, On, Page } from './shared.ts'

/** Mainland numbers as 11 digits; others with their country code. */
const Mobile = z
  .string()
  .trim()
  .regex(/^(1[3-9]\d{9}|\+\d{6,15})$/, 'a mobile number')

export const Person = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  latinName: z.string().nullable(),
  mobile: z
    .string()
    .nullable()
    .optional()
    .meta({ read: 'organisation.read-contact', person: 'id', unit: 'homeUnitId' }),
  email: z.string().nullable().optional().meta({ read: 'organisation.read-contact', person: 'id', unit: 'homeUnitId' }),
  /** Where the person sits today, whatever day is shown: rights go by it. */
  homeUnitId: z.uuid().nullable(),
  /** The main seat on the day asked for. */
  unitId: z.uuid().nullable(),
  unitName: Name.nullable(),
  positionId: z.uuid().nullable(),
  positionTitle: Name.nullable(),
})
export type Person = z.infer<typeof Person>

export const Assignment = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  positionTitle: Name,
  unitId: z.uuid(),
  unitName: Name,
  kind: z.enum(assignmentKinds),
  sharePermille: z.int(),
  /** Why the shares add up to more than the whole working time, if they do. */
  overReason: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

const Somebody = z.object({
  id: z.uuid(),
  name: z.string(),
  positionTitle: Name.nullable(),
  unitName: Name.nullable(),
})

export const PersonDetail = Person.extend({
  version: z.int(),
  /** All seats ever, the newest first. */
  assignments: z.array(Assignment),
  manager: Somebody.nullable(),
  /** Who answers to the person directly: those whose nearest position above that is not vacant is the person's. */
  reports: z.array(Somebody),
  mayEdit: z.boolean(),
})
export type PersonDetail = z.infer<typeof PersonDetail>

const content = {
  number: z.string().trim().min(1).max(50),
  name: z.string().trim().min(1).max(100),
  latinName: z.string().trim().min(1).max(100).nullable().optional(),
  mobile: Mobile.nullable().optional(),
  email: z.email().max(200).nullable().optional(),
}
const seat = {
  positionId: z.uuid(),
  kind: z.enum(assignmentKinds),
  sharePermille: z.int().min(0).max(1000),
  from: Day,
  until: Day.nullable().default(null),
  /** Why the shares may add up to more than the whole working time. */
  overReason: z.string().trim().min(3).max(500).optional(),
}
const AccessPreview = z.object({ on: Day, people: z.array(PersonAccess) })
const Changed = z.object({ id: z.uuid() })

export const personRoutes = defineRoutes({
  listPersons: {
    method: 'GET',
    path: '/persons',
    permission: 'organisation.read',
    input: z.object({
      text: z.string().trim().max(100).optional(),
      ids: manyOf(z.uuid()).optional(),
      unitId: z.uuid().optional(),
      /** Only people with a seat that day. */
      seated: z.stringbool().default(false),
      ...On,
      ...Page,
    }),
    output: z.object({ total: z.int(), rows: z.array(Person) }),
  },
  readPerson: {
    method: 'GET',
    path: '/persons/:id',
    permission: 'organisation.read',
    input: z.object({ ...byId, ...On }),
    output: PersonDetail,
  },
  /** The people who answer to me, directly. */
  readTeam: {
    method: 'GET',
    path: '/team',
    permission: 'organisation.read',
    input: z.object({ ...On }),
    output: z.array(Person),
  },
  createPerson: {
    method: 'POST',
    path: '/persons',
    permission: 'organisation.edit',
    /** With `seat` the person sits there at once; who may edit only a part of the firm can't make people without one. */
    input: z.object({ ...content, seat: z.object(seat).optional() }),
    output: Changed,
  },
  updatePerson: {
    method: 'PATCH',
    path: '/persons/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...content, version: z.int() }),
    output: z.object({ id: z.uuid(), version: z.int() }),
  },
  /** A new main seat ends the one before on the day it begins. */
  assign: {
    method: 'POST',
    path: '/persons/:id/assignments',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...seat }),
    output: Changed,
  },
  /** What `assign` with the same input would give to and take from whom, as of its day. */
  previewAssign: {
    method: 'POST',
    path: '/persons/:id/assignments/preview',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...seat }),
    output: AccessPreview,
  },
  previewEnd: {
    method: 'POST',
    path: '/assignments/:id/end/preview',
    permission: 'organisation.edit',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: AccessPreview,
  },
  correctAssignment: {
    method: 'PATCH',
    path: '/assignments/:id',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...seat }),
    output: Changed,
  },
  /** `until` is the first day the person no longer sits there; null lets it run on. */
  endAssignment: {
    method: 'POST',
    path: '/assignments/:id/end',
    permission: 'organisation.edit',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: Changed,
  },
  /** Takes back a seat whose first day has not come. */
  withdrawAssignment: {
    method: 'DELETE',
    path: '/assignments/:id',
    permission: 'organisation.edit',
    input: z.object(byId),
    output: Changed,
  },
})
