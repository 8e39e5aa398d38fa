import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { FactWords, Ids, Text } from './shapes.ts'

const Name = z.string().regex(/^[^\s=;.][^=;]{0,59}$/)

/** One happening as another system tells it. */
export const FactDraft = z.object({
  /** What the source calls it: told again it counts no second time, and told otherwise it is refused. */
  key: z.string().trim().min(1).max(200),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  happenedAt: z.iso.datetime({ offset: true }),
  personId: z.uuid().optional(),
  personNumber: z.string().trim().min(1).max(100).optional(),
  /** The account the person signs in with. */
  personLogin: z.string().trim().min(1).max(100).optional(),
  /** Left out: the unit of the person's main position on that day. */
  unitCode: z.string().trim().min(1).max(100).optional(),
  responsibilityCode: z.string().trim().min(1).max(100).optional(),
  /** What it is about, by what its own system calls it; made when it is not there yet. The type is that of the kind unless told. */
  subject: z
    .object({
      type: z.string().min(1).max(40).optional(),
      key: z.string().trim().min(1).max(200),
      name: z.string().trim().min(1).max(300).optional(),
    })
    .optional(),
  dimensions: z.record(Name, z.string().max(200)).default({}),
  measures: z.record(Name, z.number().min(-1e15).max(1e15)).default({}),
})
export type FactDraft = z.infer<typeof FactDraft>

export const refusals = [
  'unknown-person',
  'unknown-unit',
  'unknown-responsibility',
  'unknown-subject-type',
  'unknown-dimension',
  'unknown-measure',
  'subject-missing',
  'wrong-subject',
  'in-the-future',
  'long-ago',
  'belongs-to-nobody',
  'says-otherwise',
] as const
/** Why a fact was not taken: `index` in the request, a code, what it is about, and a sentence in the asker's language. */
export const Refusal = z.object({
  index: z.int(),
  code: z.enum(refusals),
  facts: z.record(z.string(), z.string()),
  detail: z.string(),
})
export type Refusal = z.infer<typeof Refusal>

export const Photo = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string() })

export const Fact = z.object({
  id: z.uuid(),
  kind: z.string(),
  happenedAt: z.string(),
  day: z.string(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  unitId: z.uuid().nullable(),
  unitName: Text.nullable(),
  responsibilityId: z.uuid().nullable(),
  responsibilityName: Text.nullable(),
  subjectId: z.uuid().nullable(),
  subjectName: z.string().nullable(),
  dimensions: z.record(z.string(), z.string()),
  measures: z.record(z.string(), z.number()),
  source: z.string(),
  sourceKey: z.string(),
  recordedAt: z.string(),
  /** The fact this one takes back, or the one that takes this one back. */
  reversesId: z.uuid().nullable(),
  reversedById: z.uuid().nullable(),
  note: z.string(),
  /** The work it was handed in with, when the reader may see that; with its photos. */
  taskId: z.uuid().nullable(),
  photos: z.array(Photo),
})
export type Fact = z.infer<typeof Fact>

export const factRoutes = defineRoutes({
  /** Takes in up to 1,000 facts: whole, or with `partial` all that are sound. */
  recordFacts: {
    method: 'POST',
    path: '/facts',
    permission: 'indicators.record',
    limitBytes: 4 * 1024 * 1024,
    input: z.object({
      /** Names the system the keys belong to, so that they stay known when its key is renewed. */
      source: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
        .optional(),
      partial: z.boolean().default(false),
      facts: z.array(FactDraft).min(1).max(1000),
    }),
    output: z.object({ recorded: z.int(), repeated: z.int(), refused: z.array(Refusal) }),
  },
  listFacts: {
    method: 'GET',
    path: '/facts',
    permission: 'indicators.read',
    input: z.object({
      kind: z
        .union([z.string(), z.array(z.string()).max(50)])
        .transform((kinds) => [kinds].flat())
        .optional(),
      source: z
        .union([z.string(), z.array(z.string()).max(50)])
        .transform((sources) => [sources].flat())
        .optional(),
      personId: Ids.optional(),
      unitId: Ids.optional(),
      responsibilityId: Ids.optional(),
      subjectId: Ids.optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      /** Name, pinyin or staff number of the person, the source's key, or the kind. */
      text: z.string().trim().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      /** The last row of the page before. */
      afterDay: z.iso.date().optional(),
      afterId: z.uuid().optional(),
    }),
    output: z.object({ rows: z.array(Fact), hasMore: z.boolean() }),
  },
  /** Where facts come from and when the last one came, and what the kinds that duties make are called. */
  readSources: {
    method: 'GET',
    path: '/facts/sources',
    permission: 'indicators.read',
    input: z.object({}),
    output: z.object({
      sources: z.array(z.object({ source: z.string(), lastReceivedAt: z.string() })),
      words: FactWords,
    }),
  },
  /** Takes a fact back by a second one that counts as minus one; both stay to be read. */
  reverseFact: {
    method: 'POST',
    path: '/facts/:factId/reverse',
    permission: 'indicators.correct',
    input: z.object({ factId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
    output: z.object({ reversingId: z.uuid() }),
  },
  /** Takes a fact back and states the right one in the same breath; what is left out stays as it was. */
  correctFact: {
    method: 'POST',
    path: '/facts/:factId/correct',
    permission: 'indicators.correct',
    input: z.object({
      factId: z.uuid(),
      reason: z.string().trim().min(1).max(500),
      happenedAt: z.iso.datetime({ offset: true }).optional(),
      personId: z.uuid().nullable().optional(),
      dimensions: FactDraft.shape.dimensions.removeDefault().optional(),
      measures: FactDraft.shape.measures.removeDefault().optional(),
    }),
    output: z.object({ reversingId: z.uuid(), correctedId: z.uuid() }),
  },
})
