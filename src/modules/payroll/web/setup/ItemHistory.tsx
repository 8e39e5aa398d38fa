import { useState } from 'react'
import CalendarX from 'lucide-react/icons/calendar-x'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type PayItemVersion } from '../../contract.ts'

type Props = { timeline: readonly PayItemVersion[]; mayEdit: boolean; onDone: () => void }

/** All versions of an item, the newest first; the last may be taken back or ended. */
export function ItemHistory({ timeline, mayEdit, onDone }: Props) {
  const t = useWords('payroll')
  const today = useSession().tenant?.today ?? ''
  const [until, setUntil] = useState<string | null>(null)
  const withdraw = useCommand(routes.withdrawItem, { done: t('setup.withdrawn'), onDone })
  const end = useCommand(routes.endItem, { done: t('setup.saved'), onDone })
  const last = timeline.at(-1)
  return (
    <div className="flex flex-col gap-4">
      <Timeline
        label={t('setup.history')}
        entries={timeline.toReversed().map((version) => ({
          id: version.id,
          title: <code className="font-mono text-sm break-words">{version.formula}</code>,
          time: version.until ? `${version.from} – ${version.until}` : version.from,
          isAhead: version.from > today,
          children: (
            <span className="flex flex-wrap items-center gap-2">
              {version.isUsed && <Tag>{t('setup.used')}</Tag>}
              {mayEdit && version.id === last?.id && !version.isUsed && (
                <Button size="sm" variant="danger-quiet" icon={Undo2} onPress={() => withdraw.run({ id: version.id })}>
                  {t('setup.withdraw')}
                </Button>
              )}
            </span>
          ),
        }))}
      />
      {mayEdit && last && (
        <div className="flex flex-wrap items-end gap-2">
          <DateField label={t('setup.until')} value={until ?? last.until} onChange={setUntil} />
          <Button
            icon={CalendarX}
            isDisabled={!until}
            isPending={end.isRunning}
            onPress={() => end.run({ id: last.id, until })}
          >
            {t('setup.end')}
          </Button>
        </div>
      )}
    </div>
  )
}
