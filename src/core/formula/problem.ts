/** A stretch of the formula's text; lines and columns count from 1, columns and length in characters. */
export type Place = { readonly line: number; readonly column: number; readonly length: number }

export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** What is wrong, as a code with facts; the sentence is `sentenceOf(problem, language)`. */
export type FormulaProblem = {
  readonly code: ProblemCode
  readonly facts: Facts
  readonly at?: Place
}

export type ProblemCode =
  | 'too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'bad-character'
  | 'text-not-closed'
  | 'name-not-closed'
  | 'name-too-long'
  | 'bad-number'
  | 'expected'
  | 'ambiguous-power'
  | 'chained-comparison'
  | 'percent-as-modulo'
  | 'not-constant'
  | 'ragged-rows'
  | 'unknown-name'
  | 'unknown-function'
  | 'unknown-column'
  | 'reserved-name'
  | 'not-a-table'
  | 'function-without-call'
  | 'name-called'
  | 'too-few-arguments'
  | 'too-many-arguments'
  | 'wrong-type'
  | 'wrong-operands'
  | 'branches-differ'
  | 'unknown-word'
  | 'mixed-types'
  | 'name-twice'
  | 'cycle'
  | 'depends-on-broken'
  | 'missing-input'
  | 'bad-input'
  | 'blank'
  | 'division-by-zero'
  | 'not-found'
  | 'empty'
  | 'key-twice'
  | 'lengths-differ'
  | 'number-too-long'
  | 'text-too-long'
  | 'not-whole'
  | 'out-of-range'
  | 'bad-date'
  | 'bad-duration'
  | 'not-comparable'
  | 'no-calendar'
  | 'no-calendar-year'
  | 'too-many-steps'

/** How a problem travels from deep inside to the door; the place is added on the way up. */
export type Fault = Error & { problem: FormulaProblem }

export function fault(code: ProblemCode, facts: Facts = {}, at?: Place): Fault {
  return Object.assign(new Error(`formula: ${code}`), { problem: at ? { code, facts, at } : { code, facts } })
}

/** True for faults of formulas; anything else thrown is a bug and goes on. */
export function isFault(thrown: unknown): thrown is Fault {
  return thrown instanceof Error && 'problem' in thrown
}
