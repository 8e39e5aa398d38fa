import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { VersionDraft, WorkKind } from '../shapes.ts'
import { holdingRoutes } from './holdings.ts'

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
      kind: WorkKind.default('business'),
      /** Nothing holds and nothing counts until it is put in force; `from` means nothing then. */
      isDraft: z.boolean().default(false),
      from: z.iso.date().optional(),
    }),
    output: Made,
  },
  changeResponsibility: {
    method: 'PATCH',
    path: '/responsibilities/:responsibilityId',
    permission: 'responsibilities.edit',
    input: z.object({ responsibilityId: Id, code: Code, unitId: Id.nullable(), kind: WorkKind.optional() }),
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
  putInForce: {
    method: 'POST',
    path: '/responsibilities/:responsibilityId/in-force',
    permission: 'responsibilities.edit',
    input: z.object({ responsibilityId: Id, from: z.iso.date().optional() }),
    output: z.object({ responsibilityId: Id, from: z.string() }),
  },
  retire: {
    method: 'POST',
    path: '/responsibilities/:responsibilityId/retirement',
    permission: 'responsibilities.edit',
    input: z.object({
      responsibilityId: Id,
      /** The first day it is no longer in force. */
      from: z.iso.date(),
      /** Without it, one that is still held then is refused, with who holds it. */
      endsHoldings: z.boolean().default(false),
    }),
    output: z.object({ responsibilityId: Id, from: z.string(), ended: z.int() }),
  },
  resume: {
    method: 'DELETE',
    path: '/responsibilities/:responsibilityId/retirement',
    permission: 'responsibilities.edit',
    /** Takes a retirement back whose day has not come. */
    input: z.object({ responsibilityId: Id }),
    output: z.object({ responsibilityId: Id }),
  },
  ...holdingRoutes,
})
