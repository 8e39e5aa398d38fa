import type { Form } from './schema.ts'
import type { FormValues } from './value.ts'

/** Splits handed-in values into what a fact counts by and what it measures. */
export function factParts(
  form: Form,
  values: FormValues,
): { dimensions: Record<string, string>; measures: Record<string, number> } {
  const dimensions: Record<string, string> = {}
  const measures: Record<string, number> = {}
  for (const field of form.fields) {
    const value = values[field.key]
    if (value === null || value === undefined || value === '') continue
    if (typeof value === 'number') measures[field.key] = value
    else if (typeof value === 'boolean') dimensions[field.key] = value ? 'yes' : 'no'
    else if (typeof value === 'string' && field.kind !== 'long-text') dimensions[field.key] = value
  }
  return { dimensions, measures }
}
