import { add, compare, multiply, subtract } from '../decimal-arithmetic.ts'
import { integerOf, zero, type Decimal } from '../decimal.ts'
import { orderOf } from '../operators.ts'
import { fault } from '../problem.ts'
import { required, spend, type Frame, type Run, type Typed } from '../run.ts'
import { isList, isTable, kindOf, sameType, type Table, type Type, type Value } from '../type.ts'
import { any, boolean, number, optional, text, type FunctionSpec, type Given, type Taken } from './spec.ts'
import { matchWords } from './words.ts'

const list: Taken = { wants: ['any-list'] }
const listOrTable: Taken = { wants: ['any-list', 'table'] }
const match = optional({ ...text, words: matchWords })

export const lookups: readonly FunctionSpec[] = [
  {
    names: ['LOOKUP', '查档', '查找'],
    takes: [any, listOrTable, optional(list), match],
    gives: (given) => found(given, ends(given)),
    make: (given) => finding(given, ends(given), wordOf(given[3]) !== 'exact'),
  },
  {
    names: ['XLOOKUP', '精确查找'],
    takes: [any, list, list, optional({ ...any, takesBlank: true })],
    gives: (given) => found(given.slice(0, 3), ends(given)),
    make: (given) => {
      const run = finding(given, ends(given), false)
      const instead = given[3]?.run
      if (!instead) return run
      return (frame) => tried(run, frame) ?? instead(frame)
    },
  },
  {
    names: ['VLOOKUP', '列查找'],
    takes: [any, { wants: ['table'] }, number, optional(boolean)],
    gives: (given) => found(given, numbered(given)),
    make: (given) => finding(given, numbered(given), given[3]?.constant !== false),
  },
  {
    names: ['TIERED', '超额累进', '分段累进'],
    takes: [number, { wants: ['table', 'numbers'] }, optional({ wants: ['numbers'] })],
    gives: (given) => found([undefined, ...given.slice(1)], ends(given)),
    make: (given) => {
      const [amount, ...both] = [given[0] as Typed, ...columns(ends(given))].map(runOf) as [Run, Run, Run]
      return (frame) => tiered(frame, amount(frame) as Decimal, both[0](frame) as Cells, both[1](frame) as Cells)
    },
  },
  {
    names: ['CHOOSE', '选择'],
    takes: [number, any, { ...any, isMany: true }],
    gives: (given) => {
      const odd = given.slice(2).find((one) => !sameType(one.type, given[1]?.type ?? 'blank'))
      if (odd) throw fault('branches-differ', { first: kindOf(given[1]?.type ?? 'blank'), second: kindOf(odd.type) })
      return { type: given[1]?.type ?? 'blank' }
    },
    make: (given) => {
      const [index, ...choices] = given.map((one) => one.run)
      return (frame) => {
        const at = integerOf((index as Run)(frame) as Decimal)
        const chosen = at === undefined ? undefined : choices[at - 1]
        if (!chosen) throw fault('out-of-range', { least: 1, most: choices.length })
        return chosen(frame)
      }
    },
  },
  {
    names: ['INDEX', '第几行'],
    takes: [list, number],
    gives: ([given]) => ({ type: elementOf((given as Typed).type), isOptional: true }),
    make: ([given, index]) => {
      const [values, at] = [(given as Typed).run, (index as Typed).run]
      return (frame) => {
        const all = values(frame) as Cells
        const row = integerOf(at(frame) as Decimal) ?? 0
        if (row < 1 || row > all.length) throw fault('out-of-range', { least: 1, most: all.length })
        return all[row - 1] as Value
      }
    },
  },
]

type Cells = readonly Value[]
/** The two columns of a lookup: where to search, what to give. */
type Ends = { readonly table: Typed; readonly keys: string | null; readonly results: string | Typed }

/** Keys and results: two lists, or the first and last column of one table. */
function ends(given: readonly Typed[]): Ends {
  const [, table, results] = given as [Typed, Typed, Typed | undefined]
  if (isTable(table.type)) {
    const names = [...table.type.columns.keys()]
    return { table, keys: names[0] ?? '', results: names.at(-1) ?? '' }
  }
  return { table, keys: null, results: results ?? table }
}

