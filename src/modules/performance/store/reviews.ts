import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { Period, Result, ReviewDetail } from '../contract.ts'
import type { Span } from '../rules/spans.ts'

export type Review = {
  readonly id: string
  readonly roundId: string
  readonly personId: string
  readonly unitId: string | null
  readonly positionId: string | null
  readonly period: Period
  readonly from: Day
  readonly spans: readonly Span[]
  readonly result: Result | null
  readonly computedHundredths: number | null
  readonly scoreHundredths: number | null
  readonly level: string | null
  readonly version: number
  readonly confirmedAt: Date | null
  readonly appealRequestId: string | null
  readonly appealState: NonNullable<ReviewDetail['appeal']>['state'] | null
  readonly frozenAt: Date | null
}

const columns = sql`r.id, r.round_id as "roundId", r.person_id as "personId", r.unit_id as "unitId", r.position_id as "positionId",
  r.period, r.period_from as "from", r.spans, r.result, r.computed_hundredths as "computedHundredths",
  r.score_hundredths as "scoreHundredths", r.level, r.version, r.confirmed_at as "confirmedAt",
  r.appeal_request_id as "appealRequestId", r.appeal_state as "appealState", r.frozen_at as "frozenAt"`

/** Reviews by id, locked where they are to be written; whoever asks sees to it whether the asker may. */
export async function reviewById(ctx: Context, id: string, lock = false): Promise<Review | undefined> {
  const { rows } = await sql<Review>`select ${columns} from review r
    where r.tenant_id = ${ctx.tenantId} and r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.db)
  return rows[0]
}

/** All of a round, or some of them, in the order of their ids. */
export async function reviewsOfRound(ctx: Context, roundId: string, lock = false): Promise<Review[]> {
  const { rows } = await sql<Review>`select ${columns} from review r
    where r.tenant_id = ${ctx.tenantId} and r.round_id = ${roundId} order by r.id ${lock ? sql`for update` : sql``}`.execute(
    ctx.db,
  )
  return rows
}

export type NewReview = {
  readonly id: string
  readonly personId: string
  readonly unitId: string
  readonly positionId: string
  readonly spans: readonly Span[]
}

/** Those who have a review of the same period elsewhere get no second; gives the ids of who got one. */
export async function insertReviews(
  ctx: Context,
  round: { id: string; period: Period; from: Day },
  reviews: readonly NewReview[],
): Promise<Set<string>> {
  if (reviews.length === 0) return new Set()
  const rows = await ctx.db
    .insertInto('review')
    .values(
      reviews.map((one) => ({
        tenant_id: ctx.tenantId,
        id: one.id,
        round_id: round.id,
        person_id: one.personId,
        unit_id: one.unitId,
        position_id: one.positionId,
        period: round.period,
        period_from: round.from,
        spans: JSON.stringify(one.spans),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map((row) => row.id))
}

export type Computed = {
  readonly id: string
  readonly result: Result
  readonly computedHundredths: number | null
  readonly scoreHundredths: number | null
  readonly level: string | null
  /** False where the employee has to look again because the score became another. */
  readonly keepsConfirmation: boolean
}

/** In one statement however many. */
export async function storeComputed(ctx: Context, all: readonly Computed[]): Promise<void> {
  for (let at = 0; at < all.length; at += 500) {
    const some = all.slice(at, at + 500)
    await sql`update review r set result = c.result, computed_hundredths = c."computedHundredths",
        score_hundredths = c."scoreHundredths", level = c.level, version = r.version + 1,
        confirmed_at = case when c."keepsConfirmation" then r.confirmed_at end
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as c(id uuid, result jsonb, "computedHundredths" int,
        "scoreHundredths" int, level text, "keepsConfirmation" boolean)
      where r.tenant_id = ${ctx.tenantId} and r.id = c.id`.execute(ctx.db)
  }
}

export async function updateReview(
  ctx: Context,
  review: Pick<Review, 'id' | 'version'>,
  change: {
    scoreHundredths?: number
    level?: string
    confirmedAt?: Date | null
    appealRequestId?: string
    appealState?: 'open' | 'settled' | 'dropped'
  },
): Promise<number> {
  const { scoreHundredths, level, confirmedAt, appealRequestId, appealState } = change
  await ctx.db
    .updateTable('review')
    .set({
      version: review.version + 1,
      ...(scoreHundredths === undefined ? {} : { score_hundredths: scoreHundredths }),
      ...(level === undefined ? {} : { level }),
      ...(confirmedAt === undefined ? {} : { confirmed_at: confirmedAt }),
      ...(appealRequestId === undefined ? {} : { appeal_request_id: appealRequestId }),
      ...(appealState === undefined ? {} : { appeal_state: appealState }),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', review.id)
    .execute()
  return review.version + 1
}

export async function freezeReviews(ctx: Context, roundId: string): Promise<number> {
  const { rows } = await sql`update review set frozen_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.tenantId} and round_id = ${roundId} returning id`.execute(ctx.db)
  return rows.length
}

export async function reviewByAppeal(ctx: Context, requestId: string): Promise<Review | undefined> {
  const { rows } = await sql<Review>`select ${columns} from review r
    where r.tenant_id = ${ctx.tenantId} and r.appeal_request_id = ${requestId} for update`.execute(ctx.db)
  return rows[0]
}

export type FinalScore = {
  readonly reviewId: string
  readonly personId: string
  readonly scoreHundredths: number
  readonly schemeVersionId: string
}

/** Frozen scores of people in a period, the last correction counting. */
export async function finalScores(
  ctx: Context,
  personIds: readonly string[],
  period: Period,
  from: Day,
): Promise<FinalScore[]> {
  const { rows } = await sql<FinalScore>`
    select r.id as "reviewId", r.person_id as "personId", coalesce(c.after_hundredths, r.score_hundredths) as "scoreHundredths",
      r.spans -> -1 ->> 'schemeVersionId' as "schemeVersionId"
    from review r
    left join lateral (select x.after_hundredths from review_change x where x.tenant_id = r.tenant_id and x.review_id = r.id
      and x.kind = 'correct' order by x.changed_at desc, x.id desc limit 1) c on true
    where r.tenant_id = ${ctx.tenantId} and r.person_id = any(${[...personIds]}::uuid[]) and r.period = ${period}
      and r.period_from = ${from} and r.frozen_at is not null and coalesce(c.after_hundredths, r.score_hundredths) is not null`.execute(
    ctx.db,
  )
  return rows
}

export async function confirmAll(ctx: Context, roundId: string): Promise<void> {
  await sql`update review set confirmed_at = ${ctx.now}, version = version + 1
    where tenant_id = ${ctx.tenantId} and round_id = ${roundId} and score_hundredths is not null and confirmed_at is null`.execute(
    ctx.db,
  )
}
