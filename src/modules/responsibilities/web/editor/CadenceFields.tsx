import { Cadence } from '#core/cadence'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TimeField } from '#ui/TimeField'
import { useWords } from '#web/words'
import { cadenceText } from '../CadenceText.tsx'
import type { DraftDuty, EditorForm } from './editor-form.ts'

/** Builds a cadence and says it back as a sentence. */
export function CadenceFields({
  form,
  path,
  cadence,
}: {
  form: EditorForm
  path: string
  cadence: DraftDuty['cadence']
}) {
  const t = useWords('responsibilities')
  const isLong = cadence.every === 'week' || cadence.every === 'month'
  const whole = Cadence.safeParse(cadence)
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid gap-3 sm:grid-cols-4">
        <Select
          label={t('cadence.every')}
          options={(['workday', 'week', 'month', 'shift'] as const).map((id) => ({
            id,
            label: t(`cadence.units.${id}`),
          }))}
          value={cadence.every}
          onChange={(every) => form.set(`${path}.every`, every ?? 'week')}
        />
        <NumberField
          label={t('cadence.times')}
          minValue={1}
          maxValue={1000}
          value={cadence.times ?? 1}
          onChange={(times) => form.set(`${path}.times`, times ?? 1)}
          hasSteppers
        />
        <TimeField
          label={t('cadence.dueTime')}
          value={cadence.dueTime ?? '18:00'}
          onChange={(time) => form.set(`${path}.dueTime`, time ?? '18:00')}
        />
        {isLong && (
          <NumberField
            label={t('cadence.dueWorkday')}
            description={t('cadence.dueHint')}
            minValue={-31}
            maxValue={31}
            value={cadence.dueWorkday ?? -1}
            onChange={(nth) => form.set(`${path}.dueWorkday`, nth || -1)}
          />
        )}
      </div>
      {whole.success && <output className="text-sm text-muted">{cadenceText(t, whole.data)}</output>}
    </div>
  )
}
