import { divide } from '../decimal-divide.ts'
import { whole, type Decimal } from '../decimal.ts'
import { noTime, readDuration, scaled, secondsOf, type Duration } from '../duration.ts'
import { fault } from '../problem.ts'
import { always, optional, plain, text, type FunctionSpec } from './spec.ts'
import { spanWords } from './words.ts'

const gives = always('number')
const span = { wants: ['duration'] } as const

export const durations: readonly FunctionSpec[] = [
  {
    names: ['DURATION', '时长'],
    takes: [{ wants: ['number', 'text'] }, optional({ ...text, words: spanWords })],
    gives: always('duration'),
    make: plain(durationOf),
  },
  {
    names: ['HOURS', '小时数'],
    takes: [span],
    gives,
    make: plain((of: Duration) => divide(secondsOf(of), whole(3600))),
  },
  {
    names: ['MINUTES', '分钟数'],
    takes: [span],
    gives,
    make: plain((of: Duration) => divide(secondsOf(of), whole(60))),
  },
  { names: ['INMONTHS', '月数'], takes: [span], gives, make: plain((of: Duration) => whole(of.months)) },
]

function durationOf(amount: Decimal | string, word?: string): Duration {
  if (typeof amount === 'string') {
    const found = word === undefined ? readDuration(amount) : undefined
    if (!found) throw fault('bad-duration', { text: amount.slice(0, 40) })
    return found
  }
  const unit = units.get(spanWords.get(word?.toLowerCase() ?? '') ?? '')
  if (!unit) throw fault('bad-duration', { text: word ?? '' })
  return scaled(unit, amount)
}

const units: ReadonlyMap<string, Duration> = new Map([
  ['y', { ...noTime, months: 12 }],
  ['m', { ...noTime, months: 1 }],
  ['w', { months: 0, seconds: whole(604_800) }],
  ['d', { months: 0, seconds: whole(86_400) }],
  ['h', { months: 0, seconds: whole(3600) }],
  ['min', { months: 0, seconds: whole(60) }],
  ['s', { months: 0, seconds: whole(1) }],
])
