import type { NameEntry } from '#core/formula'
import type { FormulaTerm } from '../../contract.ts'

/** A name as the language takes it: everything a run gives is a number. */
export function entryOf({ name, aliases, source }: FormulaTerm): NameEntry {
  return { name, aliases, source, type: 'number' }
}
