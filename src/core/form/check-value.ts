import { isDay } from '../calendar/index.ts'
import type { Finding, FaultCode } from './fault.ts'
import type { FormColumn, FormField } from './schema.ts'
import { isBlank } from './value.ts'

/** Characters of texts, things in lists, rows of tables: the most there may be where the form says nothing. */
export const mostOf = { text: 200, longText: 5000, label: 300, list: 50, files: 20, rows: 200 } as const

type Described = Pick<FormField | FormColumn, 'kind' | 'choices' | 'min' | 'max' | 'many'>

/** What is wrong with a value that is not blank, by the kind of its field. Tables are looked at apart. */
export function valueFindings(field: Described, value: unknown): Finding[] {
  switch (field.kind) {
    case 'text':
      return textFindings(field, value, mostOf.text)
    case 'long-text':
      return textFindings(field, value, mostOf.longText)
    case 'number':
      return numberFindings(field, value, Number.isFinite(value))
    case 'money':
      return numberFindings(field, value, Number.isSafeInteger(value))
    case 'day':
      return unless(typeof value === 'string' && isDay(value), 'not-a-day')
    case 'day-time':
      return unless(typeof value === 'string' && isDayTime(value), 'not-a-time')
    case 'period':
      return unless(isPeriod(value), 'not-a-period')
    case 'yes-no':
      return unless(typeof value === 'boolean', 'not-a-choice')
    case 'choice':
      return oneOrMany(field, value, 'not-a-choice', (one) => field.choices.some((choice) => choice.value === one))
    case 'person':
      return oneOrMany(field, value, 'not-a-person', isUuid)
    case 'unit':
      return oneOrMany(field, value, 'not-a-unit', isUuid)
    case 'reference':
      return unless(isReference(value), 'not-a-reference')
    case 'file':
    case 'photo':
      return listFindings(field, value, 'not-a-file', isFileRef, mostOf.files)
    case 'place':
      return unless(isPlace(value), 'not-a-place')
    case 'signature':
      return unless(isSignature(value), 'not-a-signature')
    default:
      return []
  }
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

/** `2026-03-01T09:30`. */
export function isDayTime(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDay(value.slice(0, 10))
}

export function isPeriod(value: unknown): value is { from: string; until: string } {
  if (!isRecord(value, ['from', 'until'])) return false
  const { from, until } = value
  return typeof from === 'string' && typeof until === 'string' && isDay(from) && isDay(until) && from <= until
}

function textFindings({ min, max }: Described, value: unknown, most: number): Finding[] {
  if (typeof value !== 'string') return [{ code: 'not-a-choice' }]
  const limit = Math.min(max ?? most, most)
  if (value.length > limit) return [{ code: 'too-long', limit }]
  return min !== undefined && value.length < min ? [{ code: 'too-short', limit: min }] : []
}

function numberFindings({ min, max }: Described, value: unknown, isNumber: boolean): Finding[] {
  if (typeof value !== 'number' || !isNumber) return [{ code: 'not-a-number' }]
  if (min !== undefined && value < min) return [{ code: 'too-small', limit: min }]
  return max !== undefined && value > max ? [{ code: 'too-large', limit: max }] : []
}

function oneOrMany(field: Described, value: unknown, code: FaultCode, isGood: (one: unknown) => boolean): Finding[] {
  if (field.many !== true) return unless(isGood(value), code)
  const isTwice = Array.isArray(value) && new Set(value).size !== value.length
  return isTwice ? [{ code }] : listFindings(field, value, code, isGood, mostOf.list)
}

function listFindings(
  { min, max }: Described,
  value: unknown,
  code: FaultCode,
  isGood: (one: unknown) => boolean,
  most: number,
): Finding[] {
  if (!Array.isArray(value) || !value.every(isGood)) return [{ code }]
  return countFindings(value.length, min, Math.min(max ?? most, most))
}

export function countFindings(count: number, min: number | undefined, most: number): Finding[] {
  if (count > most) return [{ code: 'too-many', limit: most }]
  return min !== undefined && count < min ? [{ code: 'too-few', limit: min }] : []
}

function isFileRef(value: unknown): boolean {
  return isRecord(value, ['id', 'name']) && isUuid(value['id']) && isShort(value['name'])
}

function isReference(value: unknown): boolean {
  if (!isRecord(value, ['id', 'label', 'type'])) return false
  const { id, label, type = '' } = value
  return isShort(id) && !isBlank(id) && isShort(label) && isShort(type)
}

function isPlace(value: unknown): boolean {
  if (!isRecord(value, ['text', 'latitude', 'longitude'])) return false
  const { text, latitude, longitude } = value
  if (!isShort(text)) return false
  if (latitude === undefined && longitude === undefined) return true
  return within(latitude, 90) && within(longitude, 180)
}

function isSignature(value: unknown): boolean {
  if (!isRecord(value, ['name', 'fileId'])) return false
  const { name, fileId } = value
  return isShort(name) && (fileId === undefined || isUuid(fileId))
}

function within(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= mostOf.label
}

/** A plain object with no other keys than these. */
function isRecord(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.keys(value).every((key) => keys.includes(key))
}

function unless(isGood: boolean, code: FaultCode): Finding[] {
  return isGood ? [] : [{ code }]
}
