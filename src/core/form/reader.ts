import { fieldsOf, holds } from '../flow/model/condition.ts'
import { flowDataOf, withSections } from './flow.ts'
import { baseKey, planOf } from './plan.ts'
import { rightTo, type Rights } from './rights.ts'
import type { Form, FormField, FormRule } from './schema.ts'
import { settle } from './settle.ts'
import type { RawValues } from './value.ts'

/**
 * The form as it may leave the server for a reader: no hidden field, and neither rule nor formula that names one. What
 * such rules decide at these values is decided here; what such formulas computed stays as it stands in the values.
 */
export function formFor(form: Form, all: Rights, values: RawValues): Form {
  const isHidden = (key: string) => rightTo(all, baseKey(key)) === 'hidden'
  if (!form.fields.some(({ key }) => isHidden(key))) return form
  const { showing, computations } = planOf(form)
  const data = flowDataOf(form, settle(form, values).values)
  const isSecret = (rule: FormRule) => fieldsOf(rule.when).some(isHidden)
  const decided = (form.rules ?? []).filter((rule) => isSecret(rule))
  const named = (does: FormRule['do']) =>
    new Set(
      decided
        .filter((rule) => rule.do === does && holds(rule.when, data))
        .flatMap((rule) => (does === 'show' ? withSections(form, rule.fields) : rule.fields)),
    )
  const [there, required] = [named('show'), named('require')]
  const isGone = (key: string) => {
    const rules = showing.get(key)
    return rules !== undefined && !there.has(key) && rules.every(isSecret)
  }
  const fields = form.fields
    .filter(({ key }) => !isHidden(key) && !isGone(key))
    .map((field): FormField => {
      const computation = computations.get(field.key)
      const isOpen = computation?.ok && !computation.needs.some(isHidden)
      const { expression: _secret, ...rest } = field
      const base = isOpen ? field : rest
      return required.has(field.key) ? { ...base, required: true } : base
    })
  const left = new Set(fields.map(({ key }) => key))
  const rules = (form.rules ?? []).flatMap((rule): FormRule[] => {
    if (isSecret(rule)) return []
    const own = rule.do === 'show' ? withSections(form, rule.fields).filter((key) => !there.has(key)) : rule.fields
    const rest = own.filter((key) => left.has(key))
    return rest.length > 0 ? [{ ...rule, fields: rest }] : []
  })
  return { ...form, fields, rules }
}
