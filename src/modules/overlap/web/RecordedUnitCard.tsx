import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { RecordedUnit } from '../contract.ts'
import { percentOf } from './bands.ts'

type Props = { recorded: RecordedUnit; onOpen: (responsibilityId: string) => void }

/** One department: its hours as a bar in four parts, and what it does for others' responsibilities. */
export function RecordedUnitCard({ recorded, onOpen }: Props) {
  const t = useWords('overlap')
  const local = useLocal()
  const format = useFormat()
  const { hours, foreignHours, foreignPermille, foreign } = recorded
  const unit = local(recorded.unit.name)
  return (
    <Card
      title={unit}
      description={
        foreignHours > 0
          ? t('recorded.sentence', {
              unit,
              share: percentOf(foreignPermille),
              hours: format.number(foreignHours),
              total: format.number(hours),
            })
          : t('recorded.allOwn', { total: format.number(hours) })
      }
    >
      <Parts recorded={recorded} />
      {foreign.length > 0 && (
        <ul className="mt-3 flex flex-col divide-y divide-line border-t border-line">
          {foreign.map((one) => (
            <li key={one.responsibility.id} className="flex items-center justify-between gap-3 py-1.5">
              <span className="min-w-0">
                <span className="block truncate font-medium">{local(one.responsibility.name)}</span>
                <span className="block text-xs text-muted">
                  {t('recorded.heldBy', { unit: local(one.holder.name) })}
                  {one.byWording && ` · ${t('recorded.byWording')}`}
                </span>
              </span>
              <Button size="sm" variant="quiet" iconAfter={ChevronRight} onPress={() => onOpen(one.responsibility.id)}>
                {t('recorded.hours', { hours: format.number(one.hours) })} · {percentOf(one.sharePermille)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Parts({ recorded }: { recorded: RecordedUnit }) {
  const t = useWords('overlap')
  const format = useFormat()
  const parts = [
    { key: 'own', hours: recorded.ownHours, ground: 'bg-primary' },
    { key: 'shared', hours: recorded.sharedHours, ground: 'bg-teal' },
    { key: 'foreign', hours: recorded.foreignHours, ground: 'bg-amber' },
    { key: 'unknown', hours: recorded.unknownHours, ground: 'bg-gray-line' },
  ].filter((part) => part.hours > 0)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex h-3 gap-px overflow-hidden rounded-sm" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} className={part.ground} style={{ flexGrow: part.hours }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {parts.map((part) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-xs ${part.ground}`} aria-hidden="true" />
            {t(`recorded.parts.${part.key}`)} {t('recorded.hours', { hours: format.number(part.hours) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
