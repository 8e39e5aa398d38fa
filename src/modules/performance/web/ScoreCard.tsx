import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { ReviewDetail } from '../contract.ts'
import { usePoints } from './use-points.ts'

type Props = { review: ReviewDetail; result: NonNullable<ReviewDetail['result']> }

/** The score on top, how it came from the sum of points, its level, and what pay takes of it. */
export function ScoreCard({ review, result }: Props) {
  const t = useWords('performance')
  const f = useFormat()
  const local = useLocal()
  const { score } = usePoints()
  const { scoreHundredths, level, coefficientPermyriad } = review
  if (review.as === 'self' && scoreHundredths === null)
    return <Card>{<p className="text-muted">{t('score.secret')}</p>}</Card>
  const isDecided = scoreHundredths !== result.scoreHundredths
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <p className="flex items-baseline gap-2">
          <span className="text-3xl font-semibold tabular-nums" data-testid="score">
            {score(scoreHundredths)}
          </span>
          {level && (
            <Tag tone="blue">
              {level.code} · {local(level.name)}
            </Tag>
          )}
        </p>
        <Facts
          columns={3}
          items={[
            { label: t('score.sum'), value: score(result.sumHundredths) },
            ...(result.vetoes.length > 0
              ? [{ label: t('score.afterVeto'), value: score(result.scoreHundredths) }]
              : []),
            ...(isDecided ? [{ label: t('score.decided'), value: score(scoreHundredths) }] : []),
            ...(coefficientPermyriad === null
              ? []
              : [{ label: t('score.coefficient'), value: f.number(coefficientPermyriad / 10_000, 4) }]),
            ...(review.confirmedAt ? [{ label: t('score.confirmed'), value: f.dateTime(review.confirmedAt) }] : []),
            ...(review.frozenAt ? [{ label: t('score.frozen'), value: f.dateTime(review.frozenAt) }] : []),
          ]}
        />
      </div>
    </Card>
  )
}
