import type { FlowField } from '#core/flow'
import { RadioGroup } from '#ui/Radio'
import { useWords } from '#web/words'

type Right = 'write' | 'read' | 'hidden'
const rights = ['write', 'read', 'hidden'] as const

type RightsTableProps = {
  fields: readonly FlowField[]
  value: Readonly<Record<string, Right>>
  /** What holds for a field that is not named. */
  otherwise: Right
  onChange: (value: Record<string, Right>) => void
  isDisabled: boolean
}

/** What one may do with each field here: write, read, or not see it at all. */
export function RightsTable({ fields, value, otherwise, onChange, isDisabled }: RightsTableProps) {
  const t = useWords('flow')
  if (fields.length === 0) return <p className="text-sm text-muted">{t('designer.fields.noFields')}</p>
  const set = (keys: readonly string[], right: Right) => {
    const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
    onChange(right === otherwise ? rest : { ...rest, ...Object.fromEntries(keys.map((key) => [key, right])) })
  }
  const own = fields.filter((field) => !field.key.includes('.'))
  return (
    <ul className="flex flex-col divide-y divide-line">
      {own.map((field) => (
        <li key={field.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <span className="min-w-24 flex-1 truncate">{field.name || field.key}</span>
          <RadioGroup
            label={t('designer.fields.rightTo', { field: field.name || field.key })}
            hideLabel
            look="segments"
            value={Object.hasOwn(value, field.key) ? (value[field.key] ?? otherwise) : otherwise}
            isDisabled={isDisabled}
            options={rights.map((id) => ({ id, label: t(`designer.rights.${id}`) }))}
            onChange={(right) => set([field.key], right as Right)}
          />
        </li>
      ))}
    </ul>
  )
}
