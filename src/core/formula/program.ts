import type { WorkCalendar } from '../calendar/index.ts'
import { build } from './build.ts'
import type { Catalogue, NameEntry } from './catalogue.ts'
import { limits } from './limits.ts'
import { parse } from './parse.ts'
import { isFault, type FormulaProblem } from './problem.ts'
import type { Frame, Run, Step } from './run.ts'
import { placesIn } from './range.ts'
import type { Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import type { Type, Value } from './type.ts'

/** A formula checked against a catalogue and ready to run as often as wanted. */
export type Program = {
  readonly source: string
  readonly type: Type
  readonly isOptional: boolean
  /** The names it needs, in the order of their slots. */
  readonly names: readonly NameEntry[]
  readonly run: Run
  /** The same with steps recorded; built when first wanted. */
  readonly traced: () => Run
}
export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly [FormulaProblem, ...FormulaProblem[]] }

/** Values by the first name of their catalogue entry, of the type stated there (`readInputs` makes sure of that). */
export type Inputs = ReadonlyMap<string, Value>

export type Result =
  | { readonly ok: true; readonly value: Value; readonly type: Type; readonly steps?: readonly Step[] }
  | { readonly ok: false; readonly problem: FormulaProblem; readonly steps?: readonly Step[] }

export type Surroundings = {
  /** For WORKDAYS; without it these functions are a problem, never a guess. */
  readonly calendar?: WorkCalendar | null
  /** With the steps, in the order of computing. */
  readonly isExplained?: boolean
}

/** Checks and compiles: every problem with its place, or a program. */
export function compile(source: string, catalogue: Catalogue): Compiled {
  try {
    const node = parse(source)
    return compileNode(source, node, catalogue)
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return { ok: false, problems: [thrown.problem] }
  }
}

/** As `compile`, for a formula already read. */
export function compileNode(source: string, node: Node, catalogue: Catalogue): Compiled {
  const scope = scopeOf(source, catalogue, false)
  const { type, run, isOptional } = build(scope, node)
  const [first, ...others] = scope.problems
  if (first) return { ok: false, problems: [first, ...others] }
  let kept: Run | undefined
  const traced = () => (kept ??= build(scopeOf(source, catalogue, true), node).run)
  return { ok: true, program: { source, type, isOptional, names: scope.used, run, traced } }
}

/** Runs a program. A fault while running comes with its place; nothing is thrown but bugs. */
export function evaluate(program: Program, inputs: Inputs, around: Surroundings = {}): Result {
  const { names, type } = program
  const values: Value[] = []
  for (let slot = 0; slot < names.length; slot += 1) {
    const entry = names[slot] as NameEntry
    const value = inputs.get(entry.name)
    if (value === undefined && !entry.isOptional) {
      return { ok: false, problem: { code: 'missing-input', facts: { name: entry.name } } }
    }
    values.push(value ?? null)
  }
  const calendar = around.calendar ?? null
  if (!around.isExplained) {
    try {
      return { ok: true, value: program.run({ values, calendar, left: limits.steps, steps: null }), type }
    } catch (thrown) {
      // once more slowly, to learn where
      if (!isFault(thrown)) throw thrown
    }
  }
  const result = runTraced(program, { values, calendar, left: limits.steps, steps: [] })
  return around.isExplained || result.ok ? result : { ok: false, problem: result.problem }
}

function runTraced(program: Program, frame: Frame): Result {
  const steps = frame.steps ?? []
  try {
    return { ok: true, value: program.traced()(frame), type: program.type, steps }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return { ok: false, problem: thrown.problem, steps }
  }
}

function scopeOf(source: string, catalogue: Catalogue, isTraced: boolean): Scope {
  return { source, place: placesIn(source), catalogue, slots: new Map(), used: [], problems: [], isTraced }
}
