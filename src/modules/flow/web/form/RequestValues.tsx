import ArrowRight from 'lucide-react/icons/arrow-right'
import { isLayout, sameValue, settle, type Form, type FormField, type RawValues, type Rights } from '#core/form'
import { Icon } from '#ui/Icon'
import { Tag } from '#ui/Tag'
import { useLocal, useWords } from '#web/words'
import { isWide, partsOf } from './sections.ts'
import { FieldValue } from './show/FieldValue.tsx'
import { noNames, type Names } from './show/value-text.ts'

export type RequestValuesProps = {
  form: Form
  /** Hidden fields are left out; all others are read. */
  rights: Rights
  values: RawValues
  /** Values of an earlier state: what differs is marked and shown as it was. */
  before?: RawValues
  /** Only fields that differ from `before`. */
  onlyChanged?: boolean
  /** Names of people and units by id; those missing are looked up. */
  names?: Names
}

/** What was filled in, to be read, with the difference to an earlier state. Empty fields are left out, unless they were emptied. */
export function RequestValues({
  form,
  rights,
  values,
  before,
  onlyChanged = false,
  names = noNames,
}: RequestValuesProps) {
  const t = useWords('flow')
  const local = useLocal()
  const now = settle(form, values)
  const earlier = before === undefined ? undefined : settle(form, before)
  const shown = new Set([...now.shown, ...(earlier?.shown ?? [])])
  const isChanged = ({ key }: FormField) =>
    earlier !== undefined && !sameValue(now.values[key] ?? null, earlier.values[key] ?? null)
  const isThere = (field: FormField) => {
    if (field.kind === 'note' || (onlyChanged && !isChanged(field))) return false
    return field.key in now.values || (earlier !== undefined && field.key in earlier.values)
  }
  const parts = partsOf(form, rights, shown)
    .map(({ section, fields }) => ({
      section,
      fields: fields.filter((field) => !isLayout(field.kind) && isThere(field)),
    }))
    .filter(({ fields }) => fields.length > 0)
  if (parts.length === 0)
    return <p className="text-muted">{t(onlyChanged ? 'form.nothingChanged' : 'form.nothingFilled')}</p>
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {parts.map(({ section, fields }, at) => (
        <section key={section?.key ?? at} aria-label={section ? local(section.label) : undefined}>
          {section && <h3 className="mb-2 border-b border-line pb-1 font-semibold">{local(section.label)}</h3>}
          <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
            {fields.map((field) => (
              <div key={field.key} className={isWide(field) ? 'col-span-full min-w-0' : 'min-w-0'}>
                <dt className="flex items-center gap-1.5 text-sm text-muted">
                  {local(field.label) || field.key}
                  {isChanged(field) && <Tag tone="amber">{t('form.changed')}</Tag>}
                </dt>
                <dd className="mt-0.5 min-w-0">
                  {isChanged(field) && earlier ? (
                    <Difference
                      field={field}
                      before={earlier.values[field.key]}
                      after={now.values[field.key]}
                      names={names}
                    />
                  ) : (
                    <FieldValue field={field} value={now.values[field.key]} names={names} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

type DifferenceProps = { field: FormField; before: unknown; after: unknown; names: Names }

function Difference({ field, before, after, names }: DifferenceProps) {
  const t = useWords('flow')
  const isBlock = ['long-text', 'table', 'photo', 'file', 'signature'].includes(field.kind)
  return (
    <div className={isBlock ? 'flex flex-col gap-2' : 'flex flex-wrap items-center gap-x-2'}>
      <del className="min-w-0 text-muted decoration-line-strong">
        <span className="sr-only">{t('form.before')}</span>
        <FieldValue field={field} value={before} names={names} />
      </del>
      {isBlock ? (
        <span className="text-sm text-muted">{t('form.after')}</span>
      ) : (
        <Icon as={ArrowRight} size={14} className="text-faint" label={t('form.after')} />
      )}
      <ins className="min-w-0 font-medium no-underline">
        <FieldValue field={field} value={after} names={names} />
      </ins>
    </div>
  )
}
