import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { LineResult, ReviewDetail } from '../contract.ts'
import { CurveChart } from './CurveChart.tsx'
import { LeafRow } from './LeafRow.tsx'
import { usePoints } from './use-points.ts'

type Props = { review: ReviewDetail; result: NonNullable<ReviewDetail['result']> }

/** Why this score: each line with its weight, curve and points, each indicator down to its figure and its days. */
export function ResultLines({ review, result }: Props) {
  return (
    <div className="flex flex-col gap-4">
      {result.lines.map((line) => (
        <LineCard key={line.key} line={line} review={review} result={result} />
      ))}
    </div>
  )
}

function LineCard({ line, review, result }: Props & { line: LineResult }) {
  const t = useWords('performance')
  const local = useLocal()
  const { score, weight } = usePoints()
  const isPhone = usePhone()
  const leaves = result.leaves.filter((leaf) => leaf.lineKey === line.key)
  const veto = result.vetoes.find((one) => one.lineKey === line.key)
  const reached = leaves.flatMap(({ reachedPermille, scoreHundredths }) =>
    reachedPermille === null || scoreHundredths === null ? [] : [{ permille: reachedPermille, scoreHundredths }],
  )
  return (
    <Card
      title={local(line.name)}
      description={
        line.scoreHundredths === null && line.kind === 'manual'
          ? t('line.waits')
          : t('line.weighs', { kind: t(`sources.${line.kind}`), weight: weight(line.weightPermyriad) })
      }
      actions={
        <span className="text-lg font-semibold tabular-nums" data-points={line.key}>
          {line.pointsHundredths === null ? '—' : t('line.points', { points: score(line.pointsHundredths) })}
        </span>
      }
    >
      <div className={isPhone ? 'flex flex-col gap-3' : 'flex items-start gap-6'}>
        <ul className="min-w-0 flex-1 divide-y divide-line">
          {leaves.map((leaf) => (
            <LeafRow
              key={`${leaf.responsibilityId} ${leaf.indicatorKey}`}
              leaf={leaf}
              kind={line.kind}
              review={review}
            />
          ))}
        </ul>
        {line.kind !== 'manual' && <CurveChart curve={line.curve} reached={reached} />}
      </div>
      {line.veto && (
        <p className="mt-3 text-sm">
          <Tag tone={veto ? 'red' : 'gray'}>{t(veto ? 'line.vetoed' : 'line.veto')}</Tag>{' '}
          <span className="text-muted">
            {t('line.vetoRule', { below: score(line.veto.belowHundredths), cap: score(line.veto.capHundredths) })}
          </span>
        </p>
      )}
    </Card>
  )
}
