import { fault } from './problem.ts'
import type { Type } from './type.ts'

/** A name formulas may use. `source` says where its value comes from and is repeated in explanations. */
export type NameEntry = {
  readonly name: string
  /** The same thing in other languages: 基本工资 for base. */
  readonly aliases?: readonly string[]
  readonly type: Type
  /** It may be blank. */
  readonly isOptional?: boolean
  readonly source?: string
}

/** Names and aliases, each leading to its entry. */
export type Catalogue = ReadonlyMap<string, NameEntry>

/** Throws the fault `name-twice` or `reserved-name`. */
export function catalogueOf(entries: readonly NameEntry[]): Catalogue {
  const found = new Map<string, NameEntry>()
  for (const entry of entries) {
    for (const name of new Set([entry.name, ...(entry.aliases ?? [])].map((one) => one.normalize('NFKC')))) {
      if (isReserved(name)) throw fault('reserved-name', { name })
      if (found.has(name)) throw fault('name-twice', { name })
      found.set(name, entry)
    }
  }
  return found
}

/** Names by which JavaScript objects reach their prototype or the host; never anybody's field, column or formula. */
export function isReserved(name: string): boolean {
  return name.split('.').some((part) => part.startsWith('__') || reserved.has(part))
}

const reserved: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'caller',
  'callee',
  'arguments',
])
