import * as z from 'zod'

export const bands = ['same', 'likely', 'possible'] as const
/** How alike two statements are, by the limits of the settings. */
export const Band = z.enum(bands)
export type Band = z.infer<typeof Band>

export const states = ['open', 'same', 'different'] as const
/** Not decided, or no longer; the same work; not the same work. */
export const State = z.enum(states)
export type State = z.infer<typeof State>

export const Text = z.record(z.string(), z.string())
export const Named = z.object({ id: z.uuid(), name: Text })
export type Named = z.infer<typeof Named>

const Part = z.enum(['purpose', 'activity', 'duty'])

export const Side = z.object({
  statementId: z.uuid(),
  part: Part,
  text: Text,
  responsibility: Named,
  unit: Named,
  /** Position, unit or person that is accountable today. */
  owner: Text.nullable(),
})
export type Side = z.infer<typeof Side>

export const Decision = z.object({
  verdict: z.enum(['same', 'different']),
  reason: z.string(),
  lead: Named.nullable(),
  support: Named.nullable(),
  until: z.string().nullable(),
  note: z.string(),
  decidedAt: z.string(),
  decidedBy: z.string().nullable(),
  draftId: z.uuid().nullable(),
  version: z.int(),
})
export type Decision = z.infer<typeof Decision>

export const Pair = z.object({
  id: z.uuid(),
  scorePermille: z.int(),
  band: Band,
  state: State,
  first: Side,
  second: Side,
  /** Indicators both responsibilities have. */
  indicators: z.array(Text),
  decision: Decision.nullable(),
})
export type Pair = z.infer<typeof Pair>
