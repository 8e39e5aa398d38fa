import { NumberField } from '#ui/NumberField'

type Props = { label: string; value: number; onChange: (millionths: number) => void; hideLabel?: boolean }

/** A part in millionths, written as a percentage with up to four places. */
export function PercentField({ label, value, onChange, hideLabel = false }: Props) {
  return (
    <NumberField
      label={label}
      hideLabel={hideLabel}
      unit="%"
      value={value / 10_000}
      minValue={0}
      maxValue={100}
      formatOptions={{ maximumFractionDigits: 4 }}
      onChange={(next) => onChange(Math.round((next ?? 0) * 10_000))}
    />
  )
}
