import { distributionOf, levelOf, type Level } from '#core/performance'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { ReviewRow, routes } from '../contract.ts'
import { groupTooSmall } from '../problems.ts'
import { namesOfPeople } from '../store/parts.ts'
import { reviewRows, scoresOf, type Row, type RowFilter } from '../store/rows.ts'
import { postsOf } from '../store/posts.ts'
import { reviewsOfRound } from '../store/reviews.ts'
import { roundById, roundRows } from '../store/rounds.ts'
import { versionsById } from '../store/schemes.ts'
import { whoIsJudged } from './who.ts'

type Routes = typeof routes
/** Below this many people a distribution would tell single scores. */
const leastPeople = 3

export async function listRounds(
  ctx: Context,
  input: Input<Routes['listRounds']>,
): Promise<Output<Routes['listRounds']>> {
  const rows = await roundRows(ctx, input)
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    may: {
      open: ctx.may('performance.set-up'),
      calibrate: ctx.may('performance.calibrate'),
      freeze: ctx.may('performance.freeze'),
    },
  }
}

export async function readRound(ctx: Context, input: Input<Routes['readRound']>): Promise<Output<Routes['readRound']>> {
  const { roundId, ...filter } = input
  const [found] = await roundRows(ctx, { id: roundId })
  if (!found) throw notFound({ what: 'review-round' })
  const { total: _total, ...round } = found
  const isSuperior = ctx.may('performance.review') || ctx.may('performance.calibrate')
  const rows = await shownRows(ctx, {
    ...filter,
    roundId,
    permission: 'performance.read',
    withoutSelf: !ctx.may('performance.calibrate'),
  })
  const isFrozen = round.state === 'frozen'
  return {
    ...round,
    rows: rows.rows,
    total: rows.total,
    may: {
      calibrate: isSuperior && !isFrozen && ctx.may('performance.calibrate'),
      freeze: round.state === 'confirmed' && ctx.may('performance.freeze'),
      correct: isFrozen && ctx.may('performance.freeze'),
    },
  }
}

/** Rows with the level of the score that counts. */
export async function shownRows(
  ctx: Context,
  filter: RowFilter,
): Promise<{ rows: (ReviewRow & { managerId: string | null })[]; total: number }> {
  const rows = await reviewRows(ctx, filter)
  const known = await versionsById(
    ctx,
    rows.map((row) => row.schemeVersionId),
  )
  return {
    rows: rows.map((row) => leveled(row, known.get(row.schemeVersionId)?.content.levels)),
    total: rows[0]?.total ?? 0,
  }
}

function leveled({ total: _total, schemeVersionId: _version, ...row }: Row, levels: readonly Level[] | undefined) {
  const { scoreHundredths } = row
  return { ...row, level: levels && scoreHundredths !== null ? levelOf(levels, scoreHundredths).code : null }
}

export async function listWithoutScheme(
  ctx: Context,
  { roundId, limit }: Input<Routes['listWithoutScheme']>,
): Promise<Output<Routes['listWithoutScheme']>> {
  const round = await roundById(ctx, roundId)
  if (!round) throw notFound({ what: 'review-round' })
  const judged = await whoIsJudged(ctx, round.period, round, round.unitId)
  const having = new Set((await reviewsOfRound(ctx, roundId)).map(({ personId }) => personId))
  const missing = judged.filter(
    ({ personId, unitId, spans }) =>
      spans.length === 0 && !having.has(personId) && ctx.may('performance.set-up', { personId, unitId }),
  )
  const ids = missing.slice(0, limit).map(({ personId }) => personId)
  const [names, posts] = [await namesOfPeople(ctx, ids), await postsOf(ctx, missing.slice(0, limit))]
  return {
    total: missing.length,
    rows: ids.flatMap((id) => {
      const person = names.get(id)
      return person ? [{ ...person, ...(posts.get(id) ?? { unitName: null, positionTitle: null }) }] : []
    }),
  }
}

export async function readDistribution(
  ctx: Context,
  { roundId, unitId }: Input<Routes['readDistribution']>,
): Promise<Output<Routes['readDistribution']>> {
  const [found] = await roundRows(ctx, { id: roundId })
  if (!found) throw notFound({ what: 'review-round' })
  const unitIds = unitId === undefined ? undefined : await ctx.house.scopes.subtree(ctx.db, [unitId], ctx.today)
  const scores = await scoresOf(ctx, roundId, unitIds)
  if (scores.length < leastPeople && !ctx.may('performance.calibrate')) throw groupTooSmall({ least: leastPeople })
  const known = await versionsById(
    ctx,
    scores.map((one) => one.schemeVersionId),
  )
  const codes = scores.flatMap(({ scoreHundredths, schemeVersionId }) => {
    const levels = known.get(schemeVersionId)?.content.levels
    return levels ? [levelOf(levels, scoreHundredths).code] : []
  })
  const levels = [
    ...new Map(
      [...known.values()].flatMap(({ content }) => content.levels).map((level) => [level.code, level]),
    ).values(),
  ].toSorted((a, b) => b.fromHundredths - a.fromHundredths)
  const names = new Map(levels.map((level) => [level.code, level.name]))
  return {
    people: scores.length,
    levels: distributionOf(levels, codes).map((one) => ({ ...one, name: { ...names.get(one.code) } })),
  }
}
