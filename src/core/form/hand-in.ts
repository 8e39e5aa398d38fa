import { valueFindings } from './check-value.ts'
import type { FormFault } from './fault.ts'
import type { HandInForm } from './schema.ts'
import { isBlank, valueAt, type RawValues } from './value.ts'

/** `formFaults` of a form without rules, tables and computed fields: what a phone needs to hand in, and no more. */
export function handInFaults(form: HandInForm, values: RawValues, photos: number): FormFault[] {
  const known = new Set(form.fields.map((field) => field.key))
  const strangers = Object.keys(values).filter((key) => !known.has(key))
  const faults = form.fields.flatMap((field): FormFault[] => {
    const value = valueAt(values, field.key)
    if (isBlank(value)) return field.required ? [{ field: field.key, code: 'required' }] : []
    return valueFindings(field, value).map((finding) => ({ ...finding, field: field.key }))
  })
  if (form.photo === 'required' && photos === 0) faults.push({ field: 'photo', code: 'required' })
  return [...strangers.map((field): FormFault => ({ field, code: 'unknown-field' })), ...faults]
}
