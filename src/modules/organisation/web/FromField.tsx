import { DateField } from '#ui/DateField'
import type { BoundField } from '#web/form'
import { useWords } from '#web/words'

/** The first day something holds. */
export function FromField(from: BoundField<string>) {
  const t = useWords('organisation')
  return (
    <DateField
      label={t('screens.from')}
      {...from}
      value={from.value || null}
      onChange={(day) => from.onChange(day ?? '')}
    />
  )
}
