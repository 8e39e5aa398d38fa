import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Code, Day, Name, On } from './shared.ts'

export const unitKinds = ['group', 'company', 'branch', 'department', 'workshop', 'team'] as const

const content = {
  name: Name,
  kind: z.enum(unitKinds),
  /** The unit above; null only for the root. */
  parentId: z.uuid().nullable(),
  sortOrder: z.int().min(0).max(1_000_000).default(0),
}

export const UnitVersion = z.object({ versionId: z.uuid(), ...content, from: Day, until: Day.nullable() })
export type UnitVersion = z.infer<typeof UnitVersion>

export const Unit = z.object({
  id: z.uuid(),
  code: z.string(),
  ...UnitVersion.shape,
  /** Planned seats of the unit's own positions, without those below. */
  headcount: z.int(),
  /** People with a main seat in the unit itself. */
  seated: z.int(),
  /** Seats without one of these on which somebody sits beside another post, or acts. */
  beside: z.int(),
})
export type Unit = z.infer<typeof Unit>

/** A company as the register knows it. */
export const LegalEntity = z.object({
  registeredName: z.string().trim().min(1).max(200),
  /** Unified social credit code: 18 characters, the last one checks the others. */
  creditCode: z.string().trim().max(18).nullable(),
  /** Place of registration. */
  place: z.string().trim().max(200).nullable(),
})
export type LegalEntity = z.infer<typeof LegalEntity>

export const UnitDetail = Unit.extend({
  /** Only of companies, and only once entered. */
  legalEntity: LegalEntity.extend({ version: z.int() }).nullable(),
  /** All its versions, oldest first. */
  versions: z.array(UnitVersion),
  /** From the root down to the unit above. */
  path: z.array(z.object({ id: z.uuid(), name: Name })),
  leaders: z.array(z.object({ personId: z.uuid(), name: z.string(), positionId: z.uuid(), unitId: z.uuid() })),
})
export type UnitDetail = z.infer<typeof UnitDetail>

const Changed = z.object({ id: z.uuid(), versionId: z.uuid() })
const Nothing = z.object({ id: z.uuid() })

export const unitRoutes = defineRoutes({
  listUnits: {
    method: 'GET',
    path: '/units',
    permission: 'organisation.read',
    input: z.object({ ...On }),
    output: z.array(Unit),
  },
  readUnit: {
    method: 'GET',
    path: '/units/:id',
    permission: 'organisation.read',
    input: z.object({ ...byId, ...On }),
    output: UnitDetail,
  },
  createUnit: {
    method: 'POST',
    path: '/units',
    permission: 'organisation.edit',
    input: z.object({ ...content, parentId: z.uuid(), code: Code.optional(), from: Day }),
    output: Changed,
  },
  /** From a day on the unit is called, or hangs, otherwise; until then all stays as it was. */
  changeUnit: {
    method: 'POST',
    path: '/units/:id/versions',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...content, from: Day }),
    output: Changed,
  },
  /** Says what a version should have said all along; its days may move to `from`. */
  correctUnit: {
    method: 'PATCH',
    path: '/units/:id/versions/:versionId',
    permission: 'organisation.edit',
    input: z.object({ ...byId, versionId: z.uuid(), ...content, from: Day }),
    output: Changed,
  },
  /** Takes back a change whose day has not come. */
  withdrawUnit: {
    method: 'DELETE',
    path: '/units/:id/versions/:versionId',
    permission: 'organisation.edit',
    input: z.object({ ...byId, versionId: z.uuid() }),
    output: Nothing,
  },
  /** `until` is the first day the unit is gone; null opens a closed one again. */
  closeUnit: {
    method: 'POST',
    path: '/units/:id/close',
    permission: 'organisation.edit',
    input: z.object({ ...byId, until: Day.nullable() }),
    output: Nothing,
  },
  /** Enters or corrects what the register says of a company; `version` is 0 the first time. */
  setLegalEntity: {
    method: 'PUT',
    path: '/units/:id/legal-entity',
    permission: 'organisation.edit',
    input: z.object({ ...byId, ...LegalEntity.shape, version: z.int() }),
    output: z.object({ id: z.uuid(), version: z.int() }),
  },
})