function numbered(given: readonly Typed[]): Ends {
  const table = given[1] as Typed
  const names = isTable(table.type) ? [...table.type.columns.keys()] : []
  const at = given[2]?.constant === undefined ? undefined : integerOf(given[2].constant as Decimal)
  const results = at === undefined ? undefined : names[at - 1]
  if (results === undefined) throw fault('out-of-range', { least: 1, most: names.length })
  return { table, keys: names[0] ?? '', results }
}

function columns({ table, keys, results }: Ends): [Typed, Typed] {
  return [
    keys === null ? table : columnOf(table, keys),
    typeof results === 'string' ? columnOf(table, results) : results,
  ]
}

function columnOf(table: Typed, name: string): Typed {
  const type = isTable(table.type) ? table.type.columns.get(name) : undefined
  const run: Run = (frame) => (table.run(frame) as Table).columns.get(name) ?? []
  return { node: table.node, type: { list: type ?? 'blank' }, isOptional: false, run }
}

function elementOf(type: Type): Type {
  return isList(type) ? type.list : type
}

function found(given: readonly (Typed | undefined)[], of: Ends): Given {
  const [asked] = given
  const [keys, results] = columns(of)
  const [wanted, key] = [asked?.type ?? 'number', elementOf(keys.type)]
  if (!sameType(wanted, key)) throw fault('wrong-type', { wanted: [kindOf(key)], found: kindOf(wanted) })
  return { type: elementOf(results.type), isOptional: true }
}

function wordOf(typed: Typed | undefined): string | undefined {
  return typed?.constant === undefined ? undefined : matchWords.get(String(typed.constant).toLowerCase())
}

function runOf(typed: Typed): Run {
  return required(typed)
}

/**
 * By tier: the row with the greatest key that is not above the value, wherever it stands. Exact: the row with this key.
 * Rows without a key don't count. Two rows with the same key and different results are the fault `key-twice`.
 */
function finding(given: readonly Typed[], of: Ends, isTiered: boolean): Run {
  const [keys, results] = columns(of)
  const [ask, keyRun, resultRun] = [runOf(given[0] as Typed), keys.run, results.run]
  const resultOrder = orderOf(elementOf(results.type))
  const order = orderOf(elementOf(keys.type)) ?? (() => 1)
  return (frame) => {
    const [asked, all, gives] = [ask(frame), keyRun(frame) as Cells, resultRun(frame) as Cells]
    if (all.length !== gives.length) throw fault('lengths-differ', { first: all.length, second: gives.length })
    spend(frame, all.length)
    let best = -1
    for (const [row, key] of all.entries()) {
      if (key === null) continue
      const side = order(key, asked)
      if (side > 0 || (side < 0 && !isTiered)) continue
      const step = best < 0 ? 1 : order(key, all[best] as Value)
      if (step > 0) best = row
      else if (step === 0 && !isSame(gives[row] ?? null, gives[best] ?? null, resultOrder)) throw fault('key-twice')
    }
    if (best < 0) throw fault('not-found')
    return gives[best] as Value
  }
}

function isSame(a: Value, b: Value, order: ((a: Value, b: Value) => number) | undefined): boolean {
  return a === null || b === null ? a === b : order?.(a, b) === 0
}

function tried(run: Run, frame: Frame): Value {
  try {
    return run(frame)
  } catch (thrown) {
    if ((thrown as { problem?: { code?: string } }).problem?.code === 'not-found') return null
    throw thrown
  }
}

/** Each slice of the amount at the rate of its own tier: Σ (slice above each bound) × rate. Rows in any order. */
function tiered(frame: Frame, amount: Decimal, bounds: Cells, rates: Cells): Decimal {
  if (bounds.length !== rates.length) throw fault('lengths-differ', { first: bounds.length, second: rates.length })
  spend(frame, bounds.length)
  const tiers = bounds
    .map((bound, row) => ({ bound: bound as Decimal | null, rate: rates[row] as Decimal | null }))
    .filter((tier): tier is { bound: Decimal; rate: Decimal } => tier.bound !== null && tier.rate !== null)
    .sort((a, b) => compare(a.bound, b.bound))
  return tiers.reduce((total, { bound, rate }, at) => {
    if (compare(amount, bound) <= 0) return total
    const next = tiers[at + 1]?.bound
    const end = next && compare(next, amount) < 0 ? next : amount
    return add(total, multiply(subtract(end, bound), rate))
  }, zero)
}
