import type { Day } from '#core/calendar'

export type UnitRef = {
  readonly id: string
  readonly isNew: boolean
  readonly name: string
  readonly parent: UnitRef | null
  /** First day it is there; a new unit is there from the first day somebody sits in it. */
  since: Day | null
}
export type UnitFault = { readonly code: 'ambiguous-unit'; readonly facts: { unit: string; count: number } }

type KnownUnit = {
  id: string
  code: string
  name: Readonly<Record<string, string>>
  parentId: string | null
  since: Day
}

/**
 * Finds units by what a sheet calls them: a code, a name that only one unit bears, or a path of names from the top
 * ("Sales / North"). What is not found is made: below the unit before it in the path, else below the root.
 */
export function unitFinder(units: readonly KnownUnit[], newId: () => string) {
  const refs = new Map<string, UnitRef>()
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(units.map((unit) => [plainName(unit.code), unit]))
  const byName = new Map<string, Set<string>>()
  const below = new Map<string, string>()
  const made: UnitRef[] = []
  const found = new Map<string, UnitRef | UnitFault>()
  for (const unit of units) for (const name of Object.values(unit.name)) enter(name, unit.id, unit.parentId)
  const rootUnit = units.find((unit) => unit.parentId === null)

  return { find, made, refOf }

  function find(text: string): UnitRef | UnitFault {
    const key = plainName(text)
    const before = found.get(key)
    if (before) return before
    const result = search(text)
    found.set(key, result)
    return result
  }

  function search(text: string): UnitRef | UnitFault {
    const byItsCode = byCode.get(plainName(text))
    if (byItsCode) return refOf(byItsCode.id)
    const names = text.split(/\s*[/／>＞\\]\s*/).filter((name) => name.trim() !== '')
    const [first = text, ...rest] = names
    const start = begin(first, rest.length > 0)
    if ('code' in start) return start
    return rest.reduce((unit: UnitRef, name) => childOf(unit, name), start)
  }

  /** Where a path begins: at or below the root, else at the only unit of that name anywhere. */
  function begin(name: string, isPath: boolean): UnitRef | UnitFault {
    const same = byName.get(plainName(name))
    const direct = rootUnit && below.get(`${rootUnit.id}/${plainName(name)}`)
    if (direct && (isPath || same?.size === 1)) return refOf(direct)
    if (same && same.size > 1 && !(isPath && rootUnit && same.has(rootUnit.id)))
      return { code: 'ambiguous-unit', facts: { unit: name, count: same.size } }
    const [only] = same ?? []
    if (isPath && rootUnit && same?.has(rootUnit.id)) return refOf(rootUnit.id)
    if (only) return refOf(only)
    return rootUnit ? childOf(refOf(rootUnit.id), name) : make(null, name)
  }

  function childOf(parent: UnitRef, name: string): UnitRef {
    const id = below.get(`${parent.id}/${plainName(name)}`)
    return id ? refOf(id) : make(parent, name)
  }

  function make(parent: UnitRef | null, name: string): UnitRef {
    const unit: UnitRef = { id: newId(), isNew: true, name: name.trim(), parent, since: null }
    refs.set(unit.id, unit)
    made.push(unit)
    enter(name, unit.id, parent?.id ?? null)
    return unit
  }

  function refOf(id: string): UnitRef {
    const before = refs.get(id)
    if (before) return before
    const unit = known.get(id)
    if (!unit) throw new Error(`no unit ${id} on this day`)
    const name = Object.values(unit.name)[0] ?? ''
    const ref: UnitRef = { id, isNew: false, name, parent: null, since: unit.since }
    refs.set(id, ref)
    return ref
  }

  function enter(name: string, id: string, parentId: string | null): void {
    const key = plainName(name)
    byName.set(key, (byName.get(key) ?? new Set()).add(id))
    if (parentId) below.set(`${parentId}/${key}`, id)
  }
}

/** The kind a unit's name tells; a department when it tells nothing. */
export function unitKindOf(name: string): string {
  if (/集团$|\bgroup$/i.test(name)) return 'group'
  if (/分公司$|\bbranch$/i.test(name)) return 'branch'
  if (/公司$|\b(ltd|inc|gmbh|company|co)\.?$/i.test(name)) return 'company'
  if (/车间$|\bworkshop$/i.test(name)) return 'workshop'
  if (/[组队班]$|\bteam$/i.test(name)) return 'team'
  return 'department'
}

export function plainName(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** A text from a sheet as local text: the language is told by its script. */
export function localOf(text: string): Record<string, string> {
  return { [/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en']: text.trim() }
}
