import { aggregates } from './aggregate.ts'
import { conditionals } from './conditional.ts'
import { dateFunctions } from './date.ts'
import { durations } from './duration.ts'
import { logic } from './logic.ts'
import { lookups } from './lookup.ts'
import { numeric } from './number.ts'
import type { FunctionSpec } from './spec.ts'
import { texts } from './text.ts'

export type { FunctionSpec, Taken, Want } from './spec.ts'

/** Every function there is; there is no way to add one from a formula. */
export const functions: readonly FunctionSpec[] = [
  ...logic,
  ...numeric,
  ...aggregates,
  ...conditionals,
  ...lookups,
  ...dateFunctions,
  ...durations,
  ...texts,
]

/** By any of its names, in capitals or not. */
export function functionNamed(name: string): FunctionSpec | undefined {
  return byName.get(name.toUpperCase())
}

export function functionNames(): Iterable<string> {
  return byName.keys()
}

const byName: ReadonlyMap<string, FunctionSpec> = new Map(
  functions.flatMap((spec) => spec.names.map((name) => [name, spec] as const)),
)
