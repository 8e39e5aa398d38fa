import { isFilledPeriod } from './period.ts'
import { DateField } from '#ui/DateField'
import { DateRange } from '#ui/DateRange'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useLocal, useWords } from '#web/words'
import { ChoiceInput } from './ChoiceInput.tsx'
import { useCommon } from './common.ts'
import { DayTimeInput } from './DayTimeInput.tsx'
import { FileInput } from './FileInput.tsx'
import { textIn, type InputProps } from './input.ts'
import { PersonInput } from './PersonInput.tsx'
import { PlaceInput } from './PlaceInput.tsx'
import { ReferenceInput } from './ReferenceInput.tsx'
import { SignatureInput } from './SignatureInput.tsx'
import { UnitInput } from './UnitInput.tsx'

/** One field being filled in, as its kind asks for. Tables and what nobody fills in are drawn by `RequestForm`. */
export function FieldInput(props: InputProps) {
  const { field, value, onChange, hideLabel } = props
  const local = useLocal()
  const common = useCommon(props)
  const number = typeof value === 'number' ? value : null
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={textIn(value)} onChange={onChange} maxLength={field.max ?? 200} />
    case 'long-text':
      return <TextArea {...common} value={textIn(value)} onChange={onChange} maxLength={field.max ?? 5000} rows={3} />
    case 'number':
      return (
        <NumberField
          {...common}
          value={number}
          onChange={onChange}
          formatOptions={asTyped}
          {...(hideLabel || field.unit ? {} : { hasSteppers: true })}
          {...(field.unit ? { unit: local(field.unit) } : {})}
        />
      )
    case 'money':
      return <MoneyField {...common} valueFen={number} onChangeFen={onChange} />
    case 'day':
      return <DateField {...common} value={textIn(value) || null} onChange={onChange} />
    case 'day-time':
      return <DayTimeInput {...props} />
    case 'period':
      return <DateRange {...common} value={isFilledPeriod(value) ? value : null} onChange={onChange} />
    case 'yes-no':
      return <YesNo {...props} />
    case 'choice':
      return <ChoiceInput {...props} />
    case 'person':
      return <PersonInput {...props} />
    case 'unit':
      return <UnitInput {...props} />
    case 'reference':
      return <ReferenceInput {...props} />
    case 'file':
    case 'photo':
      return <FileInput {...props} />
    case 'place':
      return <PlaceInput {...props} />
    case 'signature':
      return <SignatureInput {...props} />
    default:
      return null
  }
}

const asTyped = { maximumFractionDigits: 6 }

function YesNo(props: InputProps) {
  const { value, onChange, hideLabel } = props
  const t = useWords('flow')
  const common = useCommon(props)
  const options = [
    { id: 'yes', label: t('form.yes') },
    { id: 'no', label: t('form.no') },
  ]
  const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null
  const choose = (id: string | null) => onChange(id === null ? null : id === 'yes')
  if (hideLabel) return <Select {...common} options={options} value={chosen} onChange={choose} />
  return <RadioGroup {...common} look="segments" options={options} value={chosen} onChange={choose} />
}
