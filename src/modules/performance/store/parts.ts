import { sql } from 'kysely'
import type { PartKind } from '#core/performance'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Change } from '../contract.ts'

export type PartScores = Readonly<Record<string, { readonly scoreHundredths: number; readonly reason: string }>>
export type PartRow = {
  readonly id: string
  readonly reviewId: string
  readonly part: PartKind
  readonly reviewerId: string
  readonly scores: PartScores
  readonly note: string
  readonly submittedAt: Date | null
}

/** What people gave in reviews, those still asked among them. */
export async function partsOf(ctx: Context, reviewIds: readonly string[]): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select id, review_id as "reviewId", part, reviewer_id as "reviewerId", scores, note, submitted_at as "submittedAt"
    from review_part where tenant_id = ${ctx.tenantId} and review_id = any(${[...reviewIds]}::uuid[]) order by created_at, id`.execute(
    ctx.db,
  )
  return rows
}

export type Asked = { readonly reviewId: string; readonly part: PartKind; readonly reviewerId: string }

/** Those who are asked already are left alone; gives how many are new. */
export async function askParts(ctx: Context, asked: readonly Asked[]): Promise<number> {
  let count = 0
  for (let at = 0; at < asked.length; at += 1000) {
    const rows = await ctx.db
      .insertInto('review_part')
      .values(
        asked.slice(at, at + 1000).map((one) => ({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          review_id: one.reviewId,
          part: one.part,
          reviewer_id: one.reviewerId,
          created_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    count += rows.length
  }
  return count
}

export async function storePart(
  ctx: Context,
  one: Asked & { scores: PartScores; note: string; submit: boolean },
): Promise<void> {
  const content = {
    scores: JSON.stringify(one.scores),
    note: one.note,
    submitted_at: one.submit ? ctx.now : null,
  }
  await ctx.db
    .insertInto('review_part')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      review_id: one.reviewId,
      part: one.part,
      reviewer_id: one.reviewerId,
      created_at: ctx.now,
      ...content,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'review_id', 'part', 'reviewer_id']).doUpdateSet(content))
    .execute()
}

/** Somebody else is to review as manager than was asked at first. */
export async function handPart(ctx: Context, id: string, reviewerId: string): Promise<void> {
  await ctx.db
    .updateTable('review_part')
    .set({ reviewer_id: reviewerId })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function namesOfPeople(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; number: string }>> {
  const { rows } = await sql<{ id: string; name: string; number: string }>`
    select p.id, ${nameIn(ctx, 'p')} as name, p.number from person p
    where p.tenant_id = ${ctx.tenantId} and p.id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

export type NewChange = {
  readonly reviewId: string
  readonly kind: Change['kind']
  readonly before: number | null
  readonly after: number
  readonly reason: string
}

export async function insertChange(ctx: Context, one: NewChange): Promise<void> {
  await ctx.db
    .insertInto('review_change')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      review_id: one.reviewId,
      kind: one.kind,
      before_hundredths: one.before,
      after_hundredths: one.after,
      reason: one.reason,
      changed_at: ctx.now,
      changed_by: ctx.actor.accountId,
      changer: ctx.actor.name,
    })
    .execute()
}

/** The oldest first, of many reviews at once. */
export async function changesOf(
  ctx: Context,
  reviewIds: readonly string[],
): Promise<(Change & { reviewId: string })[]> {
  const { rows } = await sql<Omit<Change, 'at'> & { reviewId: string; at: Date }>`
    select review_id as "reviewId", kind, before_hundredths as "beforeHundredths", after_hundredths as "afterHundredths", reason,
      changed_at as at, changer
    from review_change where tenant_id = ${ctx.tenantId} and review_id = any(${[...reviewIds]}::uuid[])
    order by changed_at, id`.execute(ctx.db)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export type Waiting = { readonly reviewerId: string; readonly part: PartKind; readonly count: number }

/** Who has still to give something in a round. */
export async function waitingIn(ctx: Context, roundId: string): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select g.reviewer_id as "reviewerId", g.part, count(*)::int as count
    from review_part g join review r on r.tenant_id = g.tenant_id and r.id = g.review_id
    where g.tenant_id = ${ctx.tenantId} and r.round_id = ${roundId} and g.submitted_at is null
    group by g.reviewer_id, g.part`.execute(ctx.db)
  return rows
}

/** Parts of a kind nobody has handed in yet. */
export async function waitingParts(
  ctx: Context,
  roundId: string,
  part: PartKind,
): Promise<{ id: string; reviewId: string }[]> {
  const { rows } = await sql<{ id: string; reviewId: string }>`
    select g.id, g.review_id as "reviewId" from review_part g join review r on r.tenant_id = g.tenant_id and r.id = g.review_id
    where g.tenant_id = ${ctx.tenantId} and r.round_id = ${roundId} and g.part = ${part} and g.submitted_at is null`.execute(
    ctx.db,
  )
  return rows
}

/** Hands many parts in, in one statement. */
export async function storeParts(ctx: Context, given: readonly { id: string; scores: PartScores }[]): Promise<void> {
  await sql`update review_part g set scores = c.scores, submitted_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as c(id uuid, scores jsonb)
    where g.tenant_id = ${ctx.tenantId} and g.id = c.id`.execute(ctx.db)
}
