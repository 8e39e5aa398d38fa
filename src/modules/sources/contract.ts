import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { rhythms } from '#core/freshness'
import { SourceKind } from './contract/address.ts'
import { Mapping, Row } from './contract/mapping.ts'
import { Reject, Run, Source, SourceDetail, Trial } from './contract/sources.ts'

export * from './contract/address.ts'
export * from './contract/mapping.ts'
export * from './contract/sources.ts'

const sourceId = z.uuid()
const content = {
  name: z.string().trim().min(1).max(200),
  /** As the kind of source asks for it: see SqlAddress and RestAddress. */
  address: z.record(z.string(), z.unknown()).default({}),
  /** Password or token to ask it with; left out, the one that is kept stays, unless the host is another now. */
  secret: z.string().min(1).max(4000).optional(),
  takes: z.enum(['sound', 'whole']).default('sound'),
  /** Null: only by hand. */
  everyMinutes: z.int().min(1).max(10_080).nullable().default(null),
  rhythm: z.enum(rhythms).default('none'),
  ownerId: z.uuid().nullable().default(null),
}
const paged = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
}

export const routes = defineRoutes({
  listSources: {
    method: 'GET',
    path: '/sources',
    permission: 'sources.read',
    input: z.object({}),
    output: z.object({ sources: z.array(Source) }),
  },
  readSource: {
    method: 'GET',
    path: '/sources/:sourceId',
    permission: 'sources.read',
    input: z.object({ sourceId }),
    output: SourceDetail,
  },
  /** Makes a paused source. A webhook's signing secret is in this answer and nowhere else. */
  createSource: {
    method: 'POST',
    path: '/sources',
    permission: 'sources.edit',
    input: z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), kind: SourceKind, ...content }),
    output: z.object({ sourceId, signingSecret: z.string().nullable() }),
  },
  changeSource: {
    method: 'PUT',
    path: '/sources/:sourceId',
    permission: 'sources.edit',
    input: z.object({ sourceId, version: z.int(), mapping: Mapping.nullable().default(null), ...content }),
    output: z.object({ version: z.int() }),
  },
  setSourceState: {
    method: 'POST',
    path: '/sources/:sourceId/state',
    permission: 'sources.edit',
    input: z.object({ sourceId, version: z.int(), state: z.enum(['on', 'paused']) }),
    output: z.object({ version: z.int() }),
  },
  /** A new signing secret; the old one is good for some hours more, so that nothing is lost while the sender changes. */
  rotateSecret: {
    method: 'POST',
    path: '/sources/:sourceId/secret',
    permission: 'sources.edit',
    input: z.object({ sourceId, overlapHours: z.int().min(0).max(168).default(24) }),
    output: z.object({ signingSecret: z.string(), oldUntil: z.string() }),
  },
  /** The first rows as they come, and what mapping they suggest; of a webhook the last events that were kept. */
  sampleSource: {
    method: 'POST',
    path: '/sources/:sourceId/sample',
    permission: 'sources.edit',
    transaction: 'own',
    input: z.object({ sourceId }),
    output: z.object({
      rows: z.array(Row),
      fields: z.array(z.object({ field: z.string(), sample: z.string() })),
      suggestion: Mapping,
    }),
  },
  /** What the first rows would be as facts. Writes nothing. */
  tryMapping: {
    method: 'POST',
    path: '/sources/:sourceId/dry-run',
    permission: 'sources.edit',
    transaction: 'own',
    input: z.object({ sourceId, mapping: Mapping.optional() }),
    output: Trial,
  },
  /** Has it read now, beside its plan. */
  runSource: {
    method: 'POST',
    path: '/sources/:sourceId/run',
    permission: 'sources.edit',
    input: z.object({ sourceId }),
    output: z.object({ isEnqueued: z.boolean() }),
  },
  listRuns: {
    method: 'GET',
    path: '/sources/:sourceId/runs',
    permission: 'sources.read',
    input: z.object({ sourceId, ...paged }),
    output: z.object({ rows: z.array(Run), hasMore: z.boolean() }),
  },
  listRejects: {
    method: 'GET',
    path: '/sources/:sourceId/rejects',
    permission: 'sources.edit',
    input: z.object({ sourceId, state: z.enum(['kept', 'taken', 'dropped']).default('kept'), ...paged }),
    output: z.object({ rows: z.array(Reject), total: z.int() }),
  },
  /** Tries kept rows again by the mapping as it is now: those told, else the oldest thousand. */
  replayRejects: {
    method: 'POST',
    path: '/sources/:sourceId/rejects/replay',
    permission: 'sources.edit',
    input: z.object({ sourceId, ids: z.array(z.uuid()).max(1000).optional() }),
    output: z.object({ recorded: z.int(), known: z.int(), refused: z.int() }),
  },
  dropRejects: {
    method: 'POST',
    path: '/sources/:sourceId/rejects/drop',
    permission: 'sources.edit',
    input: z.object({ sourceId, ids: z.array(z.uuid()).min(1).max(1000) }),
    output: z.object({ dropped: z.int() }),
  },
  /**
   * Events in CloudEvents 1.0 JSON, one or a list, signed as Standard Webhooks say: `webhook-id`, `webhook-timestamp` and
   * `webhook-signature: v1,<base64 of HMAC-SHA256 over id.timestamp.body>`.
   */
  receiveEvents: {
    method: 'POST',
    path: '/sources/:sourceId/events',
    permission: 'public',
    kind: 'signed',
    input: z.object({ sourceId }),
    output: z.object({ recorded: z.int(), known: z.int(), refused: z.int() }),
  },
})
