import { addDays, addMonths, periodAround, periodBefore, type Day } from '#core/calendar'
import { pick } from '#core/local-text'
import { coefficientOf, levelOf } from '#core/performance'
import { say } from '#kernel/i18n'
import type { Context } from '#kernel/context'
import type { FigureName, PersonFigure } from '#modules/people'
import type { Period } from '../contract.ts'
import { finalScores } from '../store/reviews.ts'
import { versionsById } from '../store/schemes.ts'

export const figureNames: readonly FigureName[] = [
  { name: 'performance_score', alias: '绩效得分' },
  { name: 'performance_points', alias: '绩效分数' },
  { name: 'performance_level', alias: '绩效等级' },
  { name: 'performance_score_quarter', alias: '季度绩效得分' },
  { name: 'performance_score_year', alias: '年度绩效得分' },
]

/**
 * Frozen results as pay takes them in a month (`2026-10`): the score of the month as a fraction (1 = whole, at most 1.5), its
 * points (0 to 150), its level counted from the best (1), and the scores of the last quarter and year that ended by then.
 */
export async function figuresOf(ctx: Context, personIds: readonly string[], month: string): Promise<PersonFigure[]> {
  const first = `${month}-01` as Day
  const after = addMonths(first, 1)
  const figures: PersonFigure[] = []
  for (const period of ['month', 'quarter', 'year'] as const) {
    const from = lastEnded(period, after)
    const finals = await finalScores(ctx, personIds, period, from)
    const known = await versionsById(
      ctx,
      finals.map((one) => one.schemeVersionId),
    )
    for (const { reviewId, personId, scoreHundredths, schemeVersionId } of finals) {
      const version = known.get(schemeVersionId)
      if (!version) continue
      const { levels } = version.content
      const level = levelOf(levels, scoreHundredths)
      const base = { personId, path: `/reviews/${reviewId}` }
      const label = say(ctx.language, `performance.figure.${period}`, {
        scheme: pick(version.name, ctx.language),
        level: level.code,
      })
      const fraction = decimal(coefficientOf(version.content, scoreHundredths), 10_000)
      figures.push({
        ...base,
        name: period === 'month' ? 'performance_score' : `performance_score_${period}`,
        value: fraction,
        label,
      })
      if (period !== 'month') continue
      figures.push({ ...base, name: 'performance_points', value: decimal(scoreHundredths, 100), label })
      figures.push({ ...base, name: 'performance_level', value: String(levels.indexOf(level) + 1), label })
    }
  }
  return figures
}

/** The first day of the last period of a kind that is over on a day. */
function lastEnded(period: Period, after: Day): Day {
  const last = periodAround(period, addDays(after, -1))
  return last.until <= after ? last.from : periodBefore(period, last.from).from
}

/** A whole number of parts as a decimal: 9235 of 10000 is `0.9235`. */
function decimal(parts: number, whole: 100 | 10_000): string {
  const places = whole === 100 ? 2 : 4
  return `${Math.floor(parts / whole)}.${String(parts % whole).padStart(places, '0')}`
}
