import * as z from 'zod'
import { Cadence, Handling } from '#core/cadence'
import { periodKinds } from '#core/calendar'
import { HandInForm } from '#core/form'
import { Measure, TargetRule } from '#core/indicator'
import { localText } from '#core/local-text'

/** Exactly one is accountable for a responsibility in each part of the firm; who carries it out is responsible. */
export const racis = ['accountable', 'responsible', 'consulted', 'informed'] as const
export const Raci = z.enum(racis)
export type Raci = z.infer<typeof Raci>

/**
 * What is wrong with who holds a responsibility on a day: no position is accountable; the accountable position is empty;
 * or more than one person sits on it, so that two would answer for the same.
 */
export const alarmKinds = ['nobody-accountable', 'accountable-vacant', 'several-accountable'] as const
export const AlarmKind = z.enum(alarmKinds)
export type AlarmKind = z.infer<typeof AlarmKind>

/** A position holds through whoever sits on it, a unit through those who lead it, a person by itself (a project). */
export const holderKinds = ['position', 'unit', 'person'] as const
export const HolderKind = z.enum(holderKinds)
export type HolderKind = z.infer<typeof HolderKind>

/** Kinds of work: with customers, production, control of it, support, management, projects. */
export const workKinds = ['business', 'production', 'control', 'support', 'management', 'project'] as const
export const WorkKind = z.enum(workKinds)
export type WorkKind = z.infer<typeof WorkKind>

/** A draft holds nothing and counts nowhere; what is retired goes on in history. */
export const states = ['draft', 'in-force', 'retired'] as const
export const State = z.enum(states)
export type State = z.infer<typeof State>

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const FactKind = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
const Line = localText(1000)
const lines = z.array(Line).max(60).default([])

/** A procedure, a template or an answered question; `link` is a web address or a path in this product. */
export const Knowledge = z.object({
  kind: z.enum(['procedure', 'template', 'question']).default('procedure'),
  title: localText(200),
  body: localText(5000).optional(),
  link: z
    .string()
    .max(500)
    .regex(/^(https?:\/\/|\/(?!\/))\S+$/)
    .optional(),
})
export type Knowledge = z.infer<typeof Knowledge>

/** Another target for a unit and all below it; the nearest unit counts. */
export const UnitTarget = z.object({ unitId: z.uuid(), target: z.number().min(-1e12).max(1e12) })
export type UnitTarget = z.infer<typeof UnitTarget>

/** Another target than the original has; for a unit and all below it, or without one wherever the whole is held. */
export const PartTarget = z.object({
  /** Key of the indicator in the part. */
  key: z.string().min(1).max(60),
  unitId: z.uuid().nullable().default(null),
  target: z.number().min(-1e12).max(1e12),
})
export type PartTarget = z.infer<typeof PartTarget>

/** By reference a part follows the versions of the original; of a copy only the origin is kept. */
export const partModes = ['reference', 'copy'] as const
export const PartDraft = z.object({
  responsibilityId: z.uuid(),
  mode: z.enum(partModes),
  /** The version it was copied from. */
  versionId: z.uuid().nullable().default(null),
  /** Share of a part by reference in the whole. */
  weightPermille: z.int().min(0).max(1000).default(0),
  targets: z.array(PartTarget).max(200).default([]),
})
export type PartDraft = z.infer<typeof PartDraft>

/** A person, or whoever sits on a position. */
const PersonOrPosition = { kind: z.enum(['person', 'position']), id: z.uuid() }
/** Another target for one holder; it counts before any target by unit. */
export const HolderTarget = z.object({ ...PersonOrPosition, target: z.number().min(-1e12).max(1e12) })
export type HolderTarget = z.infer<typeof HolderTarget>
/** Who answers for the indicator itself: that it is the right one, and rightly computed. */
export const IndicatorOwner = z.object(PersonOrPosition)
export type IndicatorOwner = z.infer<typeof IndicatorOwner>
/** Part of what is due, in permille, from which the light is amber and green. */
export const Thresholds = z
  .object({ amberPermille: z.int().min(0).max(1000), greenPermille: z.int().min(1).max(1000) })
  .refine(({ amberPermille, greenPermille }) => amberPermille <= greenPermille, { path: ['amberPermille'] })
