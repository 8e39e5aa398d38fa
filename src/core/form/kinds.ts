/** Everything a field of a form may be. The last two hold no value: they lay out and explain. */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'day',
  'day-time',
  'period',
  'yes-no',
  'choice',
  'person',
  'unit',
  'reference',
  'table',
  'file',
  'photo',
  'place',
  'signature',
  'computed',
  'section',
  'note',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What may stand in a column of a table. */
export const columnKinds = [
  'text',
  'number',
  'money',
  'day',
  'yes-no',
  'choice',
  'person',
  'unit',
  'computed',
] as const satisfies readonly FieldKind[]

/**
 * What the hand-in of a duty may ask; a subset, because it is filled in without network too. Numbers, choices and texts
 * become part of a fact; places, signatures, files and records of other systems stand as evidence beside it.
 */
export const handInKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'day',
  'choice',
  'yes-no',
  'place',
  'signature',
  'file',
  'reference',
] as const satisfies readonly FieldKind[]

export const computedResults = ['number', 'money', 'text', 'day', 'yes-no'] as const
export type ComputedResult = (typeof computedResults)[number]

export const referenceTargets = ['unit', 'position', 'responsibility', 'request', 'subject'] as const
export type ReferenceTarget = (typeof referenceTargets)[number]

export function isLayout(kind: FieldKind): boolean {
  return kind === 'section' || kind === 'note'
}

/** True for fields that somebody fills in: neither layout nor computed. */
export function isInput(kind: FieldKind): boolean {
  return !isLayout(kind) && kind !== 'computed'
}
