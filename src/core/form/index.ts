import * as z from 'zod'
import { isDay } from '../calendar/index.ts'
import { localText } from '../local-text/index.ts'

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

/** One field of a hand-in. Numbers become measures of the fact, choices and short texts its dimensions. */
export const FormField = z.object({
  key: Key,
  label: localText(100),
  kind: z.enum(['text', 'long-text', 'number', 'money', 'day', 'choice', 'yes-no']),
  required: z.boolean().default(false),
  choices: z
    .array(z.object({ value: Key, label: localText(100) }))
    .max(50)
    .default([]),
  min: z.number().optional(),
  max: z.number().optional(),
})
export type FormField = z.infer<typeof FormField>

export const Form = z.object({
  fields: z.array(FormField).max(40).default([]),
  photo: z.enum(['none', 'optional', 'required']).default('optional'),
})
export type Form = z.infer<typeof Form>

export type FormValue = string | number | boolean | null
export type FormValues = Readonly<Record<string, FormValue>>
export type FormFault = {
  readonly field: string
  readonly code:
    | 'required'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'too-long'
    | 'not-a-day'
    | 'not-a-choice'
    | 'unknown-field'
  readonly limit?: number
}

/** What is wrong with the values of a form; money is a whole number of fen. Empty when they may be handed in. */
export function formFaults(form: Form, values: FormValues, photos: number): FormFault[] {
  const known = new Set(form.fields.map((field) => field.key))
  const strangers = Object.keys(values).filter((key) => !known.has(key))
  const faults = form.fields.flatMap((field) => fieldFault(field, values[field.key] ?? null))
  if (form.photo === 'required' && photos === 0) faults.push({ field: 'photo', code: 'required' })
  return [...strangers.map((field): FormFault => ({ field, code: 'unknown-field' })), ...faults]
}

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
    else if (field.kind !== 'long-text')
      dimensions[field.key] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
  }
  return { dimensions, measures }
}

function fieldFault(field: FormField, value: FormValue): FormFault[] {
  const fault = (code: FormFault['code'], limit?: number): FormFault[] => [
    { field: field.key, code, ...(limit === undefined ? {} : { limit }) },
  ]
  if (value === null || value === '') return field.required ? fault('required') : []
  if (field.kind === 'number' || field.kind === 'money') {
    if (
      typeof value !== 'number' ||
      !Number.isFinite(value) ||
      (field.kind === 'money' && !Number.isSafeInteger(value))
    )
      return fault('not-a-number')
    if (field.min !== undefined && value < field.min) return fault('too-small', field.min)
    if (field.max !== undefined && value > field.max) return fault('too-large', field.max)
    return []
  }
  if (field.kind === 'yes-no') return typeof value === 'boolean' ? [] : fault('not-a-choice')
  if (typeof value !== 'string') return fault('not-a-choice')
  if (field.kind === 'choice')
    return field.choices.some((choice) => choice.value === value) ? [] : fault('not-a-choice')
  if (field.kind === 'day') return isDay(value) ? [] : fault('not-a-day')
  const limit = field.kind === 'text' ? 200 : 5000
  return value.length > limit ? fault('too-long', limit) : []
}
