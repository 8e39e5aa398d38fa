import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { SchemeContent } from '#core/performance'
import { Id, Period, Text } from './shapes.ts'

const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
export const placeKinds = ['position', 'profile', 'unit'] as const

export const Scheme = z.object({
  id: Id,
  code: z.string(),
  name: Text,
  period: Period,
  version: z.int(),
  hasDraft: z.boolean(),
  /** What holds today, or begins next; null while it was never published. */
  current: z.object({ number: z.int(), from: z.string(), until: z.string().nullable() }).nullable(),
  places: z.int(),
})
export type Scheme = z.infer<typeof Scheme>

export const SchemeVersion = z.object({
  id: Id,
  number: z.int(),
  from: z.string(),
  until: z.string().nullable(),
  content: SchemeContent,
})
export type SchemeVersion = z.infer<typeof SchemeVersion>

export const Place = z.object({
  id: Id,
  kind: z.enum(placeKinds),
  targetId: Id,
  name: Text,
  from: z.string(),
  until: z.string().nullable(),
})
export type Place = z.infer<typeof Place>

/** What is wrong with a scheme, in words. */
export const Fault = z.object({ code: z.string(), sentence: z.string() })

export const SchemeDetail = Scheme.omit({ places: true }).extend({
  draft: SchemeContent.nullable(),
  faults: z.array(Fault),
  versions: z.array(SchemeVersion),
  places: z.array(Place),
  /** What named indicators of its lines are called, by `responsibilityId/key`. */
  indicatorNames: z.record(z.string(), Text),
})
export type SchemeDetail = z.infer<typeof SchemeDetail>

export const schemeRoutes = defineRoutes({
  listSchemes: {
    method: 'GET',
    path: '/review-schemes',
    permission: 'performance.set-up',
    input: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ rows: z.array(Scheme), total: z.int() }),
  },
  readScheme: {
    method: 'GET',
    path: '/review-schemes/:schemeId',
    permission: 'performance.set-up',
    input: z.object({ schemeId: Id }),
    output: SchemeDetail,
  },
  createScheme: {
    method: 'POST',
    path: '/review-schemes',
    permission: 'performance.set-up',
    input: z.object({ code: Code, name: localText(100), period: Period, content: SchemeContent.optional() }),
    output: z.object({ schemeId: Id, version: z.int() }),
  },
  /** What the next version will say. It may still be unsound; publishing may not. */
  saveScheme: {
    method: 'PUT',
    path: '/review-schemes/:schemeId',
    permission: 'performance.set-up',
    input: z.object({ schemeId: Id, version: z.int(), name: localText(100), content: SchemeContent }),
    output: z.object({ schemeId: Id, version: z.int(), faults: z.array(Fault) }),
  },
  /** The draft holds from a day on: the version before ends there. */
  publishScheme: {
    method: 'POST',
    path: '/review-schemes/:schemeId/publish',
    permission: 'performance.set-up',
    input: z.object({ schemeId: Id, version: z.int(), from: z.iso.date() }),
    output: z.object({ versionId: Id, number: z.int(), version: z.int() }),
  },
  placeScheme: {
    method: 'POST',
    path: '/review-schemes/:schemeId/places',
    permission: 'performance.set-up',
    input: z.object({ schemeId: Id, kind: z.enum(placeKinds), targetId: Id, from: z.iso.date() }),
    output: z.object({ placeId: Id }),
  },
  /** Nobody there is judged by it any more from a day on; from its first day on it is as if it never was. */
  endPlace: {
    method: 'POST',
    path: '/review-places/:placeId/end',
    permission: 'performance.set-up',
    input: z.object({ placeId: Id, from: z.iso.date() }),
    output: z.object({ placeId: Id }),
  },
  /** Indicators a line may name. */
  findIndicators: {
    method: 'GET',
    path: '/review-indicators',
    permission: 'performance.set-up',
    input: z.object({
      text: z.string().trim().max(100).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      rows: z.array(
        z.object({ responsibilityId: Id, responsibilityName: Text, key: z.string(), name: Text, unit: z.string() }),
      ),
    }),
  },
  /** What the draft would have given in the last round in which this scheme judged somebody; nothing is written. */
  trySchemeDraft: {
    method: 'GET',
    path: '/review-schemes/:schemeId/try',
    permission: 'performance.set-up',
    input: z.object({ schemeId: Id, limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({
      round: z.object({ id: Id, name: Text }).nullable(),
      rows: z.array(
        z.object({
          reviewId: Id,
          personName: z.string(),
          beforeHundredths: z.int().nullable(),
          afterHundredths: z.int().nullable(),
          beforeLevel: z.string().nullable(),
          afterLevel: z.string().nullable(),
        }),
      ),
    }),
  },
})
