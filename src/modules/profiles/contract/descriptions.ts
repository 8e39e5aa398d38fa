import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Block, Requirement, Text } from '../shapes.ts'

const Id = z.uuid()
const Day = z.iso.date()
const Language = z.enum(['zh-CN', 'en'])
const ofPosition = { positionId: Id }
const ofIssue = { positionId: Id, issueId: Id }

export const Issue = z.object({
  id: Id,
  number: z.int(),
  day: z.string(),
  note: z.string(),
  issuedAt: z.string(),
  issuedBy: z.string().nullable(),
  /** How many who sit on the position now have confirmed having read it. */
  confirmed: z.int(),
})
export type Issue = z.infer<typeof Issue>

export const DescriptionDetail = z.object({
  positionId: Id,
  title: Text,
  unitId: Id,
  unitName: Text,
  day: z.string(),
  blocks: z.array(Block),
  /** Names the content; goes with the command to issue it, so that nothing is issued unseen. */
  contentHash: z.string(),
  issues: z.array(Issue),
  /** Whether what would be issued now says otherwise than the last issue; null when there is none. */
  differs: z.boolean().nullable(),
  need: z.object({
    profileId: Id.nullable(),
    profileName: Text.nullable(),
    requirements: z.array(Requirement),
    from: z.string().nullable(),
  }),
  /** Who sits there, and whether they have confirmed the last issue. */
  holders: z.array(z.object({ personId: Id, name: z.string(), confirmedAt: z.string().nullable() })),
  may: z.object({ edit: z.boolean(), issue: z.boolean(), confirm: z.boolean() }),
})
export type DescriptionDetail = z.infer<typeof DescriptionDetail>

export const LineChange = z.object({
  section: z.string(),
  kind: z.enum(['added', 'removed']),
  text: z.string(),
})
export type LineChange = z.infer<typeof LineChange>

export const descriptionRoutes = defineRoutes({
  /** Generated from what the position holds on the day; nothing of it is stored. */
  readDescription: {
    method: 'GET',
    path: '/positions/:positionId/description',
    permission: 'profiles.read',
    input: z.object({ ...ofPosition, day: Day.optional(), language: Language.optional() }),
    output: DescriptionDetail,
  },
  /** The same as a file; with `issueId` as it was issued. */
  downloadDescription: {
    method: 'GET',
    path: '/positions/:positionId/description/file',
    permission: 'profiles.read',
    kind: 'download',
    transaction: 'own',
    input: z.object({
      ...ofPosition,
      issueId: Id.optional(),
      day: Day.optional(),
      language: Language.optional(),
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: z.unknown(),
  },
  readIssue: {
    method: 'GET',
    path: '/positions/:positionId/description/issues/:issueId',
    permission: 'profiles.read',
    input: z.object({ ...ofIssue, language: Language.optional() }),
    output: z.object({ issue: Issue, blocks: z.array(Block) }),
  },
  /** What has changed from an issue to a later one, or to what would be generated today. */
  compareDescription: {
    method: 'GET',
    path: '/positions/:positionId/description/comparison',
    permission: 'profiles.read',
    input: z.object({ ...ofIssue, with: Id.optional(), language: Language.optional() }),
    output: z.object({ before: z.int(), after: z.int().nullable(), changes: z.array(LineChange) }),
  },
  /** Stores today's description under the next number and asks who sits there to read it. */
  issueDescription: {
    method: 'POST',
    path: '/positions/:positionId/description/issues',
    permission: 'profiles.issue',
    input: z.object({ ...ofPosition, contentHash: z.string().max(100), note: z.string().trim().max(500).default('') }),
    output: z.object({ issueId: Id, number: z.int() }),
  },
  /** Who sits on the position says that they have read it. */
  confirmDescription: {
    method: 'POST',
    path: '/positions/:positionId/description/issues/:issueId/confirm',
    permission: 'profiles.read',
    input: z.object(ofIssue),
    output: z.object({ issueId: Id, confirmedAt: z.string() }),
  },
})
