import { fault, isFault } from '../problem.ts'
import { orderOf } from '../operators.ts'
import { required, type Run, type Typed } from '../run.ts'
import { kindOf, sameType, type Type } from '../type.ts'
import { always, any, boolean, optional, plain, type FunctionSpec, type Given } from './spec.ts'

const branch = { ...any, wants: ['any', 'list', 'table'], takesBlank: true } as const
const many = { ...boolean, isMany: true } as const

export const logic: readonly FunctionSpec[] = [
  {
    names: ['IF', '如果', '若'],
    takes: [boolean, branch, optional(branch)],
    gives: (given) => together(given.slice(1), given.length < 3),
    make: ([test, yes, no]) => {
      const [when, then, otherwise] = [runOf(test), runOf(yes), runOf(no)]
      return (frame) => (when(frame) === true ? then(frame) : otherwise(frame))
    },
  },
  {
    names: ['IFS', '多条件'],
    takes: [boolean, branch, { ...branch, isMany: true }],
    gives: (given) =>
      together(
        pairs(given).map(([, value]) => value),
        given.length % 2 === 0,
      ),
    make: (given) => {
      const cases = pairs(given).map(([test, value]) => [runOf(test), runOf(value)] as const)
      const rest = given.length % 2 === 1 ? runOf(given.at(-1)) : runOf(undefined)
      return (frame) => (cases.find(([test]) => test(frame) === true)?.[1] ?? rest)(frame)
    },
  },
  {
    names: ['SWITCH', '匹配'],
    takes: [any, any, branch, { ...branch, isMany: true }],
    gives: (given) =>
      together(
        pairs(given.slice(1)).map(([, value]) => value),
        given.length % 2 === 1,
      ),
    make: ([asked, ...given]) => {
      const order = orderOf(asked?.type ?? 'blank') ?? (() => 1)
      const cases = pairs(given).map(([key, value]) => [runOf(key), runOf(value)] as const)
      const rest = given.length % 2 === 1 ? runOf(given.at(-1)) : runOf(undefined)
      const ask = runOf(asked)
      return (frame) => {
        const value = ask(frame)
        return (cases.find(([key]) => order(key(frame), value) === 0)?.[1] ?? rest)(frame)
      }
    },
  },
  { names: ['AND', '且', '并且'], takes: [many], gives: always('boolean'), make: (given) => until(given, false) },
  { names: ['OR', '或', '或者'], takes: [many], gives: always('boolean'), make: (given) => until(given, true) },
  {
    names: ['XOR', '异或'],
    takes: [boolean, boolean],
    gives: always('boolean'),
    make: plain((a: boolean, b: boolean) => a !== b),
  },
  { names: ['NOT', '非', '不是'], takes: [boolean], gives: always('boolean'), make: plain((value: boolean) => !value) },
  {
    names: ['IFERROR', '如果出错'],
    takes: [branch, branch],
    gives: (given) => together(given, false),
    make: ([first, second]) => {
      const [attempt, instead] = [runOf(first), runOf(second)]
      return (frame) => {
        const recorded = frame.steps?.length ?? 0
        try {
          return attempt(frame)
        } catch (thrown) {
          if (!isFault(thrown) || !forgivable.has(thrown.problem.code)) throw thrown
          if (frame.steps) frame.steps.length = recorded
          return instead(frame)
        }
      }
    },
  },
  {
    names: ['ISBLANK', '是否为空'],
    takes: [branch],
    gives: always('boolean'),
    make: ([value]) => {
      const run = runOf(value)
      return (frame) => run(frame) === null
    },
  },
  {
    names: ['IFBLANK', '为空则'],
    takes: [branch, branch],
    gives: (given) => ({ ...together(given, false), isOptional: given[1]?.isOptional ?? false }),
    make: ([value, instead]) => {
      const [first, second] = [runOf(value), runOf(instead)]
      return (frame) => first(frame) ?? second(frame)
    },
  },
]

/** What a formula may recover from; budgets and wrong data are not among it. */
const forgivable: ReadonlySet<string> = new Set(['division-by-zero', 'not-found', 'empty', 'blank'])

function runOf(typed: Typed | undefined): Run {
  return typed?.run ?? (() => null)
}

/** The one type of all branches. Throws the fault `branches-differ`. */
function together(given: readonly (Typed | undefined)[], mayBeNone: boolean): Given {
  let type: Type = 'blank'
  for (const one of given) {
    if (!one || one.type === 'blank') continue
    if (!sameType(type, one.type)) throw fault('branches-differ', { first: kindOf(type), second: kindOf(one.type) })
    type = one.type
  }
  return { type, isOptional: mayBeNone || given.some((one) => one?.isOptional || one?.type === 'blank') }
}

function pairs(given: readonly Typed[]): (readonly [Typed | undefined, Typed | undefined])[] {
  return Array.from({ length: Math.floor(given.length / 2) }, (_, at) => [given[2 * at], given[2 * at + 1]] as const)
}

/** Looks no further once a value decides. */
function until(given: readonly Typed[], decides: boolean): Run {
  const runs = given.map(required)
  return (frame) => {
    for (const run of runs) if (run(frame) === decides) return decides
    return !decides
  }
}
