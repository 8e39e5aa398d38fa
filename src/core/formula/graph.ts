import { catalogueOf, isReserved, type Catalogue, type NameEntry } from './catalogue.ts'
import { namesIn } from './names.ts'
import { parse } from './parse.ts'
import { fault, isFault, type FormulaProblem } from './problem.ts'
import { compileNode, evaluate, type Inputs, type Program, type Result, type Surroundings } from './program.ts'
import type { Node } from './syntax.ts'
import type { Value } from './type.ts'

/** One formula of a set: others may use its name. */
export type Named = { readonly name: string; readonly aliases?: readonly string[]; readonly formula: string }

/** A set in an order in which each formula comes after those it uses, whatever order it was given in. */
export type FormulaSet = {
  readonly order: readonly { readonly name: string; readonly program: Program; readonly uses: readonly string[] }[]
  readonly problems: readonly NamedProblem[]
}
export type NamedProblem = FormulaProblem & { readonly name: string }

/**
 * Compiles formulas that use each other. Every broken one is reported; a cycle once, with its path
 * (`cycle`, path: a, b, a); whatever needs a broken one is `depends-on-broken`. The sound rest stays usable.
 */
export function compileSet(formulas: readonly Named[], catalogue: Catalogue): FormulaSet {
  const problems: NamedProblem[] = []
  const nodes = new Map<string, Parsed>()
  const names = new Map<string, string>()
  for (const one of formulas) {
    const problem = take(one, catalogue, names, nodes)
    if (problem) problems.push({ ...problem, name: one.name })
  }
  const uses = (name: string) => usedBy(nodes.get(name), names)
  const { sorted, cycles } = sort([...nodes.keys()], uses)
  for (const path of cycles) problems.push({ name: path[0] ?? '', code: 'cycle', facts: { path } })

  const known = new Map(catalogue)
  const order: FormulaSet['order'][number][] = []
  const sound = new Set<string>()
  const looped = new Set(cycles.flat())
  for (const name of sorted) {
    const parsed = nodes.get(name)
    if (!parsed || looped.has(name)) continue
    const broken = uses(name).find((one) => !sound.has(one))
    if (broken !== undefined) {
      problems.push({ name, code: 'depends-on-broken', facts: { on: broken } })
      continue
    }
    const compiled = compileNode(parsed.named.formula, parsed.node, known)
    if (!compiled.ok) {
      problems.push(...compiled.problems.map((problem) => ({ ...problem, name })))
      continue
    }
    sound.add(name)
    order.push({ name, program: compiled.program, uses: uses(name) })
    for (const [key, entry] of catalogueOf([entryOf(parsed.named, compiled.program)])) known.set(key, entry)
  }
  return { order, problems }
}

/** Computes a set in its order. A formula that fails makes only those fail that need it. */
export function evaluateSet(set: FormulaSet, inputs: Inputs, around: Surroundings = {}): Map<string, Result> {
  const values = new Map<string, Value>(inputs)
  const results = new Map<string, Result>()
  for (const { name, program, uses } of set.order) {
    const failed = uses.find((one) => results.get(one)?.ok === false)
    const result: Result =
      failed === undefined
        ? evaluate(program, values, around)
        : { ok: false, problem: { code: 'depends-on-broken', facts: { on: failed } } }
    results.set(name, result)
    if (result.ok) values.set(name, result.value)
  }
  return results
}

type Parsed = { readonly named: Named; readonly node: Node }

function take(
  one: Named,
  catalogue: Catalogue,
  names: Map<string, string>,
  nodes: Map<string, Parsed>,
): FormulaProblem | undefined {
  try {
    for (const name of [one.name, ...(one.aliases ?? [])]) {
      if (isReserved(name)) throw fault('reserved-name', { name })
      if (names.has(name) || catalogue.has(name)) throw fault('name-twice', { name })
    }
    for (const name of [one.name, ...(one.aliases ?? [])]) names.set(name.normalize('NFKC'), one.name)
    nodes.set(one.name, { named: one, node: parse(one.formula) })
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return thrown.problem
  }
}

function entryOf({ name, aliases }: Named, { type, isOptional }: Program): NameEntry {
  return { name, ...(aliases ? { aliases } : {}), type, isOptional, source: 'formula' }
}

/** Which formulas of the set a formula needs; a name of the catalogue is none. */
function usedBy(parsed: Parsed | undefined, names: ReadonlyMap<string, string>): string[] {
  if (!parsed) return []
  const found = namesIn(parsed.node).flatMap((written) => {
    const path = written.split('.')
    const hit = path.map((_, at) => path.slice(0, path.length - at).join('.')).find((one) => names.has(one))
    return hit === undefined ? [] : [names.get(hit) as string]
  })
  return [...new Set(found)]
}

/** Depth first without recursion, so that a chain of 100,000 formulas is fine. Cycles come as closed paths. */
function sort(all: readonly string[], uses: (name: string) => readonly string[]) {
  const state = new Map<string, 'open' | 'done'>()
  const sorted: string[] = []
  const cycles: string[][] = []
  for (const root of all) {
    if (state.has(root)) continue
    const path: { name: string; left: string[] }[] = [{ name: root, left: [...uses(root)] }]
    state.set(root, 'open')
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.shift()
      if (next === undefined) {
        state.set(top.name, 'done')
        sorted.push(top.name)
        path.pop()
      } else if (state.get(next) === 'open') {
        const from = path.findIndex((one) => one.name === next)
        cycles.push([...path.slice(from).map((one) => one.name), next])
      } else if (!state.has(next)) {
        state.set(next, 'open')
        path.push({ name: next, left: [...uses(next)] })
      }
    }
  }
  return { sorted, cycles }
}
