import { hasWord, type Say } from '#web/words'
import type { TimelineEntry } from '../../contract.ts'

/** What happened, in one plain sentence: 李敏 在「部门审批」同意. */
export function sentenceOf(entry: TimelineEntry, t: Say): string {
  const key = `request.did.${deedOf(entry)}`
  return t(hasWord('flow', key) ? key : 'request.did.other', {
    who: whoOf(entry, t),
    step: entry.stepName ?? '',
    to: entry.toName ?? '',
    people: entry.people.map((person) => person.name).join(t('inbox.comma')),
  })
}

/** What followed by itself. Notes that say nothing to people are left out. */
export function noteTexts(entry: TimelineEntry, t: Say): { code: string; text: string }[] {
  return entry.notes.flatMap(({ code, step, stepName, person }) => {
    const key = `request.note.${code}`
    if (!hasWord('flow', key)) return []
    return [{ code, text: t(key, { step: stepName ?? step ?? '', who: person?.name ?? '' }) }]
  })
}

/** True when there is anything to tell: some events only move the engine. */
export function isTold(entry: TimelineEntry, t: Say): boolean {
  return hasWord('flow', `request.did.${deedOf(entry)}`) || noteTexts(entry, t).length > 0
}

/** Why a step is stuck or what was noted at it, or nothing. */
export function noteText(code: string, step: string, t: Say): string {
  const key = `request.note.${code}`
  return hasWord('flow', key) ? t(key, { step, who: '' }) : ''
}

function whoOf({ by, byName, onBehalfOf }: TimelineEntry, t: Say): string {
  const name = by?.name ?? byName ?? t('request.product')
  return onBehalfOf && onBehalfOf.id !== by?.id ? t('request.onBehalf', { name, of: onBehalfOf.name }) : name
}

function deedOf(entry: TimelineEntry): string {
  if (entry.do === 'decide') return entry.decision ?? 'approve'
  return entry.do
}
