import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { TimeField } from '#ui/TimeField'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Draft } from './hand-in-draft.ts'

type Props = { value: Draft['happened']; onChange: (value: Draft['happened']) => void; fault: string | undefined }

/** When it happened: now, unless it is said otherwise. */
export function HappenedField({ value, onChange, fault }: Props) {
  const t = useWords('tasks')
  const f = useFormat()
  const now = () => new Date().toISOString()
  if (!value)
    return (
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <span className="text-muted">{t('happened.label')}</span> {t('happened.now')}
        </span>
        <Button variant="quiet" onPress={() => onChange({ day: f.day(now()).slice(0, 10), time: f.time(now()) })}>
          {t('happened.change')}
        </Button>
      </p>
    )
  return (
    <div className="flex flex-wrap items-start gap-3">
      <DateField
        label={t('happened.day')}
        value={value.day}
        onChange={(day) => onChange({ ...value, day })}
        className="flex-1 basis-36"
        {...(fault ? { errorMessage: fault } : {})}
      />
      <TimeField
        label={t('happened.time')}
        value={value.time}
        onChange={(time) => onChange({ ...value, time })}
        className="flex-1 basis-24"
      />
      <Button variant="quiet" onPress={() => onChange(null)}>
        {t('happened.reset')}
      </Button>
    </div>
  )
}
