import type { Operator } from '#core/flow'
import type { Say } from '#web/words'
import type { ConditionTopic } from './model.ts'

/** The operator as said of this kind of field: above a number, after a day, includes of several choices. */
export function operatorWord(t: Say, op: Operator, topic: ConditionTopic | undefined): string {
  if (topic?.kind === 'day') return t(`form.condition.day.${op}`)
  if (topic?.field.many && op !== 'filled' && op !== 'empty') return t(`form.condition.many.${op}`)
  return t(`form.condition.op.${op}`)
}

export function topicLabel(t: Say, local: (text: ConditionTopic['field']['label']) => string, topic: ConditionTopic) {
  const label = local(topic.field.label) || topic.field.key
  return topic.part ? t(`form.part.${topic.part}`, { label }) : label
}
