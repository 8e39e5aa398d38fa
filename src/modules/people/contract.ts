import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { assignmentKinds, Day, manyOf, Name } from '#contract/organisation'

export const employments = ['probation', 'regular', 'intern', 'contractor', 'left'] as const
export const genders = ['female', 'male', 'other'] as const

export const RosterRow = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  latinName: z.string().nullable(),
  /** Where the person sits today, whatever day is shown: rights go by it. */
  homeUnitId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  unitName: Name.nullable(),
  positionId: z.uuid().nullable(),
  positionTitle: Name.nullable(),
  employment: z.enum(employments),
  hiredOn: Day.nullable(),
  mobile: z
    .string()
    .nullable()
    .optional()
    .meta({ read: 'organisation.read-contact', person: 'id', unit: 'homeUnitId' }),
  email: z.string().nullable().optional().meta({ read: 'organisation.read-contact', person: 'id', unit: 'homeUnitId' }),
})
export type RosterRow = z.infer<typeof RosterRow>

const identity = { read: 'people.read-identity', person: 'personId', unit: 'unitId' } as const

export const PersonnelFile = z.object({
  personId: z.uuid(),
  unitId: z.uuid().nullable(),
  employment: z.enum(employments),
  hiredOn: Day.nullable(),
  leftOn: Day.nullable(),
  gender: z.enum(genders).nullable(),
  education: z.string().nullable(),
  /** The company the contract is with: as stated, else the one the main seat of today belongs to. */
  employer: z.object({ unitId: z.uuid(), name: Name, isStated: z.boolean() }).nullable(),
  birthDay: Day.nullable().optional().meta(identity),
  emergencyContact: z.string().nullable().optional().meta(identity),
  /** The number with most of its places hidden; whole only through `revealIdNumber`. */
  idNumberMasked: z.string().nullable(),
  version: z.int(),
  mayEdit: z.boolean(),
  mayReveal: z.boolean(),
})
export type PersonnelFile = z.infer<typeof PersonnelFile>

const filter = {
  text: z.string().trim().max(100).optional(),
  /** With all units below. */
  unitId: z.uuid().optional(),
  positionId: z.uuid().optional(),
  /** People with a seat of one of these kinds, there where `unitId` and `positionId` say. */
  kind: manyOf(z.enum(assignmentKinds)).optional(),
  employment: manyOf(z.enum(employments)).optional(),
  on: Day.optional(),
  sort: z.enum(['name', 'number', 'hiredOn']).default('number'),
  order: z.enum(['up', 'down']).default('up'),
}

const ofPerson = { personId: z.uuid() }

export const routes = defineRoutes({
  listRoster: {
    method: 'GET',
    path: '/roster',
    permission: 'people.read',
    input: z.object({
      ...filter,
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ total: z.int(), rows: z.array(RosterRow) }),
  },
  /** What the list shows, whole, as a file. */
  exportRoster: {
    method: 'GET',
    path: '/roster/export',
    permission: 'people.export',
    kind: 'download',
    input: z.object({ ...filter, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: z.unknown(),
  },
  readFile: {
    method: 'GET',
    path: '/persons/:personId/file',
    permission: 'people.read',
    input: z.object(ofPerson),
    output: PersonnelFile,
  },
  /** Fields left out stay as they are; null empties one. */
  updateFile: {
    method: 'PATCH',
    path: '/persons/:personId/file',
    permission: 'people.edit',
    input: z.object({
      ...ofPerson,
      version: z.int(),
      employment: z.enum(employments).optional(),
      hiredOn: Day.nullable().optional(),
      leftOn: Day.nullable().optional(),
      gender: z.enum(genders).nullable().optional(),
      education: z.string().trim().max(200).nullable().optional(),
      /** Null: the company of the main seat. */
      employerUnitId: z.uuid().nullable().optional(),
      birthDay: Day.nullable().optional(),
      emergencyContact: z.string().trim().max(200).nullable().optional(),
      idNumber: z.string().trim().max(40).nullable().optional(),
    }),
    output: z.object({ personId: z.uuid(), version: z.int() }),
  },
  /** The whole identity number; that it was looked at stands in the audit log. */
  revealIdNumber: {
    method: 'POST',
    path: '/persons/:personId/file/reveal',
    permission: 'people.read-identity',
    input: z.object(ofPerson),
    output: z.object({ idNumber: z.string().nullable() }),
  },
})
