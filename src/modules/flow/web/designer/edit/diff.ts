import type { Arm, Definition, Step } from '#core/flow'
import { otherwiseOf, root, rowsIn, type RowKey } from './tree.ts'

export type Mark = 'added' | 'removed' | 'moved' | 'changed'
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** One thing that is different between two versions: the flow itself, a step, or an arm of a block. */
export type Difference = {
  readonly what: 'flow' | 'step' | 'arm'
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly mark: Mark
  /** What is different in it, where it was changed; a thing that was moved may have been changed too. */
  readonly fields: readonly FieldChange[]
}

/** What is different in `after`, in the order the flow is read; what was removed stands at the end. */
export function differences(before: Definition, after: Definition): Difference[] {
  const old = partsOf(before.steps)
  const now = partsOf(after.steps)
  const moved = movedIn(old, now)
  const flow = fieldChanges(flowSettings(before), flowSettings(after))
  const found = [...now.values()].flatMap((part): Difference[] => {
    const was = old.get(part.id)
    if (!was) return [{ ...label(part), mark: 'added', fields: [] }]
    const fields = fieldChanges(was.settings, part.settings)
    if (moved.has(part.id)) return [{ ...label(part), mark: 'moved', fields }]
    return fields.length > 0 ? [{ ...label(part), mark: 'changed', fields }] : []
  })
  const gone = [...old.values()].filter((part) => !now.has(part.id))
  return [
    ...(flow.length > 0
      ? [
          {
            what: 'flow' as const,
            id: after.id,
            name: after.name,
            kind: 'flow',
            mark: 'changed' as const,
            fields: flow,
          },
        ]
      : []),
    ...found,
    ...gone.map((part): Difference => ({ ...label(part), mark: 'removed', fields: [] })),
  ]
}

/** Top-level settings of one thing that are not alike. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => text(before[key]) !== text(after[key]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

type Part = {
  readonly what: 'step' | 'arm'
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly row: RowKey
  readonly settings: Readonly<Record<string, unknown>>
}

function label({ what, id, name, kind }: Part) {
  return { what, id, name, kind }
}

function partsOf(steps: readonly Step[]): Map<string, Part> {
  const parts = new Map<string, Part>()
  const walk = (list: readonly Step[], row: RowKey) => {
    for (const step of list) {
      parts.set(step.id, { what: 'step', id: step.id, name: step.name, kind: step.kind, row, settings: ownOf(step) })
      for (const inner of rowsIn(step)) {
        if (inner.arm) parts.set(inner.arm.id, armPart(step, inner.arm))
        else if (inner.row === otherwiseOf(step.id))
          parts.set(inner.row, { what: 'arm', id: inner.row, name: '', kind: 'otherwise', row: step.id, settings: {} })
        walk(inner.steps, inner.row)
      }
    }
  }
  walk(steps, root)
  return parts
}

function armPart(block: Step, { id, name, when }: Arm): Part {
  return { what: 'arm', id, name, kind: block.kind, row: block.id, settings: { name, when } }
}

function ownOf(step: Step): Record<string, unknown> {
  const { id: _id, arms: _arms, steps: _steps, otherwise: _otherwise, ...own } = step as Record<string, unknown> & Step
  return own
}

/**
 * What stands in another row than before, or in another order among those that stayed in their row: as few as possible
 * count as moved.
 */
function movedIn(old: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>): Set<string> {
  const moved = new Set<string>()
  const rows = new Map<RowKey, string[]>()
  for (const part of now.values()) {
    const was = old.get(part.id)
    if (!was) continue
    if (was.row !== part.row) moved.add(part.id)
    else rows.set(`${part.what} ${part.row}`, [...(rows.get(`${part.what} ${part.row}`) ?? []), part.id])
  }
  const orderBefore = new Map([...old.keys()].map((id, index) => [id, index]))
  for (const ids of rows.values()) {
    const kept = new Set(longestRising(ids, (id) => orderBefore.get(id) ?? 0))
    for (const id of ids) if (!kept.has(id)) moved.add(id)
  }
  return moved
}

/** The longest part of a list whose numbers rise. */
function longestRising(list: readonly string[], numberOf: (id: string) => number): string[] {
  const best: string[][] = []
  for (const [index, id] of list.entries()) {
    const shorter = best.slice(0, index).filter((way) => numberOf(way.at(-1)!) < numberOf(id))
    const longest = shorter.reduce<string[]>((one, other) => (other.length > one.length ? other : one), [])
    best.push([...longest, id])
  }
  return best.reduce<string[]>((one, other) => (other.length > one.length ? other : one), [])
}

function flowSettings({ dedup, withdraw, proofs, name, fields }: Definition): Record<string, unknown> {
  return { name, dedup, withdraw, proofs, fields }
}

/** Equal for equal values, whatever the order of their keys. */
function text(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one: unknown) =>
      one !== null && typeof one === 'object' && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : one,
    ) ?? ''
  )
}
