import type { FlowField } from '../flow/model/definition.ts'
import type { Value } from '../flow/model/value.ts'
import { pick } from '../local-text/pick.ts'
import { isDayTime, isPeriod } from './check-value.ts'
import { isLayout } from './kinds.ts'
import type { Form, FormField } from './schema.ts'
import { canonical, isBlank, valueAt, type RawValues } from './value.ts'

/**
 * The fields as conditions and checks of flows know them. A period gives its two days apart as `key.from` and
 * `key.until`, a day with time its day as `key.day`.
 */
export function flowFieldsOf(form: Form, language = 'zh-CN'): FlowField[] {
  const maybeAbsent = new Set(
    (form.rules ?? []).filter((rule) => rule.do === 'show').flatMap((rule) => withSections(form, rule.fields)),
  )
  return form.fields
    .filter((field) => !isLayout(field.kind))
    .flatMap((field) => {
      const name = pick(field.label, language)
      const required = field.required && field.kind !== 'computed' && !maybeAbsent.has(field.key)
      const own: FlowField = { key: field.key, name, required, ...kindOf(field) }
      return [own, ...partsOf(field.kind).map((part) => partField(own, part))]
    })
}

/** The values as conditions read them, to be given to the engine. Total: what does not fit its field becomes null. */
export function flowDataOf(form: Form, values: RawValues): Record<string, Value> {
  return Object.fromEntries(form.fields.flatMap((field) => flowEntries(field, valueAt(values, field.key))))
}

/** What one field adds to the data of conditions. */
export function flowEntries(field: FormField, value: unknown): [string, Value][] {
  if (isLayout(field.kind)) return []
  const { key, kind } = field
  if (kind === 'period') {
    const period = isPeriod(value) ? value : undefined
    return [
      [key, period ? `${period.from}/${period.until}` : null],
      [`${key}.from`, period?.from ?? null],
      [`${key}.until`, period?.until ?? null],
    ]
  }
  if (kind === 'day-time') {
    const time = typeof value === 'string' && isDayTime(value) ? value : null
    return [
      [key, time],
      [`${key}.day`, time?.slice(0, 10) ?? null],
    ]
  }
  return [[key, plain(value)]]
}

/** Names of the parts of a value that conditions and formulas reach by `key.part`. */
export function partsOf(kind: FormField['kind']): readonly ('from' | 'until' | 'day')[] {
  return kind === 'period' ? ['from', 'until'] : kind === 'day-time' ? ['day'] : []
}

/** The fields named, each section with all that stand in it. */
export function withSections(form: Form, keys: readonly string[]): string[] {
  const named = new Set(keys)
  const found: string[] = []
  let isInside = false
  for (const field of form.fields) {
    if (field.kind === 'section') isInside = named.has(field.key)
    if (isInside || named.has(field.key)) found.push(field.key)
  }
  return found
}

function plain(value: unknown): Value {
  if (isBlank(value)) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : (idOf(one) ?? canonical(one))))
  return idOf(value) ?? canonical(value)
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' ? value.id : undefined
}

function partField(own: FlowField, part: string): FlowField {
  return { key: `${own.key}.${part}`, name: own.name, kind: 'day', required: own.required }
}

function kindOf(field: FormField): Pick<FlowField, 'kind' | 'choices' | 'min' | 'max'> {
  const bounds = {
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  }
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return { kind: 'text' }
    case 'number':
    case 'money':
      return { kind: field.kind, ...bounds }
    case 'day':
    case 'yes-no':
    case 'person':
    case 'unit':
      return { kind: field.kind }
    case 'choice':
      return { kind: 'choice', choices: field.choices.map((choice) => choice.value) }
    case 'computed':
      return { kind: field.result ?? 'number' }
    default:
      return { kind: 'other' }
  }
}
