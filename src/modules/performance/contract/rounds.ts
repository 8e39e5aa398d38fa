import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { Id, Period, PersonBrief, Reason, RoundState, Score, Text } from './shapes.ts'

export const Round = z.object({
  id: Id,
  name: Text,
  period: Period,
  from: z.string(),
  until: z.string(),
  unitId: z.uuid().nullable(),
  unitName: Text.nullable(),
  dueOn: z.string(),
  state: RoundState,
  version: z.int(),
  computedAt: z.string().nullable(),
  frozenAt: z.string().nullable(),
  /** Of the reviews the asker may see. */
  counts: z.object({
    reviews: z.int(),
    reviewed: z.int(),
    confirmed: z.int(),
    appeals: z.int(),
  }),
})
export type Round = z.infer<typeof Round>

export const ReviewRow = z.object({
  id: Id,
  person: PersonBrief,
  unitName: Text.nullable(),
  positionTitle: Text.nullable(),
  computedHundredths: z.int().nullable(),
  scoreHundredths: z.int().nullable(),
  level: z.string().nullable(),
  /** True where somebody decided another score than was computed. */
  isAdjusted: z.boolean(),
  self: z.enum(['none', 'waiting', 'done']),
  manager: z.enum(['none', 'waiting', 'done']),
  /** Who is to review as manager. */
  managerName: z.string().nullable(),
  peers: z.object({ asked: z.int(), done: z.int() }),
  confirmedAt: z.string().nullable(),
  appeal: z.enum(['none', 'open', 'settled', 'dropped']),
  version: z.int(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

export const LevelShare = z.object({
  code: z.string(),
  name: Text,
  count: z.int(),
  atMost: z.int().nullable(),
  atLeast: z.int().nullable(),
  verdict: z.enum(['fits', 'too-many', 'too-few']),
})
export type LevelShare = z.infer<typeof LevelShare>

export const roundRoutes = defineRoutes({
  listRounds: {
    method: 'GET',
    path: '/review-rounds',
    permission: 'performance.read',
    input: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      rows: z.array(Round),
      total: z.int(),
      may: z.object({ open: z.boolean(), calibrate: z.boolean(), freeze: z.boolean() }),
    }),
  },
  readRound: {
    method: 'GET',
    path: '/review-rounds/:roundId',
    permission: 'performance.read',
    input: z.object({
      roundId: Id,
      text: z.string().trim().max(100).optional(),
      level: z.string().max(10).optional(),
      waiting: z.enum(['manager', 'self', 'peers', 'confirmation', 'appeal']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: Round.extend({
      rows: z.array(ReviewRow),
      total: z.int(),
      may: z.object({ calibrate: z.boolean(), freeze: z.boolean(), correct: z.boolean() }),
    }),
  },
  /** Who sat somewhere in the period and has no review, because no scheme judges them. */
  listWithoutScheme: {
    method: 'GET',
    path: '/review-rounds/:roundId/without',
    permission: 'performance.set-up',
    input: z.object({ roundId: Id, limit: z.coerce.number().int().min(1).max(500).default(100) }),
    output: z.object({
      total: z.int(),
      rows: z.array(PersonBrief.extend({ unitName: Text.nullable(), positionTitle: Text.nullable() })),
    }),
  },
  /** How people spread over the levels, of those the asker may see. Fewer than three are refused to who may not calibrate. */
  readDistribution: {
    method: 'GET',
    path: '/review-rounds/:roundId/distribution',
    permission: 'performance.read',
    input: z.object({ roundId: Id, unitId: Id.optional() }),
    output: z.object({ people: z.int(), levels: z.array(LevelShare) }),
  },
  /** Begins to judge a period: everybody with a scheme gets a review, and who is to review is told. */
  openRound: {
    method: 'POST',
    path: '/review-rounds',
    permission: 'performance.set-up',
    input: z.object({
      name: localText(100).optional(),
      period: Period,
      /** Any day of the period. */
      day: z.iso.date(),
      unitId: Id.nullable().default(null),
      dueOn: z.iso.date(),
    }),
    output: z.object({ roundId: Id, reviews: z.int(), without: z.int() }),
  },
  /** People who came to have a scheme since; nobody is taken out. */
  addMissing: {
    method: 'POST',
    path: '/review-rounds/:roundId/add-missing',
    permission: 'performance.set-up',
    input: z.object({ roundId: Id }),
    output: z.object({ added: z.int() }),
  },
  /** Computes all scores anew from the facts as they are. */
  recomputeRound: {
    method: 'POST',
    path: '/review-rounds/:roundId/recompute',
    permission: 'performance.calibrate',
    input: z.object({ roundId: Id }),
    output: z.object({ reviews: z.int(), changed: z.int() }),
  },
  /** One state onward, or back; leaving something undone behind needs a reason. */
  moveRound: {
    method: 'POST',
    path: '/review-rounds/:roundId/move',
    permission: 'performance.calibrate',
    input: z.object({
      roundId: Id,
      version: z.int(),
      to: z.enum(['open', 'scored', 'calibrated', 'confirmed']),
      reason: Reason.default(''),
    }),
    output: z.object({ roundId: Id, version: z.int(), state: RoundState }),
  },
  /** Never changed again. */
  freezeRound: {
    method: 'POST',
    path: '/review-rounds/:roundId/freeze',
    permission: 'performance.freeze',
    input: z.object({ roundId: Id, version: z.int() }),
    output: z.object({ roundId: Id, reviews: z.int() }),
  },
  calibrateReview: {
    method: 'POST',
    path: '/reviews/:reviewId/calibrate',
    permission: 'performance.calibrate',
    input: z.object({ reviewId: Id, version: z.int(), scoreHundredths: Score, reason: Reason.min(1) }),
    output: z.object({ reviewId: Id, version: z.int(), level: z.string() }),
  },
  /** Another score for a frozen review: a new row beside it, which counts from now on. */
  correctReview: {
    method: 'POST',
    path: '/reviews/:reviewId/correct',
    permission: 'performance.freeze',
    input: z.object({ reviewId: Id, scoreHundredths: Score, reason: Reason.min(1) }),
    output: z.object({ reviewId: Id }),
  },
})
