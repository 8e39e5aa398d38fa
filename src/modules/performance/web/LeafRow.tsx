import { addDays } from '#core/calendar'
import { useFigureText } from '#screens/indicators'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Leaf, LineResult, ReviewDetail } from '../contract.ts'
import { usePoints } from './use-points.ts'

type Props = { leaf: Leaf; kind: LineResult['kind']; review: ReviewDetail }

/** The smallest thing scored: its figure against its target, its weight with the days it is made of, its points. */
export function LeafRow({ leaf, kind, review }: Props) {
  const t = useWords('performance')
  const local = useLocal()
  const f = useFormat()
  const figure = useFigureText()
  const { score, weight } = usePoints()
  const href = useHref()
  const { responsibilityId, indicatorKey, reachedPermille } = leaf
  const source =
    responsibilityId && indicatorKey
      ? href(
          'indicators.figure',
          { personId: review.person.id, responsibilityId, indicatorKey },
          { period: review.round.period, day: review.round.from },
        )
      : undefined
  const name = kind === 'manual' ? t('line.given') : local(leaf.name)
  return (
    <li className="flex flex-col gap-1 py-2">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">
          {source ? <Link href={source}>{name}</Link> : name}
          {leaf.responsibilityName && kind === 'responsibilities' && indicatorKey && (
            <span className="text-sm text-muted"> · {local(leaf.responsibilityName)}</span>
          )}
        </span>
        <span className="shrink-0 tabular-nums">{score(leaf.pointsHundredths)}</span>
      </div>
      <p className="text-sm text-muted">
        {reachedPermille === null
          ? kind === 'manual'
            ? null
            : t('line.noFigure')
          : t('line.reached', {
              value: figure(leaf.value, leaf.unit),
              target: figure(leaf.target, leaf.unit),
              percent: f.percent(reachedPermille),
            })}
        {leaf.scoreHundredths !== null && (
          <>
            {reachedPermille !== null && ' · '}
            {t('line.times', { score: score(leaf.scoreHundredths), weight: weight(leaf.weightPermyriad) })}
          </>
        )}
        {leaf.scoreHundredths === null && kind === 'manual' && t('line.notGiven')}
      </p>
      {kind === 'responsibilities' && (leaf.days.length > 1 || !isWhole(leaf, review)) && (
        <ul className="text-xs text-muted">
          {leaf.days.map((span) => (
            <li key={span.from}>
              {t('line.days', {
                from: f.shortDay(span.from),
                until: f.shortDay(addDays(span.until, -1)),
                weight: f.percent(span.weightPermille),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function isWhole({ days }: Leaf, { round }: ReviewDetail): boolean {
  return days[0]?.from === round.from && days.at(-1)?.until === round.until
}
