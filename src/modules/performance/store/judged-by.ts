import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { reviewsOfRound, type Review } from './reviews.ts'
import { roundById, type RoundRow } from './rounds.ts'

/** The newest round in which some of these versions judged somebody, with those reviews. */
export async function judgedBy(
  ctx: Context,
  versionIds: readonly string[],
  limit: number,
): Promise<{ round: RoundRow; reviews: Review[] } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select o.id from review_round o where o.tenant_id = ${ctx.tenantId} and exists (select from review r
      where r.tenant_id = o.tenant_id and r.round_id = o.id and ${isJudgedBy(versionIds)})
    order by o.valid_from desc, o.created_at desc limit 1`.execute(ctx.db)
  const round = rows[0] && (await roundById(ctx, rows[0].id))
  if (!round) return undefined
  const wanted = new Set(versionIds)
  const reviews = (await reviewsOfRound(ctx, round.id)).filter(({ spans }) =>
    spans.some((span) => wanted.has(span.schemeVersionId)),
  )
  return { round, reviews: reviews.slice(0, limit) }
}

function isJudgedBy(versionIds: readonly string[]) {
  return sql<boolean>`exists (select from jsonb_array_elements(r.spans) s where s ->> 'schemeVersionId' = any(${[...versionIds]}))`
}
