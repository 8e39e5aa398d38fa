import type * as z from 'zod'
import type { Say } from './words.ts'

/**
 * Form values as the schema wants them: only its own fields, and an empty field left out or null
 * where the schema has no use for `''`.
 */
export function tidy(schema: z.ZodObject, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(schema.shape).flatMap(([key, type]) => {
    const value = values[key]
    if (value !== '' && value !== null && value !== undefined) return [[key, value]]
    if (value !== undefined && holds(type, value)) return [[key, value]]
    if (accepts(type, undefined)) return []
    return accepts(type, null) ? [[key, null]] : [[key, value]]
  })
  return Object.fromEntries(kept)
}

/** True when the schema takes neither nothing nor an empty text there. */
export function isNeeded(schema: z.ZodObject, path: string): boolean {
  const type = schema.shape[path.split('.')[0] ?? '']
  return type !== undefined && ![undefined, null, ''].some((nothing) => accepts(type, nothing))
}

/** What is wrong with a field, in the reader's words; an empty field is first of all empty. */
export function faultText(issue: z.core.$ZodIssue, value: unknown, t: Say): string {
  if (value === undefined || value === null || value === '') return t('fault.missing')
  if (issue.code === 'too_small')
    return t(`fault.${issue.origin === 'string' ? 'short' : issue.origin === 'array' ? 'few' : 'small'}`, {
      limit: String(issue.minimum),
      count: Number(issue.minimum),
    })
  if (issue.code === 'too_big')
    return t(`fault.${issue.origin === 'string' ? 'long' : issue.origin === 'array' ? 'many' : 'big'}`, {
      limit: String(issue.maximum),
      count: Number(issue.maximum),
    })
  if (issue.code === 'invalid_format')
    return t(issue.format === 'email' ? 'fault.email' : issue.format === 'url' ? 'fault.url' : 'fault.format')
  if (issue.code === 'not_multiple_of') return t('fault.step', { step: String(issue.divisor) })
  if (issue.code === 'invalid_type' && issue.expected === 'int') return t('fault.whole')
  return t('fault.other')
}

/** An empty text is meant as one only where a text is wanted: a number would read it as 0. */
function holds(type: unknown, nothing: '' | null): boolean {
  const parsed = (type as z.ZodType).safeParse(nothing)
  return parsed.success && (nothing === null || typeof parsed.data === 'string')
}

function accepts(type: unknown, value: unknown): boolean {
  return (type as z.ZodType).safeParse(value).success
}
