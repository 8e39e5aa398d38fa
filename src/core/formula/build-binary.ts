import { asDate, faultAt, type Scope } from './scope.ts'
import { add, multiply, subtract } from './decimal-arithmetic.ts'
import type { Decimal } from './decimal.ts'
import { operationOf, type Operation } from './operators.ts'
import { fault } from './problem.ts'
import { required, spend, type Frame, type Run, type Typed } from './run.ts'
import type { Node } from './syntax.ts'
import { isList, kindOf, type Type, type Value } from './type.ts'

type Binary = Node & { kind: 'binary' }

/** An operator between two values, or row by row between lists. */
export function buildBinary(scope: Scope, node: Binary, givenLeft: Typed, givenRight: Typed): Typed {
  const left = givenRight.type === 'date' ? asDate(givenLeft) : givenLeft
  const right = givenLeft.type === 'date' ? asDate(givenRight) : givenRight
  const isByRow = isList(left.type) || isList(right.type)
  const [a, b] = [elementOf(left.type), elementOf(right.type)]
  const operation = operationOf(node.operator, a === 'blank' ? likely(b) : a, b === 'blank' ? likely(a) : b)
  if (!operation) {
    const facts = { operator: node.operator, left: kindOf(a), right: kindOf(b) }
    throw faultAt(scope, node, 'wrong-operands', facts)
  }
  if (isByRow) return { node, type: { list: operation.type }, isOptional: false, run: byRow(operation, left, right) }
  const [runLeft, runRight] = [required(left), required(right)]
  const plain = { node, type: operation.type, isOptional: false, run: single(node, operation, left, right) }
  return node.operator === '/' && a === 'number' && b === 'number' ? { ...plain, quotient: [runLeft, runRight] } : plain
}

/** Arithmetic on a row costs more than looking at it. */
const rowCost = 4

function elementOf(type: Type): Type {
  return isList(type) ? type.list : type
}

/** What stands beside a blank is taken to be of the other's type; two blanks to be numbers. */
function likely(other: Type): Type {
  return other === 'blank' ? 'number' : other
}

function single({ operator }: Binary, operation: Operation, left: Typed, right: Typed): Run {
  const [a, b] = [required(left), required(right)]
  const { apply, type } = operation
  // the commonest ones by name: known functions are compiled into the closure
  if (type === 'number' && left.type === 'number' && right.type === 'number') {
    if (operator === '+') return (frame) => add(a(frame) as Decimal, b(frame) as Decimal)
    if (operator === '-') return (frame) => subtract(a(frame) as Decimal, b(frame) as Decimal)
    if (operator === '*') return (frame) => multiply(a(frame) as Decimal, b(frame) as Decimal)
  }
  return (frame) => apply(a(frame), b(frame))
}

/** A single value beside a list counts for each row. A blank cell stays blank; compared, it is false. */
function byRow({ apply, type }: Operation, left: Typed, right: Typed): Run {
  const [a, b] = [required(left), required(right)]
  const whenBlank = type === 'boolean' ? false : null
  return (frame: Frame) => {
    const [first, second] = [a(frame), b(frame)]
    const rows = rowsOf(first, second)
    spend(frame, rows * rowCost)
    const [cellOfFirst, cellOfSecond] = [cells(first), cells(second)]
    return Array.from({ length: rows }, (_, row) => {
      const [x, y] = [cellOfFirst(row), cellOfSecond(row)]
      return x === null || y === null ? whenBlank : apply(x, y)
    })
  }
}

function rowsOf(a: Value, b: Value): number {
  if (!Array.isArray(a)) return (b as readonly Value[]).length
  if (Array.isArray(b) && a.length !== b.length) throw fault('lengths-differ', { first: a.length, second: b.length })
  return a.length
}

function cells(value: Value): (row: number) => Value {
  return Array.isArray(value) ? (row) => value[row] as Value : () => value
}
