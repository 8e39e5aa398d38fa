import { levelOf, type SchemeContent } from '#core/performance'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { changesOf, namesOfPeople } from '../store/parts.ts'
import { judgedBy } from '../store/judged-by.ts'
import { versionsOf } from '../store/schemes.ts'
import { computeResults } from './compute.ts'
import { requireScheme } from './schemes.ts'

type Try = (typeof routes)['trySchemeDraft']

/** The last round judged by a scheme, computed with its draft instead: what weights and curves would have done to each score. */
export async function trySchemeDraft(ctx: Context, { schemeId, limit }: Input<Try>): Promise<Output<Try>> {
  const { draft } = await requireScheme(ctx, schemeId)
  const versions = await versionsOf(ctx, schemeId)
  const found =
    draft &&
    (await judgedBy(
      ctx,
      versions.map((version) => version.id),
      limit,
    ))
  if (!draft || !found) return { round: null, rows: [] }
  const { round, reviews } = found
  const instead = new Map<string, SchemeContent>(versions.map((version) => [version.id, draft]))
  const results = await computeResults(ctx, round, reviews, { instead })
  const names = await namesOfPeople(
    ctx,
    reviews.map((review) => review.personId),
  )
  const decided = new Set(
    (
      await changesOf(
        ctx,
        reviews.map(({ id }) => id),
      )
    ).map((change) => change.reviewId),
  )
  const rows = reviews
    .filter((review) => ctx.may('performance.set-up', { personId: review.personId, unitId: review.unitId }))
    .map((review) => {
      const after = results.get(review.id)?.scoreHundredths ?? null
      const before = decided.has(review.id) ? review.computedHundredths : review.scoreHundredths
      return {
        reviewId: review.id,
        personName: names.get(review.personId)?.name ?? '',
        beforeHundredths: before,
        afterHundredths: after,
        beforeLevel: before === null ? null : levelOf(versions[0]?.content.levels ?? draft.levels, before).code,
        afterLevel: after === null ? null : levelOf(draft.levels, after).code,
      }
    })
  const change = (row: (typeof rows)[number]) => Math.abs((row.afterHundredths ?? 0) - (row.beforeHundredths ?? 0))
  return { round: { id: round.id, name: { ...round.name } }, rows: rows.toSorted((a, b) => change(b) - change(a)) }
}