export type Thresholds = z.infer<typeof Thresholds>
export const ordinaryThresholds: Thresholds = { amberPermille: 800, greenPermille: 1000 }

export const IndicatorDraft = z.object({
  /** Stays the same from version to version; made from the name when it is left out. */
  key: Key.optional(),
  name: localText(100),
  unit: z.string().trim().max(20).default(''),
  direction: z.enum(['up', 'down']),
  target: z.number().min(-1e12).max(1e12),
  weightPermille: z.int().min(0).max(1000),
  period: z.enum(periodKinds),
  measure: Measure,
  localTargets: z.array(UnitTarget).max(200).default([]),
  targetRule: TargetRule.default({ kind: 'fixed' }),
  holderTargets: z.array(HolderTarget).max(200).default([]),
  owner: IndicatorOwner.nullable().default(null),
  thresholds: Thresholds.default(ordinaryThresholds),
})
export type IndicatorDraft = z.infer<typeof IndicatorDraft>

export const DutyDraft = z.object({
  key: Key.optional(),
  name: localText(100),
  steps: z.array(localText(500)).max(30).default([]),
  cadence: Cadence,
  form: HandInForm.default({ fields: [], photo: 'optional' }),
  /** Kind of the fact one hand-in makes; the key of the duty when it is left out. */
  factKind: FactKind.optional(),
  /** Several holders, what counts by itself, subtasks, who is told when. */
  handling: Handling.default({
    sharing: 'each',
    counts: null,
    subtasks: [],
    remindHours: null,
    escalateWorkdays: null,
  }),
})
export type DutyDraft = z.infer<typeof DutyDraft>

/** What a version says. The weights of its indicators and of its parts by reference add up to 1000 ‰, unless there are none. */
export const VersionDraft = z.object({
  name: localText(100),
  purpose: localText(2000).optional(),
  activities: lines,
  inputs: lines,
  outputs: lines,
  capabilities: lines,
  processRules: lines,
  knowledge: z.array(Knowledge).max(60).default([]),
  changeNote: z.string().trim().max(1000).default(''),
  indicators: z.array(IndicatorDraft).max(30).default([]),
  duties: z.array(DutyDraft).max(60).default([]),
  /** Permissions that who carries it needs. */
  rights: z.array(z.string().max(100)).max(100).default([]),
  parts: z.array(PartDraft).max(20).default([]),
})
export type VersionDraft = z.infer<typeof VersionDraft>

export const Text = z.record(z.string(), z.string())
const Day = z.string()

export const Indicator = IndicatorDraft.extend({ id: z.uuid(), key: z.string() })
export type Indicator = z.infer<typeof Indicator>
export const Duty = DutyDraft.extend({ id: z.uuid(), key: z.string(), factKind: z.string(), form: HandInForm })
export type Duty = z.infer<typeof Duty>

export const Part = PartDraft.extend({ code: z.string(), name: Text })
export type Part = z.infer<typeof Part>

export const VersionHead = z.object({
  id: z.uuid(),
  number: z.int(),
  name: Text,
  /** Null for a draft. */
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  changeNote: z.string(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
})
export type VersionHead = z.infer<typeof VersionHead>

export const Version = VersionHead.extend({
  responsibilityId: z.uuid(),
  purpose: Text,
  activities: z.array(Text),
  inputs: z.array(Text),
  outputs: z.array(Text),
  capabilities: z.array(Text),
  processRules: z.array(Text),
  knowledge: z.array(Knowledge),
  /** Licence line of the library it was taken from; shown wherever the version is. */
  attribution: z.string(),
  indicators: z.array(Indicator),
  duties: z.array(Duty),
  rights: z.array(z.string()),
  parts: z.array(Part),
})
export type Version = z.infer<typeof Version>
