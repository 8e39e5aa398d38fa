import * as z from 'zod'
import { freshnessStates, rhythms } from '#core/freshness'
import { SourceKind } from './address.ts'
import { Mapping } from './mapping.ts'

const instant = z.string().nullable()

/** Why a run ended before all was read: a code with its facts, and the sentence in the asker's language. */
export const Trouble = z.object({ code: z.string(), detail: z.string() })

export const Source = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: SourceKind,
  state: z.enum(['on', 'paused']),
  /** A mapping is stated: it may be switched on. */
  isMapped: z.boolean(),
  takes: z.enum(['sound', 'whole']),
  everyMinutes: z.int().nullable(),
  rhythm: z.enum(rhythms),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  lastFactAt: instant,
  /** The last day its facts tell of. */
  lastDay: z.string().nullable(),
  freshness: z.enum(freshnessStates),
  missed: z.int(),
  /** Expected days of the last 60 on which nothing happened, the silence at the end left out. */
  gaps: z.array(z.string()),
  lastRunAt: instant,
  nextRunAt: instant,
  failingSince: instant,
  isRunning: z.boolean(),
  trouble: Trouble.nullable(),
  /** Rows kept apart because they could not be taken. */
  rejects: z.int(),
  version: z.int(),
})
export type Source = z.infer<typeof Source>

export const SourceDetail = Source.extend({
  address: z.record(z.string(), z.unknown()),
  mapping: Mapping.nullable(),
  /** A password, token or signing secret is kept; it is never shown. */
  hasSecret: z.boolean(),
  /** An older signing secret is good until then. */
  oldSecretUntil: instant,
  /** How far it was read, as text; null = from the beginning. */
  cursor: z.string().nullable(),
})
export type SourceDetail = z.infer<typeof SourceDetail>

export const Run = z.object({
  id: z.uuid(),
  cause: z.enum(['schedule', 'hand', 'event', 'replay']),
  startedAt: z.string(),
  endedAt: instant,
  rows: z.int(),
  recorded: z.int(),
  known: z.int(),
  refused: z.int(),
  trouble: Trouble.nullable(),
})
export type Run = z.infer<typeof Run>

export const Reject = z.object({
  id: z.uuid(),
  at: z.string(),
  payload: z.unknown(),
  code: z.string(),
  detail: z.string(),
  state: z.enum(['kept', 'taken', 'dropped']),
})
export type Reject = z.infer<typeof Reject>

/** What the first rows would be as facts, and which could not be taken. Nothing is written. */
export const Trial = z.object({
  rows: z.int(),
  passedOver: z.int(),
  facts: z.array(
    z.object({
      kind: z.string(),
      key: z.string(),
      happenedAt: z.string(),
      person: z.string(),
      unit: z.string(),
      responsibility: z.string(),
      subject: z.string(),
      dimensions: z.record(z.string(), z.string()),
      measures: z.record(z.string(), z.number()),
      isKnown: z.boolean(),
    }),
  ),
  rejects: z.array(z.object({ payload: z.unknown(), code: z.string(), detail: z.string() })),
})
export type Trial = z.infer<typeof Trial>
