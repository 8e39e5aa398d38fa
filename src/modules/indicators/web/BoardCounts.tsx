import { Stat } from '#ui/Stat'
import { useHref } from '#web/links'
import { useWords } from '#web/words'
import type { Board } from '../contract.ts'
import { LightStatus } from './LightStatus.tsx'

/** How many people stand how, and how much work is late. */
export function BoardCounts({ board }: { board: Board }) {
  const t = useWords('indicators')
  const lateHref = useHref()('tasks.tasks', {}, { show: 'late' })
  const { counts, period } = board
  const shown = (['red', 'amber', 'green'] as const).map((light) => ({ light, count: counts[light] }))
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {shown.map(({ light, count }) => (
          <Stat
            key={light}
            label={t('board.people')}
            value={count}
            unit={t('board.of', { count: counts.people })}
            note={<LightStatus light={light} isOpen={period.isOpen} />}
          />
        ))}
        <Stat
          label={t('board.lateTasks')}
          value={counts.lateTasks}
          tone={counts.lateTasks > 0 ? 'red' : 'plain'}
          {...(lateHref ? { href: lateHref } : {})}
        />
      </div>
      {counts.unclaimed > 0 && (
        <p className="text-sm text-amber-text">{t('board.unclaimed', { count: counts.unclaimed })}</p>
      )}
    </div>
  )
}
