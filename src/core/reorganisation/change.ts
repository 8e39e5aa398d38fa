import * as z from 'zod'
import { isDay } from '../calendar/index.ts'
import { localText } from '../local-text/schema.ts'
import { racis, seatKinds, unitKinds } from './chart.ts'

const Id = z.uuid()
const Name = localText(200)
const Code = z.string().trim().min(1).max(100)
const Permille = z.int().min(0).max(1000)
/** A change may have a day of its own; else it has the draft's. */
const dated = { day: z.string().refine(isDay, { message: 'a day as yyyy-mm-dd' }).optional() }
const made = { code: Code.optional(), ...dated }

const NewUnit = z.object({ unitId: Id, name: Name, kind: z.enum(unitKinds), code: Code.optional() })

/**
 * One thing a re-organisation does. Ids of new units and positions are given with the change, so that later changes of
 * the same draft can name them.
 */
export const Change = z.union([
  z.object({
    do: z.literal('create-unit'),
    unitId: Id,
    name: Name,
    kind: z.enum(unitKinds),
    parentId: Id,
    ...made,
  }),
  z.object({ do: z.literal('rename-unit'), unitId: Id, name: Name, ...dated }),
  z.object({ do: z.literal('move-unit'), unitId: Id, parentId: Id, ...dated }),
  z.object({
    do: z.literal('split-unit'),
    unitId: Id,
    /** Hang where the split unit hangs. */
    into: z.array(NewUnit).min(1).max(50),
    positions: z
      .array(z.object({ positionId: Id, toUnitId: Id }))
      .max(500)
      .default([]),
    units: z
      .array(z.object({ unitId: Id, toUnitId: Id }))
      .max(500)
      .default([]),
    /** True: the split unit stays with what was not placed. False: it is closed, and everything must be placed. */
    stays: z.boolean().default(false),
    ...dated,
  }),
  z.object({ do: z.literal('merge-units'), unitIds: z.array(Id).min(1).max(100), intoUnitId: Id, ...dated }),
  z.object({
    do: z.literal('close-unit'),
    unitId: Id,
    /** Where positions and units below go; null: they must have gone. */
    toUnitId: Id.nullable().default(null),
    ...dated,
  }),
  z.object({
    do: z.literal('create-position'),
    positionId: Id,
    unitId: Id,
    title: Name,
    headcount: z.int().min(0).max(100_000).default(1),
    reportsToId: Id.nullable().default(null),
    isLead: z.boolean().default(false),
    ...made,
  }),
  z.object({ do: z.literal('rename-position'), positionId: Id, title: Name, ...dated }),
  z.object({ do: z.literal('move-position'), positionId: Id, unitId: Id, ...dated }),
  z.object({ do: z.literal('change-headcount'), positionId: Id, headcount: z.int().min(0).max(100_000), ...dated }),
  z.object({ do: z.literal('change-line'), positionId: Id, reportsToId: Id.nullable(), ...dated }),
  z.object({
    do: z.literal('close-position'),
    positionId: Id,
    /** Who takes over its people, the positions that answer to it and its responsibilities; null: they must have gone. */
    toPositionId: Id.nullable().default(null),
    ...dated,
  }),
  z.object({
    do: z.literal('reassign-person'),
    personId: Id,
    /** The seat that ends; null: a further one begins. */
    fromPositionId: Id.nullable(),
    /** The seat that begins; null: it only ends. Kind and share are those of the ended seat unless told. */
    toPositionId: Id.nullable(),
    kind: z.enum(seatKinds).optional(),
    sharePermille: Permille.optional(),
    /** Why the shares may pass the working time. */
    overReason: z.string().trim().min(1).max(500).optional(),
    ...dated,
  }),
  z.object({
    do: z.literal('move-responsibility'),
    responsibilityId: Id,
    /** Who gives it up; null: it is held in addition. */
    fromPositionId: Id.nullable(),
    toPositionId: Id,
    raci: z.enum(racis),
    /** The weight it had unless told. */
    weightPermille: Permille.optional(),
    ...dated,
  }),
  z.object({
    do: z.literal('end-responsibility'),
    responsibilityId: Id,
    positionId: Id,
    raci: z.enum(racis),
    ...dated,
  }),
])
export type Change = z.infer<typeof Change>
export type ChangeKind = Change['do']
export type ChangeOf<Kind extends ChangeKind> = Extract<Change, { do: Kind }>

/** The kinds in the order in which they are offered. */
export const changeKinds = [
  'create-unit',
  'rename-unit',
  'move-unit',
  'split-unit',
  'merge-units',
  'close-unit',
  'create-position',
  'rename-position',
  'move-position',
  'change-headcount',
  'change-line',
  'close-position',
  'reassign-person',
  'move-responsibility',
  'end-responsibility',
] as const satisfies readonly ChangeKind[]

/** The ids of units and positions a change makes. */
export function madeBy(change: Change): { unitIds: string[]; positionIds: string[] } {
  if (change.do === 'create-unit') return { unitIds: [change.unitId], positionIds: [] }
  if (change.do === 'split-unit') return { unitIds: change.into.map((unit) => unit.unitId), positionIds: [] }
  return { unitIds: [], positionIds: change.do === 'create-position' ? [change.positionId] : [] }
}
