import type { Light } from '#core/indicator'
import { Stat } from '#ui/Stat'
import { useHref } from '#web/links'
import { useWords } from '#web/words'
import type { Board } from '../contract.ts'

/** How many people stand how, each leading to them, and how much work is late. */
export function BoardCounts({ board, onLight }: { board: Board; onLight: (light: Light) => void }) {
  const t = useWords('indicators')
  const lateHref = useHref()('tasks.tasks', {}, { show: 'late' })
  const { counts, period } = board
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {(['red', 'amber', 'green'] as const).map((light) => (
          <Stat
            key={light}
            label={t(`lights.${period.isOpen ? 'open' : 'closed'}.${light}`)}
            value={counts[light]}
            unit={t('board.of', { count: counts.people })}
            tone={counts[light] > 0 ? light : 'plain'}
            onPress={() => onLight(light)}
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
