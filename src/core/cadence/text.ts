import type { Filter } from '../indicator/index.ts'
import { Cadence, type CadenceGiven } from './cadence.ts'
import { Handling, type HandlingGiven } from './handling.ts'

/** Speaks a word of `responsibilities.cadence` in some language. */
export type SayCadence = (key: string, facts: Readonly<Record<string, unknown>>) => string

/** What kinds of facts and types of subjects are called; their keys where nobody knows. */
export type CadenceNames = {
  readonly fact?: (kind: string) => string
  readonly subject?: (type: string) => string
}

/** A cadence as a sentence, also one stored before some of its fields existed: 每周 5 次，最后一个工作日 18:00 前. */
export function cadenceText(given: CadenceGiven, say: SayCadence, names: CadenceNames = {}): string {
  const cadence = Cadence.parse(given)
  const text = sentence(cadence, say, names)
  return cadence.graceHours > 0 ? say('withGrace', { cadence: text, count: cadence.graceHours }) : text
}

/** What else a duty says of its tasks, a line each: only what is not as usual. */
export function handlingLines(given: HandlingGiven | undefined, say: SayCadence, names: CadenceNames = {}): string[] {
  const { sharing, counts, subtasks, remindHours, escalateWorkdays } = Handling.parse(given ?? {})
  const mandatory = subtasks.filter((one) => one.isMandatory).length
  return [
    ...(sharing === 'each' ? [] : [say(`sharings.${sharing}`, {})]),
    ...(counts ? [say('counted', { fact: filtered(counts.factKind, counts.where, say, names) })] : []),
    ...(subtasks.length > 0 ? [say('subtasks', { count: subtasks.length, mandatory })] : []),
    ...(remindHours === null ? [] : [say(remindHours === 0 ? 'notReminded' : 'reminded', { count: remindHours })]),
    ...(escalateWorkdays === null
      ? []
      : [say(escalateWorkdays === 0 ? 'notEscalated' : 'escalated', { count: escalateWorkdays })]),
  ]
}

function sentence(cadence: Cadence, say: SayCadence, names: CadenceNames): string {
  const { every, times, dueTime: time, dueWorkday, weekdays, dueDay, onRest, after, subject } = cadence
  if (every === 'event' && after) {
    const fact = filtered(after.factKind, after.where, say, names)
    const limit = say(`afterUnits.${after.unit}`, { count: after.amount })
    return say(after.who === 'actor' ? 'afterOwn' : 'after', { fact, limit })
  }
  if (every === 'subject' && subject)
    return say('perSubject', {
      subject: names.subject?.(subject.type) ?? subject.type,
      limit: say(`afterUnits.${subject.unit}`, { count: subject.days }),
    })
  if (every === 'workday' || every === 'shift') return say(every, { count: times, time })
  if (every === 'week' && weekdays.length > 0) {
    const days = [...weekdays].sort((a, b) => a - b).map((day) => say(`weekday.${day}`, {}))
    const text = say(times === 1 ? 'onceOnWeekdays' : 'weekdays', {
      days: days.join(say('comma', {})),
      count: times,
      time,
    })
    return onRest === 'after' ? say('restAfter', { cadence: text }) : text
  }
  const values = { cadence: say(every, { count: times }), time, nth: Math.abs(dueWorkday), day: dueDay }
  if (every === 'month' && dueDay !== null) {
    const text = say('byDay', values)
    return onRest === 'before' || onRest === 'skip'
      ? say(onRest === 'skip' ? 'restSkip' : 'restBefore', { cadence: text })
      : text
  }
  if (dueWorkday === -1) return say('byLast', values)
  return say(dueWorkday < 0 ? 'byLastBut' : 'byNth', values)
}

function filtered(kind: string, where: readonly Filter[], say: SayCadence, names: CadenceNames): string {
  const name = names.fact?.(kind) ?? kind
  if (where.length === 0) return name
  const filters = where.map(({ dimension, is, not }) => `${dimension} ${not ? '≠' : '='} ${is.join('/')}`)
  return say('filtered', { fact: name, filters: filters.join(say('comma', {})) })
}
