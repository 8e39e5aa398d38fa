import * as z from 'zod'
import { isDay } from '#core/calendar'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { Change } from '#core/reorganisation'

const Id = z.uuid()
const Day = z.string().refine(isDay, { message: 'a day as yyyy-mm-dd' })
const Text = localText(10_000)

export const draftStates = ['planning', 'submitted', 'approved', 'applied', 'undone', 'discarded'] as const
export type DraftState = (typeof draftStates)[number]
export const draftSteps = ['submitted', 'returned', 'approved', 'applied', 'held-back', 'undone', 'discarded'] as const

export const DraftRow = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  unitId: Id.nullable(),
  day: Day,
  state: z.enum(draftStates),
  version: z.int(),
  createdByName: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  changeCount: z.int(),
  /** Why it could not be applied when its day came. */
  heldBack: z.array(z.string()).nullable(),
})
export type DraftRow = z.infer<typeof DraftRow>

/** Names of what changes name, as of the draft's day; things the draft makes among them. */
export const Names = z.object({
  units: z.record(Id, Text),
  positions: z.record(Id, Text),
  people: z.record(Id, z.string()),
  responsibilities: z.record(Id, Text),
})
export type Names = z.infer<typeof Names>

export const DraftChange = z.object({
  id: Id,
  change: Change,
  /** What it does, in a sentence of the asker's language. */
  sentence: z.string(),
})
export type DraftChange = z.infer<typeof DraftChange>

export const DraftDetail = DraftRow.extend({
  changes: z.array(DraftChange),
  names: Names,
  /** Who did each step; null = nobody: its day came. */
  course: z.array(
    z.object({ id: Id, step: z.enum(draftSteps), note: z.string(), byName: z.string().nullable(), at: z.string() }),
  ),
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    approve: z.boolean(),
    /** True when only four eyes keep the asker from approving it. */
    ownWork: z.boolean(),
    return: z.boolean(),
    apply: z.boolean(),
    undo: z.boolean(),
    discard: z.boolean(),
  }),
})
export type DraftDetail = z.infer<typeof DraftDetail>

const known = { draftId: Id, version: z.int() }
const Now = z.object({ id: Id, version: z.int() })
const Note = z.string().trim().max(2000)

export const draftRoutes = defineRoutes({
  listDrafts: {
    method: 'GET',
    path: '/reorganisations',
    permission: 'reorganisation.read',
    input: z.object({
      state: z.enum(draftStates).optional(),
      text: z.string().trim().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ total: z.int(), rows: z.array(DraftRow) }),
  },
  createDraft: {
    method: 'POST',
    path: '/reorganisations',
    permission: 'reorganisation.edit',
    input: z.object({
      name: z.string().trim().min(1).max(200),
      note: Note.default(''),
      day: Day,
      unitId: Id.nullable().default(null),
    }),
    output: Now,
  },
  readDraft: {
    method: 'GET',
    path: '/reorganisations/:draftId',
    permission: 'reorganisation.read',
    input: z.object({ draftId: Id }),
    output: DraftDetail,
  },
  editDraft: {
    method: 'PATCH',
    path: '/reorganisations/:draftId',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, name: z.string().trim().min(1).max(200), note: Note, day: Day }),
    output: Now,
  },
  submitDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/submit',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, note: Note.default('') }),
    output: Now,
  },
  /** Back to planning: by who may approve, or by who may edit. */
  returnDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/return',
    permission: 'reorganisation.read',
    input: z.object({ ...known, note: Note.default('') }),
    output: Now,
  },
  approveDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/approve',
    permission: 'reorganisation.approve',
    input: z.object({ ...known, note: Note.default('') }),
    output: Now,
  },
  /** Writes it now, ahead of its day too: everything written is dated and holds from its day. */
  applyDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/apply',
    permission: 'reorganisation.apply',
    input: z.object(known),
    output: Now,
  },
  undoDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/undo',
    permission: 'reorganisation.apply',
    input: z.object({ ...known, note: Note.default('') }),
    output: Now,
  },
  discardDraft: {
    method: 'POST',
    path: '/reorganisations/:draftId/discard',
    permission: 'reorganisation.edit',
    input: z.object(known),
    output: Now,
  },
})
