import { DateField } from '#ui/DateField'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { MultiSelect, Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useLocal, useWords } from '#web/words'
import { PersonPicker, UnitPicker } from '#screens/organisation'
import { takesMany, type ConditionTopic, type Line } from './model.ts'

type Props = { line: Line; topic: ConditionTopic; onChange: (value: Line['value']) => void }

/** What a field is compared with, typed as the field itself is. */
export function ConditionValue({ line, topic, onChange }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const common = { label: t('form.condition.value'), hideLabel: true, className: 'min-w-32 flex-1' }
  const set = (value: string | number | null) => onChange(value === null || value === '' ? undefined : value)
  const text = typeof line.value === 'string' ? line.value : ''
  const number = typeof line.value === 'number' ? line.value : null
  switch (topic.kind) {
    case 'number':
      return (
        <NumberField
          {...common}
          value={number}
          onChange={set}
          formatOptions={asTyped}
          {...(topic.field.unit ? { unit: local(topic.field.unit) } : {})}
        />
      )
    case 'money':
      return <MoneyField {...common} valueFen={number} onChangeFen={set} />
    case 'day':
      return <DateField {...common} value={text || null} onChange={set} />
    case 'yes-no':
      return (
        <Select
          {...common}
          options={[
            { id: 'yes', label: t('form.yes') },
            { id: 'no', label: t('form.no') },
          ]}
          value={typeof line.value === 'boolean' ? (line.value ? 'yes' : 'no') : null}
          onChange={(chosen) => onChange(chosen === null ? undefined : chosen === 'yes')}
        />
      )
    case 'choice': {
      const options = topic.field.choices.map((choice) => ({ id: choice.value, label: local(choice.label) }))
      if (!takesMany(line.op)) return <Select {...common} options={options} value={text || null} onChange={set} />
      return (
        <MultiSelect
          {...common}
          options={options}
          value={[line.value ?? []].flat().map(String)}
          onChange={(values) => onChange(values)}
        />
      )
    }
    case 'person':
      return <PersonPicker {...common} value={text || null} onChange={set} />
    case 'unit':
      return <UnitPicker {...common} value={text || null} onChange={set} />
    default:
      return <TextField {...common} value={text} onChange={set} maxLength={500} />
  }
}

const asTyped = { maximumFractionDigits: 6 }
