import { buildCall } from './build-call.ts'
import { buildRows } from './build-rows.ts'
import { buildBinary } from './build-binary.ts'
import { isReserved, type NameEntry } from './catalogue.ts'
import { multiply, negate } from './decimal-arithmetic.ts'
import { ofUnits, whole, type Decimal } from './decimal.ts'
import { scaled, type Duration } from './duration.ts'
import { functionNamed } from './functions/index.ts'
import { nearTo } from './near.ts'
import { fault, isFault, type Facts, type FormulaProblem, type ProblemCode } from './problem.ts'
import { required, type Run, type Typed } from './run.ts'
import { constant, faultAt, type Scope } from './scope.ts'
import type { Node } from './syntax.ts'
import { isList, isTable, kindOf, type Table, type Value } from './type.ts'

/** Checks a node and makes it runnable. What is wrong is put into `scope.problems`; the node then counts as blank. */
export function build(scope: Scope, node: Node): Typed {
  try {
    return traced(scope, buildNode(scope, node))
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    const { code, facts, at } = thrown.problem
    return report(scope, code, facts, at ?? scope.place(node), node)
  }
}

/** Notes a problem and stands in for the broken node. */
function report(scope: Scope, code: ProblemCode, facts: Facts, at: FormulaProblem['at'], node: Node): Typed {
  scope.problems.push(at ? { code, facts, at } : { code, facts })
  return { node, type: 'blank', run: () => null, isOptional: true }
}

function buildNode(scope: Scope, node: Node): Typed {
  switch (node.kind) {
    case 'number':
    case 'date':
    case 'text':
    case 'boolean':
      return constant(node, node.kind, node.value)
    case 'name':
      return buildName(scope, node)
    case 'negative':
    case 'percent':
      return buildSigned(scope, node, build(scope, node.operand))
    case 'binary':
      return buildBinary(scope, node, build(scope, node.left), build(scope, node.right))
    case 'rows':
      return buildRows(
        node,
        (cell) => build(scope, cell),
        (range, code, facts) => faultAt(scope, range, code, facts),
      )
    case 'call':
      return buildCall(scope, node, (one) => build(scope, one))
  }
}

/** The longest dotted name of the catalogue wins; what follows is a column of it. */
function buildName(scope: Scope, node: Node & { kind: 'name' }): Typed {
  const written = node.path.join('.')
  if (isReserved(written)) throw fault('reserved-name', { name: written })
  for (let count = node.path.length; count > 0; count -= 1) {
    const entry = scope.catalogue.get(node.path.slice(0, count).join('.'))
    if (!entry) continue
    return node.path.slice(count).reduce((typed, column) => columnOf(typed, column, node), slotOf(scope, node, entry))
  }
  const [first = ''] = node.path
  if (functionNamed(first)) throw fault('function-without-call', { name: first })
  throw fault('unknown-name', { name: written, near: nearTo(written, scope.catalogue.keys()) })
}

function slotOf(scope: Scope, node: Node, entry: NameEntry): Typed {
  let slot = scope.slots.get(entry.name)
  if (slot === undefined) {
    slot = scope.used.length
    scope.slots.set(entry.name, slot)
    scope.used.push(entry)
  }
  const at = slot
  const isOptional = (entry.isOptional ?? false) || entry.type === 'blank'
  return { node, type: entry.type, isOptional, run: (frame) => frame.values[at] as Value }
}

function columnOf(typed: Typed, name: string, node: Node): Typed {
  // a table without rows tells nothing about its columns
  if (isList(typed.type) && typed.type.list === 'blank') return typed
  if (!isTable(typed.type)) throw fault('not-a-table', { column: name, found: kindOf(typed.type) })
  const type = typed.type.columns.get(name)
  if (!type) throw fault('unknown-column', { name, near: nearTo(name, typed.type.columns.keys()) })
  const run = required(typed)
  return {
    node,
    type: { list: type },
    isOptional: false,
    run: (frame) => (run(frame) as Table).columns.get(name) as readonly Value[],
  }
}

/** Characters of a step that are shown. */
const shownLength = 300
const hundredth = ofUnits(1, 2)

function buildSigned(scope: Scope, node: Node & { kind: 'negative' | 'percent' }, operand: Typed): Typed {
  const isSpan = operand.type === 'duration' && node.kind === 'negative'
  if (operand.type !== 'number' && operand.type !== 'blank' && !isSpan) {
    throw faultAt(scope, node.operand, 'wrong-type', { wanted: 'number', found: kindOf(operand.type) })
  }
  const apply: (value: Value) => Value = isSpan
    ? (value) => scaled(value as Duration, whole(-1))
    : node.kind === 'negative'
      ? (value) => negate(value as Decimal)
      : (value) => multiply(value as Decimal, hundredth)
  if (operand.constant !== undefined) return constant(node, operand.type, apply(operand.constant))
  const run = required(operand)
  return { node, type: isSpan ? 'duration' : 'number', isOptional: false, run: (frame) => apply(run(frame)) }
}

/** With tracing on: records the value and gives a fault that has no place yet the place of this node. */
function traced(scope: Scope, typed: Typed): Typed {
  const { node, type, run } = typed
  if (!scope.isTraced || typed.constant !== undefined) return typed
  const at = scope.place(node)
  const text = scope.source.slice(node.start, Math.min(node.end, node.start + shownLength))
  const kind = node.kind === 'name' ? 'name' : node.kind === 'call' ? 'function' : 'operator'
  const name = node.kind === 'name' ? { name: node.path.join('.') } : {}
  const watched: Run = (frame) => {
    try {
      const value = run(frame)
      frame.steps?.push({ kind, text, at, type, value, ...name })
      return value
    } catch (thrown) {
      if (isFault(thrown) && !thrown.problem.at) thrown.problem = { ...thrown.problem, at }
      throw thrown
    }
  }
  return { node, type, isOptional: typed.isOptional, run: watched, at }
}
