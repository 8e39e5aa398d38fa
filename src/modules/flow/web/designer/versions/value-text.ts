import type { Condition, Deadline, PersonStep, Quorum, Source, Span } from '#core/flow'
import type { Say } from '#web/words'
import { quorumText, spanText, whoText, type Names } from '../say/summary.ts'

/** What a setting says, for people: before and after stand beside each other. */
export function valueText(field: string, value: unknown, names: Names, t: Say): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return t('designer.span.none')
  if (typeof value === 'boolean') return t(`designer.condition.${value ? 'yes' : 'no'}`)
  switch (field) {
    case 'who':
      return whoText(value as Source, names, t)
    case 'quorum':
      return quorumText(value as Quorum, t)
    case 'when':
    case 'until':
      return names.condition(value as Condition)
    case 'span':
      return spanText(value as Span, t)
    case 'deadline':
      return deadlineText(value as Deadline, t)
    case 'onEmpty':
      return (value as PersonStep['onEmpty']).map((one) => t(`designer.onEmpty.${one.do}`)).join(t('designer.who.join'))
    case 'onReject': {
      const reject = value as PersonStep['onReject']
      return reject.to === 'end'
        ? t('designer.fields.rejectEnds')
        : t('designer.fields.rejectTo', { name: reject.step })
    }
    case 'fields':
      return Array.isArray(value)
        ? value.map((one: { key: string; name: string }) => one.name || one.key).join(t('designer.who.join'))
        : Object.entries(value as Record<string, string>)
            .map(([key, right]) => `${names.field(key)?.name || key}: ${t(`designer.rights.${right}`)}`)
            .join('; ')
    case 'guards':
      return (value as string[]).map((key) => names.field(key)?.name || key).join(t('designer.who.join'))
    case 'allows':
      return (value as string[]).map((one) => t(`designer.allows.${one}`)).join(t('designer.who.join'))
    case 'onSelf':
    case 'opinion':
    case 'takeBack':
    case 'dedup':
    case 'withdraw':
      return t(`designer.${field}.${value as string}`)
    case 'returns':
      return Array.isArray(value) ? value.join(t('designer.who.join')) : t(`designer.returns.${value as string}`)
    case 'outcome':
      return t(`designer.outcomes.${value as string}`)
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : shortJson(value)
  }
}

function deadlineText({ limit, steps }: Deadline, t: Say): string {
  const acts = steps.map((one) => {
    const when = one.at.amount === 0 ? 'at' : one.at.amount < 0 ? 'beforeSpan' : 'afterSpan'
    return `${t(`designer.when.${when}`, { span: spanText(one.at, t) })} ${t(`designer.deadlineActs.${one.do}`)}`
  })
  return [t('designer.span.within', { span: spanText(limit, t) }), ...acts].join('; ')
}

function shortJson(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 160 ? `${text.slice(0, 157)}…` : text
}
