import type { LocalText } from '#core/local-text'
import type { Duty, Indicator, PartDraft, Version } from './shapes.ts'

/** One difference of two versions. `about` names the indicator or duty; texts, lines and knowledge have none. */
export type Difference = {
  readonly part: 'text' | 'line' | 'knowledge' | 'indicator' | 'duty' | 'right' | 'part'
  readonly field: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly about: LocalText | null
  /** Unit of the indicator, to write its targets with; '' for all else. */
  readonly unit: string
  readonly before: unknown
  readonly after: unknown
}

type Said = Pick<
  Version,
  | 'name'
  | 'purpose'
  | 'activities'
  | 'inputs'
  | 'outputs'
  | 'capabilities'
  | 'processRules'
  | 'knowledge'
  | 'indicators'
  | 'duties'
  | 'rights'
> & { readonly parts: readonly Composed[] }

/** A part as versions are compared by: names of the original are not part of what is said. */
type Composed = Omit<PartDraft, 'versionId'> & { readonly name?: LocalText }

const lists = ['activities', 'inputs', 'outputs', 'capabilities', 'processRules'] as const
const indicatorFields = [
  'name',
  'unit',
  'direction',
  'target',
  'weightPermille',
  'period',
  'measure',
  'localTargets',
  'targetRule',
  'holderTargets',
  'owner',
  'thresholds',
] as const
const partFields = ['mode', 'weightPermille', 'targets'] as const
const dutyFields = ['name', 'steps', 'cadence', 'form', 'factKind', 'handling'] as const

/**
 * What a version says otherwise than the one before: texts, lines that came or went, knowledge, and each field of
 * indicators and duties, which are followed by their keys. The order of lines does not count.
 */
export function differences(before: Said, after: Said): Difference[] {
  return [
    ...(['name', 'purpose'] as const).flatMap((field) => changed('text', field, null, before[field], after[field])),
    ...lists.flatMap((field) => lineChanges('line', field, before[field], after[field])),
    ...lineChanges('knowledge', 'knowledge', before.knowledge, after.knowledge),
    ...keyedChanges<Indicator>('indicator', indicatorFields, before.indicators, after.indicators),
    ...keyedChanges<Duty>('duty', dutyFields, before.duties, after.duties),
    ...keyedChanges<KeyedPart>('part', partFields, keyed(before.parts), keyed(after.parts)),
    ...lineChanges('right', 'rights', before.rights, after.rights),
  ]
}

/** Targets that moved, for telling those who answer for them. */
export function targetChanges(
  before: readonly Indicator[],
  after: readonly Indicator[],
): { indicator: Indicator; from: number; to: number }[] {
  return after.flatMap((indicator) => {
    const old = before.find((other) => other.key === indicator.key)
    return old && old.target !== indicator.target ? [{ indicator, from: old.target, to: indicator.target }] : []
  })
}

/** True when two values of the same shape say the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function changed(
  part: Difference['part'],
  field: string,
  about: LocalText | null,
  before: unknown,
  after: unknown,
  unit = '',
): Difference[] {
  return same(before, after) ? [] : [{ part, field, kind: 'changed', about, unit, before, after }]
}

type KeyedPart = Composed & { readonly key: string; readonly name: LocalText }

function keyed(parts: readonly Composed[]): KeyedPart[] {
  return parts.map((part) => ({ ...part, key: part.responsibilityId, name: part.name ?? {} }))
}

function lineChanges(
  part: 'line' | 'knowledge' | 'right',
  field: string,
  before: readonly unknown[],
  after: readonly unknown[],
): Difference[] {
  const known = new Set(before.map(canonical))
  const kept = new Set(after.map(canonical))
  return [
    ...before
      .filter((line) => !kept.has(canonical(line)))
      .map((line): Difference => ({ part, field, kind: 'removed', about: null, unit: '', before: line, after: null })),
    ...after
      .filter((line) => !known.has(canonical(line)))
      .map((line): Difference => ({ part, field, kind: 'added', about: null, unit: '', before: null, after: line })),
  ]
}

function keyedChanges<T extends { key: string; name: LocalText; unit?: string }>(
  part: 'indicator' | 'duty' | 'part',
  fields: readonly (keyof T & string)[],
  before: readonly T[],
  after: readonly T[],
): Difference[] {
  const gone = before.filter((item) => !after.some((other) => other.key === item.key))
  return [
    ...after.flatMap((item): Difference[] => {
      const old = before.find((other) => other.key === item.key)
      if (!old)
        return [
          { part, field: part, kind: 'added', about: item.name, unit: item.unit ?? '', before: null, after: item },
        ]
      return fields.flatMap((field) => changed(part, field, item.name, old[field], item[field], item.unit))
    }),
    ...gone.map((item): Difference => ({
      part,
      field: part,
      kind: 'removed',
      about: item.name,
      unit: item.unit ?? '',
      before: item,
      after: null,
    })),
  ]
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`
}
