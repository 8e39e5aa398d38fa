import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { FactWords, FigureDetail } from '../contract.ts'
import { SegmentFacts } from './SegmentFacts.tsx'

type Props = { closed: NonNullable<FigureDetail['closed']>; words: FactWords }

/** That the period is closed, by whom, and what came too late for this figure. */
export function Closed({ closed, words }: Props) {
  const t = useWords('indicators')
  const format = useFormat()
  const { closer, closedAt, late } = closed
  return (
    <Card title={t('closing.isClosed')} description={t('figure.closed', { closer, at: format.dateTime(closedAt) })}>
      {late.length > 0 && (
        <div className="flex flex-col gap-2">
          <p>{t('figure.lateCount', { count: late.length })}</p>
          <SegmentFacts facts={late} words={words} />
        </div>
      )}
    </Card>
  )
}
