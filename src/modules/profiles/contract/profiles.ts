import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { ProfileDraft, ProfileVersion, Requirements, Text } from '../shapes.ts'

const Id = z.uuid()
const Day = z.iso.date()
const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)
const Made = z.object({ profileId: Id, versionId: Id })

export const ProfileRow = z.object({
  id: Id,
  code: z.string(),
  name: Text,
  summary: Text,
  jobFamilyId: Id.nullable(),
  gradeId: Id.nullable(),
  number: z.int(),
  requirementCount: z.int(),
  /** Positions that follow it on the day. */
  positionCount: z.int(),
  attribution: z.string(),
  /** First day of a version that has not begun yet. */
  nextFrom: z.string().nullable(),
})
export type ProfileRow = z.infer<typeof ProfileRow>

const Follower = z.object({ positionId: Id, title: Text, unitId: Id, unitName: Text })

export const ProfileDetail = z.object({
  id: Id,
  code: z.string(),
  day: z.string(),
  /** The version running on the day, else the nearest. */
  version: ProfileVersion,
  versions: z.array(ProfileVersion),
  positions: z.array(Follower),
  mayEdit: z.boolean(),
})
export type ProfileDetail = z.infer<typeof ProfileDetail>

export const SystemPosition = z.object({
  id: Id,
  title: Text,
  unitId: Id,
  unitName: Text,
  jobFamilyId: Id.nullable(),
  gradeId: Id.nullable(),
  headcount: z.int(),
  seated: z.int(),
  profileId: Id.nullable(),
  /** Number of the last issued description. */
  issued: z.int().nullable(),
})
export type SystemPosition = z.infer<typeof SystemPosition>

export const profileRoutes = defineRoutes({
  /** Families × grades with the positions of a day in the cells. */
  readPositionSystem: {
    method: 'GET',
    path: '/position-system',
    permission: 'profiles.read',
    input: z.object({ day: Day.optional(), unitId: Id.optional() }),
    output: z.object({
      day: z.string(),
      total: z.int(),
      families: z.array(z.object({ id: Id, code: z.string(), name: Text })),
      grades: z.array(z.object({ id: Id, code: z.string(), name: Text, rank: z.int(), jobFamilyId: Id.nullable() })),
      /** At most 2,000; `total` tells how many there are. */
      positions: z.array(SystemPosition),
    }),
  },
  listProfiles: {
    method: 'GET',
    path: '/job-profiles',
    permission: 'profiles.read',
    input: z.object({
      day: Day.optional(),
      text: z.string().trim().max(100).default(''),
      ids: z.union([Id.transform((id) => [id]), z.array(Id).max(200)]).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ day: z.string(), total: z.int(), items: z.array(ProfileRow) }),
  },
  readProfile: {
    method: 'GET',
    path: '/job-profiles/:profileId',
    permission: 'profiles.read',
    input: z.object({ profileId: Id, day: Day.optional() }),
    output: ProfileDetail,
  },
  createProfile: {
    method: 'POST',
    path: '/job-profiles',
    permission: 'profiles.edit',
    input: ProfileDraft.extend({ code: Code.optional(), from: Day.optional() }),
    output: Made,
  },
  /** A profile made of an occupation of the library: its skills with their levels. */
  takeProfile: {
    method: 'POST',
    path: '/job-profiles/from-library',
    permission: 'profiles.edit',
    input: z.object({
      libraryCode: z.string().trim().min(1).max(60),
      name: localText(200).optional(),
      /** Skills of at least this importance, 1 to 5. */
      importantFrom: z.number().min(1).max(5).default(3),
      /** Follows it from its first day. */
      positionId: Id.optional(),
      from: Day.optional(),
    }),
    output: Made,
  },
  /** A profile made of what another position asks for on a day: of its profile and its own additions. */
  copyProfile: {
    method: 'POST',
    path: '/job-profiles/from-position',
    permission: 'profiles.edit',
    input: z.object({ positionId: Id, name: localText(200).optional(), from: Day.optional() }),
    output: Made,
  },
  /** What it says from a day on; a version that begins on the same day or later, and has not run, is written anew. */
  changeProfile: {
    method: 'POST',
    path: '/job-profiles/:profileId/versions',
    permission: 'profiles.edit',
    input: ProfileDraft.extend({ profileId: Id, from: Day, basedOn: Id }),
    output: Made,
  },
  /** Takes back a version whose day has not come. */
  withdrawProfile: {
    method: 'DELETE',
    path: '/job-profiles/:profileId/versions/:versionId',
    permission: 'profiles.edit',
    input: z.object({ profileId: Id, versionId: Id }),
    output: z.object({ profileId: Id }),
  },
  /** From a day on the position follows a profile, or none, and asks for this beside it. */
  followProfile: {
    method: 'POST',
    path: '/positions/:positionId/profile',
    permission: 'profiles.edit',
    input: z.object({
      positionId: Id,
      profileId: Id.nullable(),
      requirements: Requirements.default([]),
      from: Day.optional(),
    }),
    output: z.object({ positionId: Id }),
  },
  /** Skills that profiles or the library name, to choose from. */
  findSkills: {
    method: 'GET',
    path: '/profile-skills',
    permission: 'profiles.read',
    input: z.object({ text: z.string().trim().max(100).default('') }),
    output: z.array(z.object({ name: Text })),
  },
})
