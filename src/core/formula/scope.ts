import { isDay, numberOf } from '../calendar/index.ts'
import type { Catalogue, NameEntry } from './catalogue.ts'
import { fault, type Fault, type Facts, type FormulaProblem, type Place, type ProblemCode } from './problem.ts'
import type { Range } from './range.ts'
import type { Typed } from './run.ts'
import type { Node } from './syntax.ts'
import type { Type, Value } from './type.ts'

/** One building of a formula: what it may use, the names it does use, and everything found wrong. */
export type Scope = {
  readonly source: string
  readonly place: (range: Range) => Place
  readonly catalogue: Catalogue
  /** Slot of each used name, by its first name. */
  readonly slots: Map<string, number>
  readonly used: NameEntry[]
  readonly problems: FormulaProblem[]
  /** Steps are recorded and faults get their place: slower. */
  readonly isTraced: boolean
}

export function constant(node: Node, type: Type, value: Value): Typed {
  return { node, type, run: () => value, isOptional: false, constant: value }
}

/** A text literal that is a day counts as that day where a date is wanted. */
export function asDate(typed: Typed): Typed {
  const text = typed.type === 'text' ? typed.constant : undefined
  return typeof text === 'string' && isDay(text) ? constant(typed.node, 'date', numberOf(text)) : typed
}

export function faultAt(scope: Scope, range: Range, code: ProblemCode, facts: Facts): Fault {
  return fault(code, facts, scope.place(range))
}
