import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { ReviewRow } from './rounds.ts'
import { Days, Id, PartKind, Period, PersonBrief, Reason, Result, RoundState, Score, Text } from './shapes.ts'

export const Given = z.object({ scoreHundredths: Score, reason: Reason.default('') })

/** What one person said; peers stand without names unless the asker may calibrate. */
export const Part = z.object({
  part: PartKind,
  reviewer: PersonBrief.nullable(),
  scores: z.record(z.string(), Given),
  note: z.string(),
  submittedAt: z.string().nullable(),
})
export type Part = z.infer<typeof Part>

export const Change = z.object({
  kind: z.enum(['suggest', 'calibrate', 'appeal', 'correct']),
  beforeHundredths: z.int().nullable(),
  afterHundredths: z.int(),
  reason: z.string(),
  at: z.string(),
  changer: z.string(),
})
export type Change = z.infer<typeof Change>

export const RoundBrief = Days.extend({
  id: Id,
  name: Text,
  period: Period,
  state: RoundState,
  dueOn: z.string(),
})

export const ReviewDetail = z.object({
  id: Id,
  version: z.int(),
  round: RoundBrief,
  person: PersonBrief,
  unitName: Text.nullable(),
  positionTitle: Text.nullable(),
  /** As whom the asker sees it: what is still secret for oneself is left out. */
  as: z.enum(['self', 'superior', 'peer']),
  /** Null for a peer; without what people gave until it is told. */
  result: Result.nullable(),
  scoreHundredths: z.int().nullable(),
  level: z.object({ code: z.string(), name: Text }).nullable(),
  coefficientPermyriad: z.int().nullable(),
  schemes: z.array(Days.extend({ schemeId: Id, name: Text, number: z.int() })),
  parts: z.array(Part),
  /** How much each part counts on manual lines, in permille. */
  weights: z.object({ self: z.int(), manager: z.int(), peer: z.int(), customer: z.int() }),
  reasons: z.object({ highHundredths: z.int(), lowHundredths: z.int(), differenceHundredths: z.int() }),
  /** The manual lines to be scored. */
  manual: z.array(z.object({ key: z.string(), name: Text, hint: Text.nullable() })),
  changes: z.array(Change),
  confirmedAt: z.string().nullable(),
  appeal: z.object({ state: z.enum(['open', 'settled', 'dropped']), requestId: Id }).nullable(),
  frozenAt: z.string().nullable(),
  /** What the asker may do now: which parts they may give among it. */
  may: z.object({
    parts: z.array(PartKind),
    invite: z.boolean(),
    confirm: z.boolean(),
    appeal: z.boolean(),
    calibrate: z.boolean(),
    correct: z.boolean(),
  }),
})
export type ReviewDetail = z.infer<typeof ReviewDetail>

export const reviewRoutes = defineRoutes({
  /** One's own reviews, and those one is asked to give as a peer. */
  listMyReviews: {
    method: 'GET',
    path: '/my-reviews',
    permission: 'performance.read',
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(24) }),
    output: z.object({
      rows: z.array(
        z.object({
          id: Id,
          round: RoundBrief,
          scoreHundredths: z.int().nullable(),
          level: z.string().nullable(),
          waiting: z.enum(['self', 'confirmation', 'none']),
        }),
      ),
      asked: z.array(z.object({ id: Id, round: RoundBrief, personName: z.string(), isDone: z.boolean() })),
      /** How many things wait for the asker. */
      waiting: z.int(),
    }),
  },
  /** The people one leads in the rounds that are not frozen, or in one round. */
  listTeamReviews: {
    method: 'GET',
    path: '/team-reviews',
    permission: 'performance.review',
    input: z.object({
      roundId: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      rounds: z.array(RoundBrief),
      roundId: Id.nullable(),
      rows: z.array(ReviewRow.extend({ isMine: z.boolean() })),
      total: z.int(),
      waiting: z.int(),
    }),
  },
  readReview: {
    method: 'GET',
    path: '/reviews/:reviewId',
    permission: 'performance.read',
    input: z.object({ reviewId: Id }),
    output: ReviewDetail,
  },
  /** What one gives as oneself, as manager, as a peer who was asked, or notes of customers. Kept as a draft unless told. */
  givePart: {
    method: 'PUT',
    path: '/reviews/:reviewId/parts/:part',
    permission: 'performance.read',
    input: z.object({
      reviewId: Id,
      part: PartKind,
      scores: z.record(z.string().max(80), Given),
      note: Reason.default(''),
      submit: z.boolean(),
      /** Of the manager: another score for the whole than was computed. */
      suggestion: z.object({ scoreHundredths: Score, reason: Reason.default('') }).optional(),
    }),
    output: z.object({ reviewId: Id, version: z.int() }),
  },
  invitePeers: {
    method: 'POST',
    path: '/reviews/:reviewId/peers',
    permission: 'performance.review',
    input: z.object({ reviewId: Id, personIds: z.array(Id).min(1).max(10) }),
    output: z.object({ reviewId: Id, added: z.int() }),
  },
  confirmReview: {
    method: 'POST',
    path: '/reviews/:reviewId/confirm',
    permission: 'performance.read',
    input: z.object({ reviewId: Id, version: z.int() }),
    output: z.object({ reviewId: Id }),
  },
  /** Asks for another score: begins a request that the manager's manager and HR decide. */
  appealReview: {
    method: 'POST',
    path: '/reviews/:reviewId/appeal',
    permission: 'performance.read',
    input: z.object({ reviewId: Id, version: z.int(), reason: Reason.min(1), wantedHundredths: Score.optional() }),
    output: z.object({ reviewId: Id, requestId: Id }),
  },
})
