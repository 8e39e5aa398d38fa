import { asDate, faultAt, type Scope } from './scope.ts'
import { functionNamed, functionNames, type FunctionSpec, type Taken } from './functions/index.ts'
import { fits } from './functions/spec.ts'
import { nearTo } from './near.ts'
import { fault } from './problem.ts'
import { required, type Typed } from './run.ts'
import type { Node } from './syntax.ts'
import { kindOf } from './type.ts'

type Call = Node & { kind: 'call' }

/** A call: the function, how many arguments, then each by its kind, all of it before anything runs. */
export function buildCall(scope: Scope, node: Call, build: (node: Node) => Typed): Typed {
  const spec = functionNamed(node.name)
  if (!spec) throw unknown(scope, node)
  checkCount(scope, node, spec)
  const given = node.given.map((one, at) => checked(scope, node, takenAt(spec, at), build(one)))
  const { type, isOptional = false } = spec.gives(given, node.given.length)
  return { node, type, isOptional, run: spec.make(given, scope.isTraced) }
}

function unknown(scope: Scope, node: Call) {
  if (scope.catalogue.has(node.name)) return faultAt(scope, node.named, 'name-called', { name: node.name })
  const near = nearTo(node.name.toUpperCase(), functionNames())
  return faultAt(scope, node.named, 'unknown-function', { name: node.name, near })
}

function checkCount(scope: Scope, node: Call, { takes }: FunctionSpec): void {
  const least = takes.filter((one) => !one.isOptional).length
  const most = takes.at(-1)?.isMany ? Number.POSITIVE_INFINITY : takes.length
  const facts = { name: node.name, given: node.given.length }
  if (node.given.length < least) throw faultAt(scope, node, 'too-few-arguments', { ...facts, least })
  if (node.given.length > most) {
    throw faultAt(scope, node.given[most] ?? node, 'too-many-arguments', { ...facts, most })
  }
}

function takenAt({ takes }: FunctionSpec, at: number): Taken {
  const taken = takes[Math.min(at, takes.length - 1)]
  if (!taken) throw fault('too-many-arguments')
  return taken
}

function checked(scope: Scope, node: Call, taken: Taken, built: Typed): Typed {
  const typed = taken.wants.includes('date') && !taken.wants.includes('text') ? asDate(built) : built
  if (typed.type !== 'blank' && !taken.wants.some((want) => fits(typed.type, want))) {
    const facts = { function: node.name, wanted: taken.wants, found: kindOf(typed.type) }
    throw faultAt(scope, built.node, 'wrong-type', facts)
  }
  const words = taken.words
  if (words && typeof typed.constant === 'string' && !words.has(typed.constant.toLowerCase())) {
    const near = nearTo(typed.constant, words.keys())
    throw faultAt(scope, built.node, 'unknown-word', { word: typed.constant, wanted: [...words.keys()], near })
  }
  return taken.takesBlank ? typed : { ...typed, run: required(typed), isOptional: false }
}
