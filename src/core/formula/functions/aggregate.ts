import { add, compare, multiply } from '../decimal-arithmetic.ts'
import { divide } from '../decimal-divide.ts'
import { whole, zero, type Decimal } from '../decimal.ts'
import { addDurations, noTime, type Duration } from '../duration.ts'
import { orderOf } from '../operators.ts'
import { fault } from '../problem.ts'
import { spend, type Frame, type Run, type Typed } from '../run.ts'
import { isList, kindOf, type Table, type Type, type Value } from '../type.ts'
import { always, any, numbers, type FunctionSpec, type Given, type Taken } from './spec.ts'

const gives = always('number')
const unity = whole(1)
const ordered: Taken = {
  wants: ['number', 'numbers', 'date', 'dates', 'duration', 'durations'],
  isMany: true,
  takesBlank: true,
}
const summed: Taken = { ...ordered, wants: ['number', 'numbers', 'duration', 'durations'] }
const anything: Taken = { ...any, wants: ['any', 'any-list'], isMany: true, takesBlank: true }
const list: Taken = { wants: ['numbers'] }

export const aggregates: readonly FunctionSpec[] = [
  { names: ['SUM', '求和', '合计'], takes: [summed], gives: ofOneType, make: summing },
  {
    names: ['AVERAGE', '平均', '平均值'],
    takes: [numbers],
    gives,
    make: over((values) => divide(sum(values), whole(atLeastOne(values).length))),
  },
  { names: ['COUNT', '计数'], takes: [anything], gives, make: over((values) => whole(values.length)) },
  {
    names: ['ROWS', '行数'],
    takes: [{ wants: ['table', 'list'] }],
    gives,
    make: ([given]) => {
      const run = (given as Typed).run
      return (frame) => {
        const value = run(frame) as Table | readonly Value[]
        return whole(Array.isArray(value) ? value.length : (value as Table).rows)
      }
    },
  },
  {
    names: ['PRODUCT', '乘积'],
    takes: [numbers],
    gives,
    make: over((values) => atLeastOne(values).reduce((all: Decimal, one) => multiply(all, one as Decimal), unity)),
  },
  {
    names: ['MEDIAN', '中位数'],
    takes: [numbers],
    gives,
    make: over((values) => {
      const sorted = (atLeastOne(values) as readonly Decimal[]).toSorted(compare)
      const middle = sorted.length >> 1
      const upper = sorted[middle] as Decimal
      return sorted.length % 2 ? upper : divide(add(sorted[middle - 1] as Decimal, upper), whole(2))
    }),
  },
  {
    names: ['SUMPRODUCT', '乘积之和'],
    takes: [list, { ...list, isMany: true }],
    gives,
    make: (given) => {
      const runs = given.map((one) => one.run)
      return (frame) =>
        sumOfProducts(
          frame,
          runs.map((run) => run(frame) as readonly Value[]),
        )
    },
  },
  { names: ['MIN', '最小', '最小值'], takes: [ordered], gives: ofOneType, make: (given) => extreme(given, -1) },
  { names: ['MAX', '最大', '最大值'], takes: [ordered], gives: ofOneType, make: (given) => extreme(given, 1) },
]

/** All arguments, lists opened, blanks left out. */
export function gather(frame: Frame, runs: readonly Run[]): Value[] {
  const found: Value[] = []
  for (const run of runs) {
    const value = run(frame)
    if (Array.isArray(value)) {
      spend(frame, value.length)
      for (const one of value) if (one !== null) found.push(one as Value)
    } else if (value !== null) found.push(value)
  }
  return found
}

export function sum(values: readonly Value[]): Decimal {
  return values.reduce((all: Decimal, one) => add(all, one as Decimal), zero)
}

function over(apply: (values: readonly Value[]) => Value): FunctionSpec['make'] {
  return (given) => {
    const runs = given.map((one) => one.run)
    return (frame) => apply(gather(frame, runs))
  }
}

/** There is no average, least or greatest of nothing. */
function atLeastOne(values: readonly Value[]): readonly Value[] {
  if (values.length === 0) throw fault('empty')
  return values
}

function elementOf(type: Type): Type {
  return isList(type) ? type.list : type
}

function ofOneType(given: readonly Typed[]): Given {
  const types = new Set(given.map((one) => elementOf(one.type)).filter((type) => type !== 'blank'))
  const [type = 'number', other] = types
  if (other) throw fault('mixed-types', { wanted: kindOf(type), found: kindOf(other) })
  return { type }
}

function summing(given: readonly Typed[]): Run {
  const runs = given.map((one) => one.run)
  if (ofOneType(given).type === 'duration') {
    return (frame) => gather(frame, runs).reduce((all: Duration, one) => addDurations(all, one as Duration), noTime)
  }
  return (frame) => sum(gather(frame, runs))
}

function extreme(given: readonly Typed[], side: -1 | 1): Run {
  const order = orderOf(ofOneType(given).type) ?? (() => 0)
  const runs = given.map((one) => one.run)
  const [a, b] = runs
  const arePlain = given.every((one) => one.type === 'number' && !one.isOptional)
  if (arePlain && a && b && runs.length === 2) {
    return (frame) => {
      const [x, y] = [a(frame) as Decimal, b(frame) as Decimal]
      return compare(x, y) * side >= 0 ? x : y
    }
  }
  return (frame) =>
    atLeastOne(gather(frame, runs)).reduce((best, value) => (order(value, best) * side > 0 ? value : best))
}

function sumOfProducts(frame: Frame, lists: readonly (readonly Value[])[]): Decimal {
  const [first = [], ...others] = lists
  const odd = others.find((one) => one.length !== first.length)
  if (odd) throw fault('lengths-differ', { first: first.length, second: odd.length })
  spend(frame, first.length * lists.length)
  let total = zero
  for (const [row, value] of first.entries()) {
    const cells = [value, ...others.map((one) => one[row] as Value)]
    if (cells.every((cell) => cell !== null)) {
      total = add(
        total,
        cells.reduce((all: Decimal, cell) => multiply(all, cell as Decimal), unity),
      )
    }
  }
  return total
}
