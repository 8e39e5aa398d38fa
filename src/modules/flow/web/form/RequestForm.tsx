import { useEffect, useId, useRef } from 'react'
import { isInput, isLayout, rightTo, settle, type Form, type FormFault, type FormField } from '#core/form'
import type { FormValue, FormValues, RawValues, Rights } from '#core/form'
import { FieldGrid, Wide } from '#ui/Field'
import { useLocal } from '#web/words'
import { useFaultText } from './fault-text.ts'
import { FieldInput } from './fill/FieldInput.tsx'
import { TableInput } from './fill/TableInput.tsx'
import { isWide, partsOf } from './sections.ts'
import { CellText } from './show/CellText.tsx'
import { FieldValue } from './show/FieldValue.tsx'
import { noNames, type Names } from './show/value-text.ts'

export type RequestFormProps = {
  /** As the server gave it to this reader. */
  form: Form
  /** By field; a field not named is read. */
  rights: Rights
  /** Everything known: stored values with what was changed on top. */
  values: RawValues
  /** All values with the one changed; what rules hide at the moment stays in, and the server settles it. */
  onChange: (values: FormValues, changed: string) => void
  /** Drawn at their fields: of `writeFaults`, or of a refusal. Faults of fields that are not there are the caller's. */
  faults?: readonly FormFault[]
  names?: Names
  /** One below the other, or two side by side where there is room. */
  columns?: 1 | 2
}

const noFaults: readonly FormFault[] = []

/** A form being filled in. Rules and computed fields follow every key; what may not be written is shown to read. */
export function RequestForm({
  form,
  rights,
  values,
  onChange,
  faults = noFaults,
  names = noNames,
  columns = 2,
}: RequestFormProps) {
  const local = useLocal()
  const id = useId()
  const settled = settle(form, values)
  // A file may arrive long after the drawing that asked for it: it joins what was typed meanwhile.
  const latest = useRef({ values, onChange })
  useEffect(() => {
    latest.current = { values, onChange }
  }, [values, onChange])
  const set = (key: string, value: FormValue) => {
    const now = latest.current
    const next = { ...(now.values as FormValues), [key]: value }
    latest.current = { ...now, values: next }
    now.onChange(next, key)
  }
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {partsOf(form, rights, settled.shown).map(({ section, fields }, at) => (
        <section key={section?.key ?? at} aria-labelledby={section ? `${id}-${section.key}` : undefined}>
          {section && (
            <header className="mb-3 border-b border-line pb-1.5">
              <h3 id={`${id}-${section.key}`} className="text-base font-semibold">
                {local(section.label)}
              </h3>
              {section.help && <p className="text-sm text-muted">{local(section.help)}</p>}
            </header>
          )}
          <FieldGrid columns={columns}>
            {fields.map((field) => {
              const part = (
                <Part
                  key={field.key}
                  field={field}
                  isWritable={isInput(field.kind) && rightTo(rights, field.key) === 'write'}
                  value={valueIn(field, values, settled.values)}
                  onChange={(value) => set(field.key, value)}
                  isRequired={settled.required.has(field.key)}
                  faults={faults.filter((fault) => fault.field === field.key)}
                  names={names}
                />
              )
              return isWide(field) ? <Wide key={field.key}>{part}</Wide> : part
            })}
          </FieldGrid>
        </section>
      ))}
    </div>
  )
}

type PartProps = {
  field: FormField
  isWritable: boolean
  value: unknown
  onChange: (value: FormValue) => void
  isRequired: boolean
  faults: readonly FormFault[]
  names: Names
}

function Part({ field, isWritable, value, onChange, isRequired, faults, names }: PartProps) {
  const local = useLocal()
  const faultText = useFaultText()
  if (field.kind === 'note')
    return <p className="max-w-prose rounded-md bg-sunken px-3 py-2 whitespace-pre-line">{local(field.text)}</p>
  if (field.kind === 'computed')
    return (
      <Labelled label={local(field.label)}>
        <output className="flex min-h-control items-center rounded-md bg-sunken px-2.5 font-medium tabular-nums">
          <CellText field={field} value={value} names={names} />
        </output>
      </Labelled>
    )
  if (!isWritable)
    return (
      <Labelled label={local(field.label)}>
        <FieldValue field={field} value={value} names={names} />
      </Labelled>
    )
  if (field.kind === 'table') return <TableInput {...{ field, value, onChange, isRequired, faults }} />
  const [fault] = faults
  return <FieldInput {...{ field, value, onChange, isRequired }} fault={fault && faultText(fault, field)} />
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <span className="mb-1 text-label font-medium">{label}</span>
      {children}
    </div>
  )
}

/** As typed, junk included; what is computed, in fields and columns, as it comes out now. */
function valueIn(field: FormField, given: RawValues, settled: FormValues): unknown {
  if (isLayout(field.kind)) return null
  return field.kind === 'computed' || field.kind === 'table' ? (settled[field.key] ?? null) : (given[field.key] ?? null)
}
