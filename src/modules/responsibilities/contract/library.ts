import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'

const Id = z.uuid()
const Code = z.string().trim().min(1).max(60)

export const ProfileRow = z.object({
  code: z.string(),
  source: z.string(),
  title: z.string(),
  description: z.string(),
  taskCount: z.int(),
  /** The other title by which it was found. */
  foundAs: z.string().nullable(),
})
export type ProfileRow = z.infer<typeof ProfileRow>

/** A library whose licence line is shown wherever something of it is. */
export const LibrarySource = z.object({ source: z.string(), name: z.string(), attribution: z.string() })
export type LibrarySource = z.infer<typeof LibrarySource>

export const Profile = z.object({
  code: z.string(),
  title: z.string(),
  description: z.string(),
  source: LibrarySource,
  tasks: z.array(z.object({ taskId: z.string(), task: z.string(), isCore: z.boolean() })),
  /** Importance 1 to 5, level 0 to 7. */
  skills: z.array(z.object({ skill: z.string(), importance: z.number(), level: z.number() })),
  titles: z.array(z.string()),
})
export type Profile = z.infer<typeof Profile>

export const libraryRoutes = defineRoutes({
  searchLibrary: {
    method: 'GET',
    path: '/library/profiles',
    permission: 'responsibilities.read',
    input: z.object({
      text: z.string().trim().max(100).default(''),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ total: z.int(), items: z.array(ProfileRow), sources: z.array(LibrarySource) }),
  },
  readProfile: {
    method: 'GET',
    path: '/library/profiles/:profileCode',
    permission: 'responsibilities.read',
    input: z.object({ profileCode: Code }),
    output: Profile,
  },
  takeFromLibrary: {
    method: 'POST',
    path: '/library/profiles/:profileCode/take',
    permission: 'responsibilities.edit',
    input: z.object({
      profileCode: Code,
      /** Which of its tasks become activities; the core ones when left out. */
      taskIds: z.array(z.string().max(60)).min(1).max(60).optional(),
      /** The profile's title when left out. */
      name: localText(100).optional(),
      unitId: Id.nullable(),
      /** Holds it from the start, as the accountable one. */
      positionId: Id.optional(),
      from: z.iso.date().optional(),
    }),
    output: z.object({ responsibilityId: Id, versionId: Id }),
  },
})
