import { Progress } from '#ui/Progress'
import { useWords } from '#web/words'
import type { MyDay } from '../contract.ts'

/** Of what fell due this week, how much is done. */
export function WeekRing({ week }: { week: MyDay['week'] }) {
  const t = useWords('tasks')
  const isAll = week.due > 0 && week.done >= week.due
  return (
    <div className="flex items-center gap-3">
      <Progress
        look="ring"
        label={t('week.title')}
        value={week.done}
        max={Math.max(1, week.due)}
        tone={isAll ? 'green' : 'blue'}
        figure={`${week.done}/${week.due}`}
      />
      <div className="min-w-0">
        <p className="font-medium">{t('week.title')}</p>
        <p className="text-sm text-muted">
          {week.due === 0 ? t('week.none') : t('week.done', { done: week.done, due: week.due })}
        </p>
      </div>
    </div>
  )
}
