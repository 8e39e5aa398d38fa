import type { FactKind, Refusal } from './contract.ts'

export type Why = { readonly code: Refusal['code']; readonly facts: Refusal['facts'] }
type Saying = {
  readonly dimensions: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, number>>
  readonly subject?: { readonly type?: string | undefined } | undefined
}
type Known = Pick<FactKind, 'key' | 'dimensions' | 'measures' | 'subjectType' | 'needsSubject'>

/** What a registered kind does not know of what a fact says, or asks for and does not get; undefined when it is sound. */
export function kindFault(kind: Known, saying: Saying): Why | undefined {
  const dimension = stranger(kind.dimensions, saying.dimensions)
  if (dimension !== undefined) return { code: 'unknown-dimension', facts: { kind: kind.key, name: dimension } }
  const measure = stranger(kind.measures, saying.measures)
  if (measure !== undefined) return { code: 'unknown-measure', facts: { kind: kind.key, name: measure } }
  if (kind.needsSubject && !saying.subject)
    return { code: 'subject-missing', facts: { kind: kind.key, type: kind.subjectType ?? '' } }
  const type = saying.subject?.type
  return type && kind.subjectType && type !== kind.subjectType
    ? { code: 'wrong-subject', facts: { kind: kind.key, type, expected: kind.subjectType } }
    : undefined
}

/** A subject of a type nobody knows, or of none. */
export function typeFault(type: string | undefined, known: ReadonlySet<string>): Why | undefined {
  return type !== undefined && known.has(type)
    ? undefined
    : { code: 'unknown-subject-type', facts: { type: type ?? '' } }
}

function stranger(known: readonly { key: string }[], told: object): string | undefined {
  return Object.keys(told).find((name) => !known.some(({ key }) => key === name))
}
