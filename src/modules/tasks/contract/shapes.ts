import * as z from 'zod'
import { HandInForm } from '#core/form'

export const Id = z.uuid()
export const Day = z.iso.date()
export const LocalText = z.record(z.string(), z.string())
export const Ids = z
  .union([z.uuid(), z.array(z.uuid()).max(200)])
  .transform((ids) => (typeof ids === 'string' ? [ids] : ids))

/** What a list of tasks may be narrowed to. */
export const taskFilters = ['all', 'open', 'late', 'waiting', 'done', 'cancelled', 'excused', 'left'] as const
export type TaskFilter = (typeof taskFilters)[number]

export const TaskStatus = z.enum(['open', 'done', 'cancelled'])

export const Task = z.object({
  id: z.uuid(),
  title: LocalText,
  origin: z.enum(['duty', 'manual']),
  status: TaskStatus,
  /** Open and past its due time and grace. */
  isLate: z.boolean(),
  /** Somebody was asked for help or relief and has not answered yet. */
  isWaiting: z.boolean(),
  /** Cancelled by an appeal: it counts as nobody's failure. */
  isExcused: z.boolean(),
  responsibilityId: z.uuid().nullable(),
  responsibilityName: LocalText.nullable(),
  personId: z.uuid(),
  personName: z.string(),
  unitId: z.uuid(),
  unitName: LocalText,
  periodFrom: Day,
  periodUntil: Day,
  dueAt: z.iso.datetime(),
  quantityDue: z.int(),
  quantityDone: z.int(),
  doneAt: z.iso.datetime().nullable(),
  version: z.int(),
})
export type Task = z.infer<typeof Task>

export const EntryFile = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int() })

export const Entry = z.object({
  id: z.uuid(),
  personName: z.string(),
  happenedAt: z.iso.datetime(),
  handedInAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime().nullable(),
  values: z.record(z.string(), z.json()),
  note: z.string(),
  files: z.array(EntryFile),
  /** The author may still take it back. */
  canTakeBack: z.boolean(),
})
export type Entry = z.infer<typeof Entry>

export const Subtask = z.object({
  id: z.uuid(),
  title: LocalText,
  /** Until it is ticked the task can't be completed by handing in. */
  isMandatory: z.boolean(),
  doneAt: z.iso.datetime().nullable(),
})
export type Subtask = z.infer<typeof Subtask>

export const TaskSubject = z.object({
  id: z.uuid(),
  type: z.string(),
  key: z.string(),
  name: z.string(),
  /** The reader may open its page. */
  isVisible: z.boolean(),
})
export type TaskSubject = z.infer<typeof TaskSubject>

export const pleaKinds = ['help', 'hand-over', 'transfer', 'appeal'] as const
export const pleaAnswers = ['accept', 'decline', 'transfer', 'excuse', 'extend', 'keep'] as const
export type PleaAnswer = (typeof pleaAnswers)[number]

export const Plea = z.object({
  id: z.uuid(),
  kind: z.enum(pleaKinds),
  askerId: z.uuid(),
  askerName: z.string(),
  askedId: z.uuid(),
  askedName: z.string(),
  reason: z.string(),
  state: z.enum(['open', 'granted', 'refused', 'withdrawn']),
  outcome: z.string().nullable(),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  deciderName: z.string().nullable(),
  answer: z.string(),
  /** What the reader may answer; empty when it is not theirs to decide, or decided. */
  mayAnswer: z.array(z.enum(pleaAnswers)),
  mayWithdraw: z.boolean(),
})
export type Plea = z.infer<typeof Plea>

/** A procedure, template or answered question of the task's responsibility. */
export const Knowledge = z.object({
  kind: z.string(),
  title: LocalText,
  body: LocalText.nullable(),
  link: z.string().nullable(),
})
export type Knowledge = z.infer<typeof Knowledge>

export const TaskDetail = Task.extend({
  note: z.string(),
  steps: z.array(LocalText),
  form: HandInForm,
  positionId: z.uuid().nullable(),
  positionTitle: LocalText.nullable(),
  /** Who gave it by hand; null for one that a duty made. */
  givenByName: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** When it was due before it was put off. */
  firstDueAt: z.iso.datetime().nullable(),
  entries: z.array(Entry),
  subtasks: z.array(Subtask),
  /** How often it was done by itself, by the source of the facts. */
  countedBy: z.array(z.object({ source: z.string(), count: z.int() })),
  /** The absent holder in whose stead it is done. */
  forPersonName: z.string().nullable(),
  /** Another of the group who did it. */
  doneByName: z.string().nullable(),
  /** The due time and the grace. */
  lateAt: z.iso.datetime(),
  subjects: z.array(TaskSubject),
  pleas: z.array(Plea),
  helperNames: z.array(z.string()),
  knowledge: z.array(Knowledge),
  canHandIn: z.boolean(),
  canCancel: z.boolean(),
  /** Who was to do it sits nowhere any more: it can be handed on or closed. */
  canSettle: z.boolean(),
  /** Gives it to another at once; without it the other is asked. */
  canHandOver: z.boolean(),
  canExtend: z.boolean(),
  /** Its doer, who may ask for help or relief. */
  canPlead: z.boolean(),
  /** Ticks and adds subtasks, says what it is about. */
  canWork: z.boolean(),
})
export type TaskDetail = z.infer<typeof TaskDetail>

/** Work on one's own table, with the form to hand it in: also to be filled in where there is no network. */
export const ToDo = Task.extend({ note: z.string(), steps: z.array(LocalText), form: HandInForm })
export type ToDo = z.infer<typeof ToDo>
