import type { WorkCalendar } from '../calendar/index.ts'
import { limits } from './limits.ts'
import { fault, type Place } from './problem.ts'
import type { Node } from './syntax.ts'
import type { Type, Value } from './type.ts'

/** What one evaluation works on. `left` is what remains of the step budget. */
export type Frame = {
  readonly values: readonly Value[]
  readonly calendar: WorkCalendar | null
  left: number
  readonly steps: Step[] | null
}

/** A node made runnable. */
export type Run = (frame: Frame) => Value

/** One step of an explanation, in the order of computing. `source` tells where the value of a name came from. */
export type Step = {
  readonly kind: 'name' | 'operator' | 'function'
  readonly text: string
  readonly at: Place
  readonly type: Type
  readonly value: Value
  readonly name?: string
}

/** A node with its type. `quotient` is kept so that rounding a quotient can round only once. */
export type Typed = {
  readonly node: Node
  readonly type: Type
  readonly run: Run
  /** It may be blank (null). */
  readonly isOptional: boolean
  readonly constant?: Value
  /** Known while tracing. */
  readonly at?: Place
  readonly quotient?: readonly [Run, Run]
}

/** Takes rows or days looked at off the budget. */
export function spend(frame: Frame, count: number): void {
  frame.left -= count
  if (frame.left < 0) throw fault('too-many-steps', { limit: limits.steps })
}

/** For where a value is needed: a blank is the fault `blank`. */
export function required({ run, isOptional, node, at }: Typed): Run {
  if (!isOptional) return run
  const name = node.kind === 'name' ? node.path.join('.') : ''
  return (frame) => {
    const value = run(frame)
    if (value === null) throw fault('blank', { name }, at)
    return value
  }
}
