import type { Span } from '#core/flow'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'

const units = ['workday', 'workhour', 'day', 'hour', 'minute'] as const

type SpanFieldProps = {
  label: string
  value: Span
  onChange: (span: Span) => void
  minValue?: number
  isDisabled?: boolean
}

/** So many working days, hours, days … */
export function SpanField({ label, value, onChange, minValue = 1, isDisabled = false }: SpanFieldProps) {
  const t = useWords('flow')
  return (
    <div className="grid grid-cols-2 items-end gap-2">
      <NumberField
        label={label}
        value={Math.abs(value.amount)}
        minValue={minValue}
        maxValue={10_000}
        step={1}
        isDisabled={isDisabled}
        onChange={(amount) => onChange({ ...value, amount: amount ?? minValue })}
      />
      <Select
        label={t('designer.fields.unit')}
        hideLabel
        value={value.unit}
        isDisabled={isDisabled}
        options={units.map((id) => ({ id, label: t(`designer.units.${id}`) }))}
        onChange={(unit) => unit && onChange({ ...value, unit: unit as Span['unit'] })}
      />
    </div>
  )
}
