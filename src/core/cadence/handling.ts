import * as z from 'zod'
import { Filter } from '../indicator/index.ts'
import { localText } from '../local-text/index.ts'

/** Of several holders in one unit: each does it, whoever comes first does it for all, or one of them by lot. */
export const sharings = ['each', 'any', 'lot'] as const
export const Sharing = z.enum(sharings)
export type Sharing = z.infer<typeof Sharing>

/** Facts that count as done by themselves, wherever they come from. */
export const Counting = z.object({
  factKind: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  where: z.array(Filter).max(10).default([]),
})
export type Counting = z.infer<typeof Counting>

/** A part of the work to be ticked; a mandatory one before the work can be handed in whole. */
export const SubtaskDraft = z.object({ title: localText(200), isMandatory: z.boolean().default(true) })

/** How the tasks of a duty are handled. Null: as the module is set. */
export const Handling = z.object({
  sharing: Sharing.default('each'),
  counts: Counting.nullable().default(null),
  subtasks: z.array(SubtaskDraft).max(30).default([]),
  /** Hours before it is due at which its doer is reminded; 0 = not. */
  remindHours: z.int().min(0).max(720).nullable().default(null),
  /** Workdays after which the superior is told that it is late; 0 = never. */
  escalateWorkdays: z.int().min(0).max(60).nullable().default(null),
})
export type Handling = z.infer<typeof Handling>
export type HandlingGiven = z.input<typeof Handling>
