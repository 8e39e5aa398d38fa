import { useFormat } from '#web/format'
import { useHref } from '#web/links'
import { sayIn, useLocal, useWords } from '#web/words'
import type { Alarm } from '../contract.ts'

/** Kinds that stop work now, before those that only warn. */
export function toneOf(kind: Alarm['kind']): 'red' | 'amber' {
  return kind === 'nobody-accountable' || kind === 'holder-gone' || kind === 'unit-closed' ? 'red' : 'amber'
}

/** What an alarm is about, in a name and a place to look. */
export function useAbout(): (alarm: Alarm) => { title: string; note: string; href: string | undefined } {
  const local = useLocal()
  const href = useHref()
  return ({ responsibility, position, unit, person, account, place }) => {
    if (responsibility)
      return {
        title: local(responsibility.name),
        note: local(place?.name),
        href: href('responsibilities.responsibility', { responsibilityId: responsibility.id }),
      }
    if (position)
      return {
        title: local(position.name),
        note: local(position.unitName),
        href: href('organisation.position', { positionId: position.id, id: position.id }),
      }
    const somebody = person ?? account
    return {
      title: somebody?.name ?? local(unit?.name),
      note: local(place?.name),
      href: person ? href('people.person', { personId: person.id }) : undefined,
    }
  }
}

/** The sentence that says what is wrong. */
export function useSentence(): (alarm: Alarm) => string {
  const t = useWords('alarms')
  const local = useLocal()
  const format = useFormat()
  return ({ kind, position, unit, person, totalPermille, indicator, days, permissions }) =>
    t(`sentence.${kind}`, {
      holder: [local(position?.name) || local(unit?.name), person?.name].filter(Boolean).join(' · '),
      total: totalPermille === null ? '' : format.percent(totalPermille),
      indicator: local(indicator),
      days: days ?? 0,
      permissions: permissions.map(permissionName).join(', '),
    })
}

function permissionName(permission: string): string {
  const dot = permission.indexOf('.')
  return sayIn(permission.slice(0, dot))(`permissions.${permission.slice(dot + 1)}`)
}
