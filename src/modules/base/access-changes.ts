import type { Reach } from '#kernel/access'
import type { AccessChange } from './contract.ts'

const nowhere: Reach = { all: false, personIds: [], unitIds: [] }
const listedAtMost = 50

/** What somebody may do after a change and could not before, and the other way about, permission by permission. */
export function accessChanges(before: ReadonlyMap<string, Reach>, after: ReadonlyMap<string, Reach>): AccessChange[] {
  const permissions = [...new Set([...before.keys(), ...after.keys()])].sort()
  return permissions.flatMap((permission) => {
    const [was, is] = [before.get(permission) ?? nowhere, after.get(permission) ?? nowhere]
    const gained = beyond(is, was)
    const lost = beyond(was, is)
    return isNothing(gained) && isNothing(lost) ? [] : [{ permission, gained, lost }]
  })
}

/** What `reach` holds and `other` does not. */
function beyond(reach: Reach, other: Reach): AccessChange['gained'] {
  if (other.all) return { all: false, people: 0, units: 0, personIds: [], unitIds: [] }
  const people = without(reach.personIds, other.personIds)
  const units = without(reach.unitIds, other.unitIds)
  return {
    all: reach.all,
    people: people.length,
    units: units.length,
    personIds: people.slice(0, listedAtMost),
    unitIds: units.slice(0, listedAtMost),
  }
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return ids.filter((id) => !known.has(id))
}

function isNothing({ all, people, units }: AccessChange['gained']): boolean {
  return !all && people === 0 && units === 0
}
