import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Raci, VersionDraft } from '../shapes.ts'

const Id = z.uuid()
const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)
const Made = z.object({ responsibilityId: Id, versionId: Id })

/** Commands on responsibilities, their versions, and who holds them. */
export const changeRoutes = defineRoutes({
  createResponsibility: {
    method: 'POST',
    path: '/responsibilities',
    permission: 'responsibilities.edit',
    input: VersionDraft.extend({
      /** Known by it in imports; made from the name when left out. */
      code: Code.optional(),
      /** Whose business it is; null = of the whole firm. */
      unitId: Id.nullable(),
      from: z.iso.date().optional(),
    }),
    output: Made,
  },
  changeResponsibility: {
    method: 'PATCH',
    path: '/responsibilities/:responsibilityId',
    permission: 'responsibilities.edit',
    input: z.object({ responsibilityId: Id, code: Code, unitId: Id.nullable() }),
    output: z.object({ responsibilityId: Id }),
  },
  appendVersion: {
    method: 'POST',
    path: '/responsibilities/:responsibilityId/versions',
    permission: 'responsibilities.edit',
    input: VersionDraft.extend({
      responsibilityId: Id,
      from: z.iso.date(),
      /** The version the change was written against: refused when another has come after it meanwhile. */
      basedOn: Id.optional(),
    }),
    output: Made,
  },
  correctVersion: {
    method: 'PUT',
    path: '/responsibilities/:responsibilityId/versions/:versionId',
    permission: 'responsibilities.edit',
    input: VersionDraft.extend({ responsibilityId: Id, versionId: Id }),
    output: Made,
  },
  withdrawVersion: {
    method: 'DELETE',
    path: '/responsibilities/:responsibilityId/versions/:versionId',
    permission: 'responsibilities.edit',
    input: z.object({ responsibilityId: Id, versionId: Id }),
    output: z.object({ responsibilityId: Id }),
  },
  assignResponsibility: {
    method: 'POST',
    path: '/responsibilities/:responsibilityId/holdings',
    permission: 'responsibilities.assign',
    input: z.object({
      responsibilityId: Id,
      positionId: Id,
      raci: Raci,
      weightPermille: z.int().min(0).max(1000).default(0),
      from: z.iso.date().optional(),
      until: z.iso.date().nullable().default(null),
    }),
    output: z.object({ holdingId: Id }),
  },
  releaseHolding: {
    method: 'POST',
    path: '/holdings/:holdingId/release',
    permission: 'responsibilities.assign',
    /** `until` is the first day it is no longer held. One that has not begun by then is taken back altogether. */
    input: z.object({ holdingId: Id, until: z.iso.date() }),
    output: z.object({ holdingId: Id, until: z.string().nullable() }),
  },
})
