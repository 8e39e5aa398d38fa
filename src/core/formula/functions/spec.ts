import { isList, kindOf, type Kind, type Type, type Value } from '../type.ts'
import type { Run, Typed } from '../run.ts'

/** What an argument may be: a kind, any scalar, or a list of one kind. */
export type Want = Kind | 'any' | 'numbers' | 'dates' | 'durations' | 'booleans' | 'any-list'

export type Taken = {
  readonly wants: readonly Want[]
  readonly isOptional?: boolean
  /** The last one may be repeated. */
  readonly isMany?: boolean
  /** Blank values come through as null instead of being a fault. */
  readonly takesBlank?: boolean
  /** The only texts allowed, in lower case, with what they mean. */
  readonly words?: ReadonlyMap<string, string>
}

export type Given = { readonly type: Type; readonly isOptional?: boolean }

/** A function of the language. It gets its arguments as runnable nodes, so that IF computes only one branch. */
export type FunctionSpec = {
  /** The first is the English one; Chinese and other spellings follow. */
  readonly names: readonly string[]
  readonly takes: readonly Taken[]
  readonly gives: (given: readonly Typed[], count: number) => Given
  readonly make: (given: readonly Typed[], isTraced: boolean) => Run
}

export function fits(type: Type, want: Want): boolean {
  if (want === 'any') return typeof type === 'string' && type !== 'calendar'
  if (!isList(type)) return kindOf(type) === want
  return want === 'list' || want === 'any-list' || type.list === 'blank' || `${kindOf(type.list)}s` === want
}

export const number: Taken = { wants: ['number'] }
export const text: Taken = { wants: ['text'] }
export const date: Taken = { wants: ['date'] }
export const boolean: Taken = { wants: ['boolean'] }
export const any: Taken = { wants: ['any'] }
export const numbers: Taken = { wants: ['number', 'numbers'], isMany: true, takesBlank: true }

export function optional(taken: Taken): Taken {
  return { ...taken, isOptional: true }
}

export function always(type: Type): () => Given {
  return () => ({ type })
}

/** A function of already computed values; arguments left out arrive as undefined. */
export function plain<Values extends readonly (Value | undefined)[]>(
  apply: (...values: Values) => Value,
): FunctionSpec['make'] {
  return (given) => {
    const call = apply as unknown as (...values: (Value | undefined)[]) => Value
    const [a, b, c] = given.map((one) => one.run)
    if (!a) return () => call()
    if (!b) return (frame) => call(a(frame))
    if (!c) return (frame) => call(a(frame), b(frame))
    if (given.length === 3) return (frame) => call(a(frame), b(frame), c(frame))
    const runs = given.map((one) => one.run)
    return (frame) => call(...runs.map((run) => run(frame)))
  }
}
