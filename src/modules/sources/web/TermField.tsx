import { ComboBox } from '#ui/ComboBox'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { Term } from '../contract.ts'

type TermFieldProps = {
  label: string
  term: Term | undefined
  fields: readonly string[]
  /** It may be left out. */
  isOptional?: boolean
  onChange: (term: Term | undefined) => void
}

const [none, constant] = ['\u0000none', '\u0000constant']

/** What a part of a fact is taken from: a field of the row, or always the same. */
export function TermField({ label, term, fields, isOptional = false, onChange }: TermFieldProps) {
  const t = useWords('sources')
  const isConstant = term !== undefined && term.field === undefined
  const known = [...new Set([...fields, ...(term?.field ? [term.field] : [])])]
  const options = [
    ...(isOptional ? [{ id: none, label: t('mapping.none') }] : []),
    { id: constant, label: t('mapping.constantKind') },
    ...known.map((field) => ({ id: field, label: field })),
  ]
  const choose = (id: string | null) => {
    if (id === null) return
    if (id === none) onChange(undefined)
    else if (id === constant) onChange({ value: term?.value ?? '' })
    else onChange({ field: id, ...(term?.map ? { map: term.map } : {}) })
  }
  const value = term === undefined ? none : isConstant ? constant : (term.field ?? null)
  return (
    <div className="flex flex-col gap-2">
      {known.length > 20 ? (
        <ComboBox label={label} value={value} options={options} onChange={choose} />
      ) : (
        <Select label={label} value={value} options={options} onChange={choose} isRequired={!isOptional} />
      )}
      {isConstant && (
        <TextField
          label={`${label}: ${t('mapping.constant')}`}
          hideLabel
          placeholder={t('mapping.constant')}
          value={term.value ?? ''}
          onChange={(text) => onChange({ value: text })}
        />
      )}
    </div>
  )
}
