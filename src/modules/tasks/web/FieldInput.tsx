import { lazy, Suspense } from 'react'
import type { HandInField, HandInValue } from '#core/form'
import { DateField } from '#ui/DateField'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Photo } from './hand-in-draft.ts'

const EvidenceInput = lazy(() => import('./EvidenceInput.tsx'))

type FieldInputProps = {
  field: HandInField
  value: HandInValue
  onChange: (value: HandInValue) => void
  files: readonly Photo[]
  onFiles: (files: readonly Photo[]) => void
  fault: string | undefined
}

/** One field of a duty's form, as its kind asks for. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, fault } = props
  const t = useWords('tasks')
  const local = useLocal()
  const range = useRange(field)
  const common = {
    name: field.key,
    label: local(field.label),
    isRequired: field.required,
    ...(fault ? { errorMessage: fault } : {}),
    ...(range ? { description: range } : {}),
  }
  const text = typeof value === 'string' ? value : ''
  const number = typeof value === 'number' ? value : null
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={text} onChange={onChange} maxLength={200} />
    case 'long-text':
      return <TextArea {...common} value={text} onChange={onChange} maxLength={5000} />
    case 'number':
      return <NumberField {...common} value={number} onChange={onChange} formatOptions={asTyped} hasSteppers />
    case 'money':
      return <MoneyField {...common} valueFen={number} onChangeFen={onChange} />
    case 'day':
      return <DateField {...common} value={text || null} onChange={onChange} />
    case 'yes-no':
      return (
        <RadioGroup
          {...common}
          look="segments"
          options={[
            { id: 'yes', label: t('yes') },
            { id: 'no', label: t('no') },
          ]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      )
    case 'choice': {
      const options = field.choices.map((choice) => ({ id: choice.value, label: local(choice.label) }))
      if (options.length > 8) return <Select {...common} options={options} value={text || null} onChange={onChange} />
      return (
        <RadioGroup {...common} look={lookFor(options)} options={options} value={text || null} onChange={onChange} />
      )
    }
    default:
      return (
        <Suspense fallback={<div className="h-16" />}>
          <EvidenceInput {...props} />
        </Suspense>
      )
  }
}

const asTyped = { maximumFractionDigits: 6 }

/** Short words stand side by side, long ones below one another. */
function lookFor(options: readonly { label: string }[]): 'segments' | 'cards' {
  const signs = options.reduce((sum, { label }) => sum + widthOf(label), 0)
  return options.length <= 4 && signs <= 22 ? 'segments' : 'cards'
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
}

function useRange({ kind, min, max }: HandInField): string | undefined {
  const t = useWords('tasks')
  const f = useFormat()
  if (kind !== 'number' && kind !== 'money') return undefined
  const shown = (limit: number) => (kind === 'money' ? f.money(limit) : f.number(limit))
  if (min !== undefined && max !== undefined) return t('field.between', { min: shown(min), max: shown(max) })
  if (max !== undefined) return t('field.atMost', { max: shown(max) })
  return min === undefined || min === 0 ? undefined : t('field.atLeast', { min: shown(min) })
}
