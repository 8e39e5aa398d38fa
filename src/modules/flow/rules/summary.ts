import { isBlank, rightTo, settle, type Form, type FormField, type FormValues, type Rights } from '#core/form'
import { pick } from '#core/local-text'

const telling: ReadonlySet<FormField['kind']> = new Set([
  'text',
  'number',
  'money',
  'day',
  'day-time',
  'period',
  'choice',
  'computed',
  'yes-no',
])
const mostShown = 3

export type Told = { readonly field: string; readonly kind: string; readonly value: unknown }

/** The first few fields that say what a request is about, of those the reader may see; choices by their names. */
export function summaryOf(form: Form, rights: Rights, values: FormValues, language: string): Told[] {
  return form.fields
    .filter(({ key, kind }) => telling.has(kind) && rightTo(rights, key) !== 'hidden' && !isBlank(values[key]))
    .slice(0, mostShown)
    .map((field) => ({
      field: field.key,
      kind: field.kind === 'computed' ? (field.result ?? 'number') : field.kind,
      value: field.kind === 'choice' ? chosen(field, values[field.key], language) : values[field.key],
    }))
}

/** Somebody has to fill in a field of a step before it can be passed. */
export function wantsFields(form: Form, rights: Rights, values: FormValues): boolean {
  const { required } = settle(form, values)
  return [...required].some((key) => rightTo(rights, key) === 'write' && isBlank(values[key]))
}

function chosen({ choices }: FormField, value: unknown, language: string): unknown {
  const name = (one: unknown) => pick(choices.find((choice) => choice.value === one)?.label, language) || one
  return Array.isArray(value) ? value.map(name) : name(value)
}
