import type { Condition } from '#core/flow'
import type { FormField } from '#core/form'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Names } from '../show/value-text.ts'
import { takesValue, topicsOf, type ConditionTopic } from './model.ts'
import { operatorWord, topicLabel } from './words.ts'

/** A condition as people say it: “Amount is above ¥5,000.00 and Kind is Travel”. People and units by the names given. */
export function useConditionText(fields: readonly FormField[], names: Names = {}): (condition: Condition) => string {
  const t = useWords('flow')
  const local = useLocal()
  const f = useFormat()
  const topics = topicsOf(fields)
  const say = (condition: Condition, isInner: boolean): string => {
    if ('text' in condition) return condition.text
    if ('not' in condition) return t('form.condition.say.not', { it: say(condition.not, false) })
    if ('all' in condition || 'any' in condition) {
      const parts = 'all' in condition ? condition.all : condition.any
      const said = parts.map((part) => say(part, parts.length > 1))
      const text = said.join(t('all' in condition ? 'form.condition.say.and' : 'form.condition.say.or'))
      return isInner && parts.length > 1 ? t('form.condition.say.group', { it: text }) : text
    }
    const topic = topics.find(({ name }) => name === condition.field)
    const field = topic ? topicLabel(t, local, topic) : condition.field
    const op = operatorWord(t, condition.op, topic)
    if (!takesValue(condition.op)) return t('form.condition.say.bare', { field, op })
    const values = [condition.value ?? []].flat().map((one) => valueText(one, topic))
    const value = values.join(t('form.condition.say.join')) || t('form.condition.say.missing')
    return t('form.condition.say.line', { field, op, value })
  }
  const valueText = (value: string | number | boolean, topic: ConditionTopic | undefined): string => {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (typeof value === 'number') return topic?.kind === 'money' ? f.money(value) : f.number(value)
    if (topic?.kind === 'day') return f.day(value)
    const choice = topic?.field.choices.find((one) => one.value === value)
    return choice ? local(choice.label) : (names[value] ?? value)
  }
  return (condition) => say(condition, false)
}
