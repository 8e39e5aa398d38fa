import { divide } from '../decimal-divide.ts'
import { readDecimal } from '../decimal-text.ts'
import { whole } from '../decimal.ts'
import { isDay, numberOf } from '../../calendar/index.ts'
import { orderOf } from '../operators.ts'
import { fault } from '../problem.ts'
import { spend, type Frame, type Run, type Typed } from '../run.ts'
import { isList, kindOf, sameType, type Type, type Value } from '../type.ts'
import { sum } from './aggregate.ts'
import { always, any, type FunctionSpec, type Taken } from './spec.ts'

const list: Taken = { wants: ['any-list'] }
const numberList: Taken = { wants: ['numbers'] }
const gives = always('number')

export const conditionals: readonly FunctionSpec[] = [
  {
    names: ['COUNTIF', '条件计数'],
    takes: [list, any],
    gives,
    make: (given) => over(given, (kept) => whole(kept.length)),
  },
  { names: ['SUMIF', '条件求和'], takes: [list, any, numberList], gives, make: (given) => over(given, sum) },
  {
    names: ['AVERAGEIF', '条件平均'],
    takes: [list, any, numberList],
    gives,
    make: (given) =>
      over(given, (kept) => {
        if (kept.length === 0) throw fault('empty')
        return divide(sum(kept), whole(kept.length))
      }),
  },
  {
    names: ['FILTER', '筛选'],
    takes: [list, { wants: ['booleans'] }],
    gives: ([given]) => ({ type: (given as Typed).type }),
    make: ([values, flags]) => {
      const [all, which] = [(values as Typed).run, (flags as Typed).run]
      return (frame) => {
        const kept = which(frame) as readonly Value[]
        return sameLength(frame, all(frame) as readonly Value[], kept).filter((_value, row) => kept[row] === true)
      }
    },
  },
]

/** The cells of the last list (or the first) whose row meets the criterion: a value, or a text like ">=3". */
function over(given: readonly Typed[], apply: (kept: readonly Value[]) => Value): Run {
  const [keys, wanted, amounts] = given as [Typed, Typed, Typed | undefined]
  const type = isList(keys.type) ? keys.type.list : 'blank'
  const [keyRun, wantedRun, amountRun] = [keys.run, wanted.run, (amounts ?? keys).run]
  return (frame) => {
    const cells = keyRun(frame) as readonly Value[]
    const values = sameLength(frame, amountRun(frame) as readonly Value[], cells)
    const meets = criterion(type, wanted.type, wantedRun(frame))
    return apply(values.filter((value, row) => value !== null && cells[row] !== null && meets(cells[row] as Value)))
  }
}

function sameLength(frame: Frame, values: readonly Value[], keys: readonly Value[]): readonly Value[] {
  spend(frame, keys.length)
  if (values.length !== keys.length) throw fault('lengths-differ', { first: keys.length, second: values.length })
  return values
}

const operators = ['>=', '<=', '<>', '>', '<', '='] as const

function criterion(type: Type, wantedType: Type, wanted: Value): (cell: Value) => boolean {
  const order = orderOf(type) ?? (() => 1)
  const operator = typeof wanted === 'string' ? operators.find((one) => wanted.startsWith(one)) : undefined
  if (!operator) {
    if (!sameType(type, wantedType)) throw fault('wrong-type', { wanted: [kindOf(type)], found: kindOf(wantedType) })
    return (cell) => order(cell, wanted) === 0
  }
  const bound = boundOf(type, (wanted as string).slice(operator.length).trim())
  const holds: Readonly<Record<(typeof operators)[number], (side: number) => boolean>> = {
    '>=': (side) => side >= 0,
    '<=': (side) => side <= 0,
    '<>': (side) => side !== 0,
    '>': (side) => side > 0,
    '<': (side) => side < 0,
    '=': (side) => side === 0,
  }
  return (cell) => holds[operator](order(cell, bound))
}

function boundOf(type: Type, written: string): Value {
  if (type === 'text') return written
  const value =
    type === 'number' ? readDecimal(written) : type === 'date' && isDay(written) ? numberOf(written) : undefined
  if (value === undefined) throw fault('wrong-type', { wanted: [kindOf(type)], found: 'text' })
  return value
}
