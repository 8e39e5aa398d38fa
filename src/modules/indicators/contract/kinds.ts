import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { freshnessStates, rhythms } from '#core/freshness'
import { localText } from '#core/local-text'
import { Text } from './shapes.ts'

const KindKey = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/)
const FieldKey = z.string().regex(/^[^\s=;.][^=;]{0,59}$/)
export const Rhythm = z.enum(rhythms)

const content = {
  /** The type of what its facts are about, and whether each must name one. */
  subjectType: z.string().min(1).max(40).nullable().default(null),
  needsSubject: z.boolean().default(false),
  dimensions: z
    .array(z.object({ key: FieldKey, name: localText(60) }))
    .max(50)
    .default([]),
  measures: z
    .array(z.object({ key: FieldKey, name: localText(60), unit: z.string().trim().max(20).default('') }))
    .max(50)
    .default([]),
  /** How often one is expected at least. */
  rhythm: Rhythm.default('none'),
  /** Who is told when none come. */
  ownerId: z.uuid().nullable().default(null),
}

export const FactKind = z.object({
  key: z.string(),
  name: Text,
  subjectType: z.string().nullable(),
  needsSubject: z.boolean(),
  dimensions: z.array(z.object({ key: z.string(), name: Text })),
  measures: z.array(z.object({ key: z.string(), name: Text, unit: z.string() })),
  rhythm: Rhythm,
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  version: z.int(),
})
export type FactKind = z.infer<typeof FactKind>

export const KindFreshness = z.object({
  kind: z.string(),
  /** Empty when the kind is not registered. */
  name: Text,
  rhythm: Rhythm,
  state: z.enum(freshnessStates),
  /** Whole days, workdays, weeks or months without any since the last. */
  missed: z.int(),
  lastDay: z.string().nullable(),
  /** Expected days of the last 60 on which nothing happened, the silence at the end left out. */
  gaps: z.array(z.string()),
  sources: z.array(z.object({ source: z.string(), lastDay: z.string() })),
})
export type KindFreshness = z.infer<typeof KindFreshness>

export const kindRoutes = defineRoutes({
  listFactKinds: {
    method: 'GET',
    path: '/facts/kinds',
    permission: 'indicators.read',
    input: z.object({}),
    output: z.object({ kinds: z.array(FactKind) }),
  },
  /** Registers a kind, or changes one: then with the version it was read with. */
  keepFactKind: {
    method: 'PUT',
    path: '/facts/kinds/:key',
    permission: 'indicators.edit-kinds',
    input: z.object({ key: KindKey, name: localText(60), version: z.int().optional(), ...content }),
    output: z.object({ version: z.int() }),
  },
  /** How fresh the kinds are that are registered with a rhythm, or those that are asked for: what figures rest on. */
  readFreshness: {
    method: 'GET',
    path: '/facts/freshness',
    permission: 'indicators.read',
    input: z.object({
      kind: z
        .union([z.string(), z.array(z.string()).max(50)])
        .transform((kinds) => [kinds].flat())
        .optional(),
    }),
    output: z.object({ kinds: z.array(KindFreshness) }),
  },
})
