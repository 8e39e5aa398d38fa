import type { FormField } from '#core/form'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useLocal, useWords } from '#web/words'
import { filledFields, fittingFields, takesText, withFrom, type LinkForm } from './link-form.ts'

type Props = {
  form: LinkForm
  source: readonly FormField[]
  target: readonly FormField[]
  onChange: (form: LinkForm) => void
}
const none = '-'
const fixed = '='

/** Each field of the new request, and what it is filled with: a field of the old one, or always the same. */
export function MapRows({ form, source, target, onChange }: Props) {
  const t = useWords('flow')
  const fillable = filledFields(target)
  const rows = target.filter((field) => fillable.includes(field) || form.map[field.key] !== undefined)
  return (
    <section aria-label={t('rules.links.form.map')} className="flex flex-col gap-3">
      <div>
        <h3 className="font-medium">{t('rules.links.form.map')}</h3>
        <p className="text-sm text-muted">{t('rules.links.form.mapNote')}</p>
      </div>
      {rows.length === 0 && <p className="text-muted">{t('rules.links.form.mapNone')}</p>}
      <ul className="flex flex-col gap-3">
        {rows.map((field) => (
          <li key={field.key} className="grid items-end gap-2 sm:grid-cols-2">
            <MapRow
              field={field}
              from={form.map[field.key]}
              source={source}
              onChange={(from) => onChange(withFrom(form, field.key, from))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type RowProps = {
  field: FormField
  from: string | undefined
  source: readonly FormField[]
  onChange: (from: string | undefined) => void
}

function MapRow({ field, from, source, onChange }: RowProps) {
  const t = useWords('flow')
  const local = useLocal()
  const isFixed = from?.startsWith(fixed) ?? false
  const fitting = fittingFields(field, source)
  const chosen = isFixed || fitting.some(({ key }) => key === from) ? undefined : from
  const before = chosen === undefined ? [] : source.filter(({ key }) => key === chosen)
  return (
    <>
      <Select
        label={local(field.label)}
        value={from === undefined ? none : isFixed ? fixed : from}
        options={[
          { id: none, label: t(field.required ? 'rules.links.form.mapEmptyRequired' : 'rules.links.form.mapEmpty') },
          ...[...before, ...fitting].map(({ key, label }) => ({
            id: key,
            label: t('rules.links.form.mapFrom', { field: local(label) }),
          })),
          ...(takesText(field) || isFixed ? [{ id: fixed, label: t('rules.links.form.mapFixed') }] : []),
        ]}
        onChange={(id) => onChange(id === none ? undefined : (id ?? undefined))}
      />
      {isFixed && <FixedField field={field} value={from?.slice(1) ?? ''} onChange={(text) => onChange(fixed + text)} />}
    </>
  )
}

type FixedProps = { field: FormField; value: string; onChange: (text: string) => void }

function FixedField({ field, value, onChange }: FixedProps) {
  const t = useWords('flow')
  const local = useLocal()
  const label = t('rules.links.form.mapAlways', { field: local(field.label) })
  if (field.kind === 'choice')
    return (
      <Select
        label={label}
        value={value || null}
        options={field.choices.map((choice) => ({ id: choice.value, label: local(choice.label) }))}
        onChange={(id) => onChange(id ?? '')}
      />
    )
  if (field.kind === 'day')
    return <DateField label={label} value={value || null} onChange={(day) => onChange(day ?? '')} />
  return <TextField label={label} maxLength={499} value={value} onChange={onChange} />
}
