import { formFaults } from './check.ts'
import type { FormFault } from './fault.ts'
import { isLayout } from './kinds.ts'
import type { Form, FormField } from './schema.ts'
import { settle } from './settle.ts'
import { isBlank, sameValue, valueAt, type FormValues, type RawValues } from './value.ts'

export const rights = ['write', 'read', 'hidden'] as const
export type Right = (typeof rights)[number]
/** What somebody may do with each field, by key. A field not named is read. */
export type Rights = Readonly<Record<string, Right>>

/** Rights to every field of a form: those named, else the one given (`write` at the start, `read` at a step). */
export function rightsOf(form: Form, named: Rights, otherwise: Right): Rights {
  return Object.fromEntries(
    form.fields.map(({ key }) => [key, Object.hasOwn(named, key) ? rightTo(named, key) : otherwise]),
  )
}

export function rightTo(all: Rights, key: string): Right {
  return Object.hasOwn(all, key) ? (all[key] ?? 'read') : 'read'
}

/** What leaves the server for a reader: no hidden field, nothing that rules hide, nothing from outside the form. */
export function visibleValues(form: Form, all: Rights, values: RawValues): FormValues {
  const { values: settled } = settle(form, values)
  return Object.fromEntries(Object.entries(settled).filter(([key]) => rightTo(all, key) !== 'hidden'))
}

/**
 * What stands against a change by somebody with these rights. Naming a hidden field is refused whatever its value, else
 * its value could be guessed; naming a read-only one is fine while it stays as it is; computed values are ignored. Then
 * the fields one may write are looked at as they will be.
 *
 * @param before the stored values, in full
 * @param change the fields changed; null takes a value away
 * @param isDraft saved for later: what is missing is not asked for yet
 */
export function writeFaults(
  form: Form,
  all: Rights,
  before: RawValues,
  change: RawValues,
  { isDraft = false }: { readonly isDraft?: boolean } = {},
): FormFault[] {
  const fields = new Map(form.fields.map((field) => [field.key, field]))
  const refused = Object.entries(change).flatMap(([key, value]) => refusal(fields.get(key), key, all, value, before))
  if (refused.length > 0) return refused
  return formFaults(form, applyChange(form, all, before, change)).filter(
    ({ field, code, row }) =>
      rightTo(all, field) === 'write' &&
      !(isDraft && (code === 'required' || (code === 'too-few' && row === undefined))),
  )
}

/** The values after a change, settled. What one may not write is left as it was. */
export function applyChange(form: Form, all: Rights, before: RawValues, change: RawValues): FormValues {
  const computed = new Set(form.fields.flatMap(({ key, kind }) => (kind === 'computed' ? [key] : [])))
  const written = Object.entries(change).filter(([key]) => rightTo(all, key) === 'write' && !computed.has(key))
  return settle(form, { ...before, ...Object.fromEntries(written) }).values
}

function refusal(
  field: FormField | undefined,
  key: string,
  all: Rights,
  value: unknown,
  before: RawValues,
): FormFault[] {
  const right = rightTo(all, key)
  if (!field || isLayout(field.kind) || right === 'hidden') return [{ field: key, code: 'unknown-field' }]
  if (right === 'write' || field.kind === 'computed') return []
  const stored = valueAt(before, key)
  const isSame = isBlank(value) ? isBlank(stored) : sameValue(value, stored)
  return isSame ? [] : [{ field: key, code: 'not-writable' }]
}
