import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { typeIcons } from './rules.ts'

const Id = z.uuid()
const Ids = z.union([Id, z.array(Id).max(200)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids))
const TypeKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const Types = z.union([TypeKey, z.array(TypeKey).max(50)]).transform((all) => (typeof all === 'string' ? [all] : all))
const LocalText = z.record(z.string(), z.string())
const Attributes = z.record(z.string().trim().min(1).max(40), z.string().trim().max(500))

export const SubjectState = z.enum(['open', 'closed'])

export const Subject = z.object({
  id: Id,
  type: z.string(),
  key: z.string(),
  name: z.string(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  unitId: Id.nullable(),
  unitName: LocalText.nullable(),
  state: SubjectState,
  attributes: z.record(z.string(), z.string()),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  version: z.int(),
  mayKeep: z.boolean(),
})
export type Subject = z.infer<typeof Subject>

export const SubjectType = z.object({ key: z.string(), name: LocalText, icon: z.string(), isOwn: z.boolean() })

const content = {
  name: z.string().trim().min(1).max(300),
  /** Null: nobody yet. */
  ownerId: Id.nullable(),
  /** Null: that of the owner's main seat. */
  unitId: Id.nullable(),
  attributes: Attributes.refine((all) => Object.keys(all).length <= 40).default({}),
}

export const routes = defineRoutes({
  listSubjects: {
    method: 'GET',
    path: '/subjects',
    permission: 'subjects.read',
    input: z.object({
      /** By name, key or pinyin. */
      text: z.string().trim().max(100).optional(),
      type: Types.optional(),
      ownerId: Ids.optional(),
      unitId: Ids.optional(),
      ids: Ids.optional(),
      show: z.enum(['open', 'closed', 'all']).default('open'),
      /** Only those that belong to nobody. */
      isOrphan: z.stringbool().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ total: z.int(), rows: z.array(Subject) }),
  },
  listSubjectTypes: {
    method: 'GET',
    path: '/subjects/types',
    permission: 'subjects.read',
    input: z.object({}),
    output: z.object({ types: z.array(SubjectType) }),
  },
  /** Adds a type, or calls a known one otherwise. */
  keepSubjectType: {
    method: 'PUT',
    path: '/subjects/types/:key',
    permission: 'subjects.edit-types',
    input: z.object({
      key: TypeKey,
      name: localText(60),
      icon: z.enum(typeIcons).default('tag'),
    }),
    output: SubjectType,
  },
  readSubject: {
    method: 'GET',
    path: '/subjects/:subjectId',
    permission: 'subjects.read',
    input: z.object({ subjectId: Id }),
    output: Subject,
  },
  createSubject: {
    method: 'POST',
    path: '/subjects',
    permission: 'subjects.keep',
    input: z.object({ type: TypeKey, key: z.string().trim().min(1).max(200), ...content }),
    output: z.object({ subjectId: Id }),
  },
  changeSubject: {
    method: 'PUT',
    path: '/subjects/:subjectId',
    permission: 'subjects.keep',
    input: z.object({ subjectId: Id, version: z.int(), ...content }),
    output: z.object({ version: z.int() }),
  },
  /** Closes it, or opens it again. */
  setSubjectState: {
    method: 'POST',
    path: '/subjects/:subjectId/state',
    permission: 'subjects.keep',
    input: z.object({ subjectId: Id, version: z.int(), state: SubjectState }),
    output: z.object({ version: z.int() }),
  },
  /** Gives many to another owner at once; each row is told. Those that are not there for the asker are left out of it. */
  handOverSubjects: {
    method: 'POST',
    path: '/subjects/hand-over',
    permission: 'subjects.keep',
    input: z.object({
      subjectIds: z.array(Id).min(1).max(500),
      ownerId: Id,
      reason: z.string().trim().max(500).default(''),
    }),
    output: z.object({
      results: z.array(z.object({ subjectId: Id, code: z.enum(['done', 'unchanged', 'not-found', 'forbidden']) })),
    }),
  },
})
