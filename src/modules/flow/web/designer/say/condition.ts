import type { Condition, FlowField } from '#core/flow'
import type { Say } from '#web/words'

type FieldOf = (key: string) => FlowField | undefined

/** A condition as people say it. */
export function conditionText(condition: Condition | undefined, fieldOf: FieldOf, t: Say, isInner = false): string {
  if (!condition) return t('designer.sum.always')
  if ('text' in condition) return condition.text
  if ('not' in condition) return t('designer.condition.not', { it: conditionText(condition.not, fieldOf, t) })
  if ('all' in condition || 'any' in condition) {
    const [parts, word] = 'all' in condition ? [condition.all, 'and'] : [condition.any, 'or']
    if (parts.length === 0) return t(word === 'and' ? 'designer.sum.always' : 'designer.condition.never')
    const text = parts
      .map((one) => conditionText(one, fieldOf, t, parts.length > 1))
      .join(t(`designer.condition.${word}`))
    return isInner && parts.length > 1 ? `(${text})` : text
  }
  const field = fieldOf(condition.field)
  const value = [condition.value ?? []].flat().map((one) => valueText(one, field, t))
  return t(`designer.condition.${condition.op}`, {
    field: field?.name || condition.field,
    value: value.join(t('designer.who.join')),
  })
}

function valueText(value: string | number | boolean, field: FlowField | undefined, t: Say): string {
  if (typeof value === 'boolean') return t(value ? 'designer.condition.yes' : 'designer.condition.no')
  return field?.kind === 'money' && typeof value === 'number' ? `¥${(value / 100).toLocaleString()}` : String(value)
}
