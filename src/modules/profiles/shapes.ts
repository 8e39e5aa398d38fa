import * as z from 'zod'
import { localText } from '#core/local-text'

export const educations = ['none', 'secondary', 'vocational', 'college', 'bachelor', 'master', 'doctor'] as const
export const requirementKinds = ['skill', 'education', 'experience', 'certificate', 'other'] as const

const shared = {
  /** What one must bring, and what would be welcome. */
  strength: z.enum(['must', 'wish']).default('must'),
  /** How much it counts against the others, 0 to 100. */
  weight: z.int().min(0).max(100).default(0),
}

/** One thing a job asks for. */
export const Requirement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('skill'),
    name: localText(200),
    /** 0 to 7, as the O*NET scale: 0 = not needed, 7 = the very best. */
    level: z.number().min(0).max(7),
    /** The firm's own name of the level, such as "proficient". */
    levelName: localText(60).optional(),
    ...shared,
  }),
  z.object({ kind: z.literal('education'), level: z.enum(educations), field: localText(200).optional(), ...shared }),
  z.object({
    kind: z.literal('experience'),
    years: z.number().min(0).max(60),
    field: localText(200).optional(),
    ...shared,
  }),
  z.object({ kind: z.literal('certificate'), name: localText(200), ...shared }),
  z.object({ kind: z.literal('other'), name: localText(500), ...shared }),
])
export type Requirement = z.infer<typeof Requirement>

export const Requirements = z.array(Requirement).max(60)
export const Text = z.record(z.string(), z.string())

/** What a profile says from a day on. */
export const ProfileDraft = z.object({
  name: localText(200),
  summary: localText(2000).optional(),
  jobFamilyId: z.uuid().nullable().default(null),
  gradeId: z.uuid().nullable().default(null),
  requirements: Requirements.default([]),
  changeNote: z.string().trim().max(1000).default(''),
})
export type ProfileDraft = z.infer<typeof ProfileDraft>

export const ProfileVersion = z.object({
  id: z.uuid(),
  number: z.int(),
  name: Text,
  summary: Text,
  jobFamilyId: z.uuid().nullable(),
  gradeId: z.uuid().nullable(),
  requirements: z.array(Requirement),
  /** Licence line of the library it was taken from; shown wherever the profile is. */
  attribution: z.string(),
  changeNote: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  createdBy: z.string().nullable(),
})
export type ProfileVersion = z.infer<typeof ProfileVersion>

/** Parts of a description as they are shown, printed and downloaded: the words are in one language already. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text: z.string(), note: z.string().optional() }),
  z.object({
    kind: z.literal('heading'),
    text: z.string(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
    note: z.string().optional(),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.string(), isMuted: z.boolean().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()), isNumbered: z.boolean().optional() }),
  z.object({ kind: z.literal('facts'), items: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(
      z.object({
        title: z.string(),
        share: z.number().optional(),
        align: z.enum(['left', 'right']).optional(),
      }),
    ),
    rows: z.array(z.array(z.string())),
  }),
])
export type Block = z.infer<typeof Block>
