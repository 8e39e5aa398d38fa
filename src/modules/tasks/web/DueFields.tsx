import { useState } from 'react'
import { parseDateTime, toZoned } from '@internationalized/date'
import { addDays } from '#core/calendar'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { TimeField } from '#ui/TimeField'
import { useFormat } from '#web/format'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

type Props = { dueAt: string; onChange: (dueAt: string | undefined) => void; fault?: string | undefined }

/** A new due time on the company's clock; begins empty, with the old one's time. */
export function DueFields({ dueAt, onChange, fault }: Props) {
  const t = useWords('tasks')
  const f = useFormat()
  const { tenant } = useSession()
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState<string | null>(f.time(dueAt))
  const tell = (nextDay: string | null, nextTime: string | null) => {
    setDay(nextDay)
    setTime(nextTime)
    const at = nextDay && nextTime ? parseDateTime(`${nextDay}T${nextTime}`) : undefined
    onChange(at && toZoned(at, tenant?.timeZone ?? 'Asia/Shanghai').toAbsoluteString())
  }
  return (
    <FieldGrid columns={2}>
      <DateField
        label={t('give.day')}
        isRequired
        minDay={tenant ? addDays(tenant.today, 0) : undefined}
        value={day}
        onChange={(next) => tell(next, time)}
        {...(fault ? { errorMessage: fault } : {})}
      />
      <TimeField label={t('give.time')} isRequired value={time} onChange={(next) => tell(day, next)} />
    </FieldGrid>
  )
}
