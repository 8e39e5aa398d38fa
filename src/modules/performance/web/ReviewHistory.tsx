import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Change } from '../contract.ts'
import { usePoints } from './use-points.ts'

/** Each score somebody decided, who, when and why. */
export function ReviewHistory({ changes }: { changes: readonly Change[] }) {
  const t = useWords('performance')
  const f = useFormat()
  const { score } = usePoints()
  return (
    <Timeline
      label={t('review.history')}
      entries={changes.map((change) => ({
        id: change.at + change.kind,
        title: t('review.changed', {
          what: t(`changes.${change.kind}`),
          before: score(change.beforeHundredths),
          after: score(change.afterHundredths),
          who: change.changer,
        }),
        time: f.dateTime(change.at),
        dateTime: change.at,
        tone: change.kind === 'correct' ? ('red' as const) : ('blue' as const),
        children: <p className="text-muted">{change.reason}</p>,
      }))}
    />
  )
}
