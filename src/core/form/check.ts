import { tableFindings } from './check-table.ts'
import { valueFindings } from './check-value.ts'
import type { FormFault } from './fault.ts'
import { isInput } from './kinds.ts'
import type { Form, FormField } from './schema.ts'
import { settle } from './settle.ts'
import { isBlank, valueAt, type RawValues } from './value.ts'

/**
 * What is wrong with the values of a form; money is a whole number of fen. Empty when they may be handed in. What rules
 * hide is never missed, and computed values are not looked at.
 */
export function formFaults(form: Form, values: RawValues, photos = 0): FormFault[] {
  const known = new Set(form.fields.map((field) => field.key))
  const strangers = Object.keys(values).filter((key) => !known.has(key))
  const { shown, required } = settle(form, values)
  const faults = form.fields
    .filter((field) => isInput(field.kind) && shown.has(field.key))
    .flatMap((field) => fieldFaults(field, valueAt(values, field.key), required.has(field.key)))
  if (form.photo === 'required' && photos === 0) faults.push({ field: 'photo', code: 'required' })
  return [...strangers.map((field): FormFault => ({ field, code: 'unknown-field' })), ...faults]
}

function fieldFaults(field: FormField, value: unknown, isRequired: boolean): FormFault[] {
  if (isBlank(value)) return isRequired ? [{ field: field.key, code: 'required' }] : []
  const found = field.kind === 'table' ? tableFindings(field, value) : valueFindings(field, value)
  return found.map((finding) => ({ ...finding, field: field.key }))
}
