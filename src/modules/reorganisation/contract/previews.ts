import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { racis, seatKinds, unitKinds } from '#core/reorganisation'
import { PersonAccess } from '#contract/base'
import { Names } from './drafts.ts'

const Id = z.uuid()
const Text = localText(10_000)
const draft = z.object({ draftId: Id })
const Mark = z.enum(['added', 'removed', 'moved', 'changed'])

/** What is in the way of a change, or what the whole would leave wrong; `row` counts from 1. */
export const RowProblem = z.object({ changeId: Id, row: z.int(), code: z.string(), sentence: z.string() })
export type RowProblem = z.infer<typeof RowProblem>

/** A unit or position that is different, with what differs in sentences of the asker's language. */
export const Difference = z.object({
  what: z.enum(['unit', 'position']),
  id: Id,
  name: Text,
  /** The unit above, or the position's unit. */
  place: Text.nullable(),
  mark: Mark,
  sentences: z.array(z.string()),
})
export type Difference = z.infer<typeof Difference>

const Place = z.object({
  positionId: Id,
  title: Text,
  unitName: Text,
  kind: z.enum(seatKinds),
  sharePermille: z.int(),
})
const Manager = z.object({ personId: Id, name: z.string() }).nullable()
const Count = z.object({ headcount: z.int(), seated: z.int() })
const Held = z.object({ holder: z.string(), raci: z.enum(racis), weightPermille: z.int() })
const AlarmLine = z.object({ code: z.string(), sentence: z.string() })

export const Comparison = z.object({
  /** The day both are looked at: when the last change has taken effect. */
  day: z.string(),
  differences: z.array(Difference),
  people: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      number: z.string(),
      before: z.array(Place),
      after: z.array(Place),
      managerBefore: Manager,
      managerAfter: Manager,
      isMoved: z.boolean(),
    }),
  ),
  lines: z.array(z.object({ positionId: Id, title: Text, before: Text.nullable(), after: Text.nullable() })),
  headcounts: z.array(z.object({ unitId: Id, name: Text, before: Count, after: Count })),
  responsibilities: z.array(z.object({ responsibilityId: Id, name: Text, gives: z.array(Held), takes: z.array(Held) })),
  alarms: z.object({ raised: z.array(AlarmLine), resolved: z.array(AlarmLine) }),
})
export type Comparison = z.infer<typeof Comparison>

const ChartNode = z.object({
  id: Id,
  kind: z.enum(['unit', 'position', 'person']),
  parentId: Id.nullable(),
  title: Text,
  note: Text.nullable(),
  unitKind: z.enum(unitKinds).nullable(),
  unitId: Id.nullable(),
  headcount: z.int(),
  seated: z.int(),
  people: z.array(
    z.object({ personId: Id, name: z.string(), latinName: z.string().nullable(), kind: z.enum(seatKinds) }),
  ),
  isLead: z.boolean(),
  alsoFoundBy: z.string(),
  mark: Mark.optional(),
  changes: z.array(z.string()).optional(),
  movedFromId: Id.optional(),
})

export const previewRoutes = defineRoutes({
  /** The live check: what is in the way today, change by change. */
  checkDraft: {
    method: 'GET',
    path: '/reorganisations/:draftId/check',
    permission: 'reorganisation.read',
    input: draft,
    output: z.object({ problems: z.array(RowProblem) }),
  },
  /** What the draft makes different, and what it does to people, lines, headcount, responsibilities and alarms. */
  compareDraft: {
    method: 'GET',
    path: '/reorganisations/:draftId/comparison',
    permission: 'reorganisation.read',
    input: draft,
    output: Comparison,
  },
  /** The chart once all has taken effect, with what is different marked; what goes stands in it as removed. */
  readDraftChart: {
    method: 'GET',
    path: '/reorganisations/:draftId/chart',
    permission: 'reorganisation.read',
    input: z.object({ draftId: Id, of: z.enum(['unit', 'position']).default('unit') }),
    output: z.object({
      nodes: z.array(ChartNode),
      lines: z.array(z.object({ from: Id, to: Id, kind: z.enum(['functional', 'project', 'other']) })),
    }),
  },
  /** The same chart as a PDF of landscape pages. */
  printDraftChart: {
    method: 'GET',
    path: '/reorganisations/:draftId/chart/pages',
    permission: 'reorganisation.read',
    input: z.object({
      draftId: Id,
      of: z.enum(['unit', 'position']).default('unit'),
      level: z.coerce.number().int().min(1).max(100).default(3),
      paper: z.enum(['a4', 'a3']).default('a4'),
    }),
    output: z.null(),
    kind: 'download',
    transaction: 'own',
  },
  /** Who would gain and lose which access. A command, as it writes the draft, looks, and takes it back. */
  previewDraftAccess: {
    method: 'POST',
    path: '/reorganisations/:draftId/access',
    permission: 'reorganisation.read',
    input: draft,
    output: z.object({ day: z.string(), people: z.array(PersonAccess), names: Names }),
  },
})
