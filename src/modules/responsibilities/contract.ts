import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { changeRoutes } from './contract/changes.ts'
import { libraryRoutes } from './contract/library.ts'
import { partnerRoutes } from './contract/partners.ts'
import { roleRoutes } from './contract/roles.ts'
import { useRoutes } from './contract/uses.ts'
import { AlarmKind, HolderKind, Raci, State, Text, Version, VersionHead, WorkKind } from './shapes.ts'

export * from './shapes.ts'
export * from './contract/library.ts'
export * from './contract/roles.ts'
export * from './contract/uses.ts'

const AsOf = { day: z.iso.date().optional() }
const Id = z.uuid()
const listed = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one).max(20)])
const many = z.union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(200)])

export const Holder = z.object({
  holdingId: Id,
  raci: Raci,
  weightPermille: z.int(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  holder: HolderKind,
  /** Null for a unit without a lead position, and for a person without a seat. */
  positionId: Id.nullable(),
  positionTitle: Text.nullable(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  personId: Id.nullable(),
  forUnitId: Id.nullable(),
  forUnitName: Text.nullable(),
  people: z.array(z.object({ personId: Id, name: z.string(), isActing: z.boolean() })),
})
export type Holder = z.infer<typeof Holder>

export const ResponsibilityRow = z.object({
  id: Id,
  code: z.string(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  kind: WorkKind,
  state: State,
  versionId: Id,
  number: z.int(),
  name: Text,
  purpose: Text,
  /** Null for a draft. */
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** First day of a version that has not begun yet. */
  nextFrom: z.string().nullable(),
  indicatorCount: z.int(),
  dutyCount: z.int(),
  holderCount: z.int(),
  accountable: Holder.nullable(),
  alarms: z.array(AlarmKind),
})
export type ResponsibilityRow = z.infer<typeof ResponsibilityRow>

export const ResponsibilityDetail = z.object({
  id: Id,
  code: z.string(),
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  kind: WorkKind,
  day: z.string(),
  state: State,
  /** The first day it is no longer in force. */
  retiredFrom: z.string().nullable(),
  /** The version running on the day, or the draft; null when none is. */
  version: Version.nullable(),
  /** The same with what its parts by reference bring. */
  whole: Version.nullable(),
  versions: z.array(VersionHead),
  holders: z.array(Holder),
  alarms: z.array(AlarmKind),
  may: z.object({ edit: z.boolean(), assign: z.boolean() }),
})
export type ResponsibilityDetail = z.infer<typeof ResponsibilityDetail>

/** One responsibility as somebody holds it: through which position, since when, in which roles. */
export const Held = z.object({
  responsibilityId: Id,
  code: z.string(),
  holder: HolderKind,
  positionId: Id,
  positionTitle: Text,
  unitId: Id,
  unitName: Text,
  racis: z.array(Raci),
  weightPermille: z.int(),
  since: z.string(),
  until: z.string().nullable(),
  version: Version,
})
export type Held = z.infer<typeof Held>

export const Change = z.object({
  part: z.enum(['text', 'line', 'knowledge', 'indicator', 'duty', 'right', 'part']),
  /** Which text, list, or field of an indicator or duty. */
  field: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** Name of the indicator or duty it is about. */
  about: Text.nullable(),
  /** Unit of the indicator, to write its targets with. */
  unit: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type Change = z.infer<typeof Change>

export const routes = defineRoutes({
  listResponsibilities: {
    method: 'GET',
    path: '/responsibilities',
    permission: 'responsibilities.read',
    input: z.object({
      ...AsOf,
      text: z.string().trim().max(100).optional(),
      unitId: many.optional(),
      positionId: Id.optional(),
      /** In force unless told. */
      state: listed(State).default(['in-force']),
      kind: listed(WorkKind).optional(),
      alarm: AlarmKind.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ day: z.string(), total: z.int(), items: z.array(ResponsibilityRow) }),
  },
  readResponsibility: {
    method: 'GET',
    path: '/responsibilities/:responsibilityId',
    permission: 'responsibilities.read',
    input: z.object({ responsibilityId: Id, ...AsOf }),
    output: ResponsibilityDetail,
  },
  readVersion: {
    method: 'GET',
    path: '/responsibilities/:responsibilityId/versions/:versionId',
    permission: 'responsibilities.read',
    input: z.object({ responsibilityId: Id, versionId: Id }),
    output: Version,
  },
  compareVersions: {
    method: 'GET',
    path: '/responsibilities/:responsibilityId/comparison',
    permission: 'responsibilities.read',
    input: z.object({ responsibilityId: Id, before: Id, after: Id }),
    output: z.object({ before: VersionHead, after: VersionHead, changes: z.array(Change) }),
  },
  readResponsibilityNames: {
    method: 'GET',
    path: '/responsibility-names',
    permission: 'responsibilities.read',
    input: z.object({ ids: many }),
    output: z.array(z.object({ id: Id, code: z.string(), name: Text })),
  },
  myResponsibilities: {
    method: 'GET',
    path: '/my-responsibilities',
    permission: 'responsibilities.read',
    input: z.object({ ...AsOf }),
    output: z.object({ day: z.string(), items: z.array(Held) }),
  },
  personResponsibilities: {
    method: 'GET',
    path: '/people/:personId/responsibilities',
    permission: 'responsibilities.read',
    input: z.object({ personId: Id, ...AsOf }),
    output: z.object({ day: z.string(), items: z.array(Held) }),
  },
  positionResponsibilities: {
    method: 'GET',
    path: '/positions/:positionId/responsibilities',
    permission: 'responsibilities.read',
    input: z.object({ positionId: Id, ...AsOf }),
    output: z.object({ day: z.string(), totalPermille: z.int(), items: z.array(Held) }),
  },
  ...changeRoutes,
  ...partnerRoutes,
  ...roleRoutes,
  ...useRoutes,
  ...libraryRoutes,
})
