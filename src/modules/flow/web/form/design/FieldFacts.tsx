import type { ReactNode } from 'react'
import { isInput, isLayout, type Computation, type FieldKind, type FormColumn, type FormField } from '#core/form'
import { LocalTextField } from '#screens/organisation'
import { Checkbox } from '#ui/Checkbox'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'
import { BoundsFields } from './BoundsFields.tsx'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { ExpressionEditor } from './ExpressionEditor.tsx'
import { clipped } from './clipped.ts'
import type { Insert } from './expression-names.ts'
import { asKind } from './kinds.ts'
import { NeededText } from './NeededText.tsx'

type Props<Field extends FormField | FormColumn> = {
  field: Field
  kinds: readonly Field['kind'][]
  inserts: readonly Insert[]
  computation: Computation
  onChange: (field: Field) => void
  /** What only this kind has, before bounds and help. */
  children?: ReactNode
}

/** What fields and columns have in common: label, kind, choices, bounds, formula, help. */
export function FieldFacts<Field extends FormField | FormColumn>(props: Props<Field>) {
  const { field, kinds, inserts, computation, onChange, children } = props
  const t = useWords('flow')
  const kind: FieldKind = field.kind
  const choosesMany = kind === 'choice' || kind === 'person' || kind === 'unit'
  return (
    <>
      <NeededText
        label={t('form.design.label')}
        value={field.label}
        maxLength={100}
        fault={t('form.fault.required')}
        onChange={(label) => onChange({ ...field, label })}
      />
      <Select
        label={t('form.design.kind')}
        options={kinds.map((id) => ({ id, label: t(`form.kind.${id}`) }))}
        value={kind}
        onChange={(next) => {
          const chosen = kinds.find((one) => one === next)
          if (chosen && chosen !== kind) onChange(asKind(field, chosen))
        }}
      />
      {(isInput(kind) || choosesMany) && (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          <Checkbox value={field.required} onChange={(required) => onChange({ ...field, required })}>
            {t('form.design.required')}
          </Checkbox>
          {choosesMany && (
            <Checkbox value={field.many ?? false} onChange={(many) => onChange({ ...field, many })}>
              {t(`form.design.many.${kind}`)}
            </Checkbox>
          )}
        </div>
      )}
      {kind === 'choice' && (
        <ChoicesEditor choices={field.choices} onChange={(choices) => onChange({ ...field, choices })} />
      )}
      {kind === 'computed' && (
        <ExpressionEditor
          field={field}
          inserts={inserts}
          computation={computation}
          onChange={(change) => onChange({ ...field, ...change })}
        />
      )}
      {children}
      <BoundsFields
        field={field}
        onChange={(bounds) => {
          const { min: _min, max: _max, ...rest } = field
          onChange({ ...rest, ...bounds } as Field)
        }}
      />
      {(kind === 'number' || (kind === 'computed' && (field.result ?? 'number') === 'number')) && (
        <LocalTextField
          label={t('form.design.unit')}
          value={field.unit}
          onChange={(unit) => onChange(withText(field, 'unit', unit))}
        />
      )}
      {!isLayout(kind) || kind === 'section' ? (
        <LocalTextField
          label={t('form.design.help')}
          value={field.help}
          onChange={(help) => onChange(withText(field, 'help', help))}
        />
      ) : null}
    </>
  )
}

/** A text of no language at all is left out. */
export function withText<Field extends FormField | FormColumn>(
  field: Field,
  name: 'unit' | 'help' | 'text',
  text: Record<string, string>,
): Field {
  const next = clipped(text, mostLetters[name])
  return { ...field, [name]: Object.keys(next).length > 0 ? next : undefined }
}

const mostLetters = { unit: 20, help: 300, text: 2000 } as const
