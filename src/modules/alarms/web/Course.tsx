import { daysBetween } from '#core/calendar'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import type { Alarm } from '../contract.ts'

/** Since when it is so, and until when it was muted or that it is resolved. */
export function Course({ alarm }: { alarm: Alarm }) {
  const t = useWords('alarms')
  const format = useFormat()
  const today = useSession().tenant?.today ?? alarm.since
  const days = daysBetween(alarm.since, alarm.resolvedOn ?? today)
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span>{format.shortDay(alarm.since)}</span>
      <span className="text-muted">{days > 0 ? t('list.sinceDays', { count: days }) : t('list.today')}</span>
      {alarm.resolvedOn && <Tag tone="green">{t('list.resolvedOn', { day: format.shortDay(alarm.resolvedOn) })}</Tag>}
      {!alarm.resolvedOn && alarm.mutedUntil && alarm.mutedUntil > today && (
        <Tag>{t('list.mutedUntil', { day: format.shortDay(alarm.mutedUntil) })}</Tag>
      )}
    </span>
  )
}
