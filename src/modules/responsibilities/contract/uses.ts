import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { partModes, Text } from '../shapes.ts'

const Id = z.uuid()

/** Something of another module that stands on a responsibility; its kind is `module.uses.kind` in the words. */
export const Use = z.object({
  kind: z.string(),
  name: Text.nullable(),
  count: z.int(),
  /** Path of a page of that module. */
  path: z.string().nullable(),
})
export type Use = z.infer<typeof Use>

export const useRoutes = defineRoutes({
  readUses: {
    method: 'GET',
    path: '/responsibilities/:responsibilityId/uses',
    permission: 'responsibilities.read',
    input: z.object({ responsibilityId: Id, day: z.iso.date().optional() }),
    output: z.object({
      day: z.string(),
      positions: z.array(z.object({ id: Id, title: Text, unitName: Text })),
      units: z.array(z.object({ id: Id, name: Text })),
      people: z.array(z.object({ id: Id, name: z.string() })),
      wholes: z.array(z.object({ id: Id, name: Text, mode: z.enum(partModes), weightPermille: z.int() })),
      uses: z.array(Use),
    }),
  },
  /** The indicators that are in force today, for formulas that use them. */
  listIndicators: {
    method: 'GET',
    path: '/responsibility-indicators',
    permission: 'responsibilities.read',
    input: z.object({}),
    output: z.array(
      z.object({
        responsibility: z.string(),
        responsibilityName: Text,
        key: z.string(),
        name: Text,
        unit: z.string(),
      }),
    ),
  },
  listRights: {
    method: 'GET',
    path: '/responsibility-rights',
    permission: 'responsibilities.read',
    input: z.object({}),
    output: z.array(z.object({ module: z.string(), permissions: z.array(z.string()) })),
  },
})
