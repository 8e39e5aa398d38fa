import { hasWord, type Say } from '#web/words'
import type { TimelineEntry } from '../../contract.ts'

/** A line of the history: what somebody did, and what followed by itself. */
export type Told = { entry: TimelineEntry; title: string; notes: readonly string[] }

/** The history as people read it. What the engine did in between belongs to the deed it followed from. */
export function toldOf(timeline: readonly TimelineEntry[], t: Say): Told[] {
  const told: Told[] = []
  for (const entry of timeline) {
    const notes = noteTexts(entry, t)
    const before = told.at(-1)
    if (hasWord('flow', `request.did.${deedOf(entry)}`)) told.push({ entry, title: sentenceOf(entry, t), notes })
    else if (before) told[told.length - 1] = { ...before, notes: [...before.notes, ...notes] }
    else if (notes[0]) told.push({ entry, title: notes[0], notes: notes.slice(1) })
  }
  return told
}

/** What happened, in one plain sentence: 李敏 在「部门审批」同意. */
export function sentenceOf(entry: TimelineEntry, t: Say): string {
  return t(`request.did.${deedOf(entry)}`, {
    who: whoOf(entry, t),
    step: stepCalled(entry.step, entry.stepName, t),
    to: stepCalled(entry.to, entry.toName, t),
    people: entry.people.map((person) => person.name).join(t('inbox.comma')),
  })
}

/** Where every request begins has no name of its own. */
export function stepCalled(id: string | null, name: string | null, t: Say): string {
  return name || (id === 'start' ? t('request.startStep') : (id ?? ''))
}

/** Why a step is stuck or what was noted at it, or nothing. */
export function noteText(code: string, step: string, t: Say, who = ''): string {
  const key = `request.note.${code}`
  return hasWord('flow', key) ? t(key, { step, who }) : ''
}

/** Notes that say nothing to people are left out. */
function noteTexts(entry: TimelineEntry, t: Say): string[] {
  const texts = entry.notes.map(({ code, step, stepName, person }) =>
    noteText(code, stepCalled(step, stepName, t), t, person?.name),
  )
  return [...new Set(texts.filter(Boolean))]
}

function whoOf({ by, byName, onBehalfOf }: TimelineEntry, t: Say): string {
  const name = by?.name ?? byName ?? t('request.product')
  return onBehalfOf && onBehalfOf.id !== by?.id ? t('request.onBehalf', { name, of: onBehalfOf.name }) : name
}

function deedOf(entry: TimelineEntry): string {
  return entry.do === 'decide' ? (entry.decision ?? 'approve') : entry.do
}
