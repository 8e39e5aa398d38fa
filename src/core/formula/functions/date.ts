import {
  addMonths,
  addWorkdays,
  dayKind,
  dayOf,
  isDay,
  monthStart,
  numberOf,
  weekday,
  type Day,
  type WorkCalendar,
} from '../../calendar/index.ts'
import { integerOf, whole, type Decimal } from '../decimal.ts'
import { boundedMonths, inRange } from '../duration.ts'
import { fault } from '../problem.ts'
import { spend, type Frame, type Run, type Typed } from '../run.ts'
import type { Value } from '../type.ts'
import { always, date, number, optional, plain, text, type FunctionSpec, type Taken } from './spec.ts'
import { unitWords } from './words.ts'

const gives = always('number')
const days = always('date')
const calendar: Taken = { wants: ['calendar'], isOptional: true }
const dates: Taken = { wants: ['dates'], isOptional: true }

export const dateFunctions: readonly FunctionSpec[] = [
  {
    names: ['DATE', '日期'],
    takes: [{ wants: ['number', 'text'] }, optional(number), optional(number)],
    gives: days,
    make: plain(dateOf),
  },
  { names: ['YEAR', '年', '年份'], takes: [date], gives, make: part(0, 4) },
  { names: ['MONTH', '月', '月份'], takes: [date], gives, make: part(5, 7) },
  { names: ['DAY', '日'], takes: [date], gives, make: part(8, 10) },
  { names: ['WEEKDAY', '星期'], takes: [date], gives, make: plain((on: number) => whole(weekday(dayOf(on)))) },
  {
    names: ['DAYS', '天数'],
    takes: [date, date],
    gives,
    make: plain((end: number, start: number) => whole(end - start)),
  },
  {
    names: ['EDATE', '加月'],
    takes: [date, number],
    gives: days,
    make: plain((on: number, months: Decimal) => inRange(numberOf(addMonths(dayOf(on), boundedMonths(count(months)))))),
  },
  {
    names: ['EOMONTH', '月末'],
    takes: [date, optional(number)],
    gives: days,
    make: plain((on: number, months: Decimal = whole(0)) => {
      const first = monthStart(addMonths(monthStart(dayOf(on)), boundedMonths(count(months))))
      return inRange(numberOf(addMonths(first, 1)) - 1)
    }),
  },
  {
    names: ['DAYSINMONTH', '当月天数'],
    takes: [date],
    gives,
    make: plain((on: number) => {
      const first = monthStart(dayOf(on))
      return whole(numberOf(addMonths(first, 1)) - numberOf(first))
    }),
  },
  {
    names: ['DATEDIF', '日期间隔'],
    takes: [date, date, { ...text, words: unitWords }],
    gives,
    make: plain((from: number, to: number, unit: string) =>
      whole(span(from, to, unitWords.get(unit.toLowerCase()) ?? '')),
    ),
  },
  { names: ['WORKDAYS', '工作日数'], takes: [date, date, calendar], gives, make: workdays },
  {
    names: ['WORKDAY', '第几个工作日'],
    takes: [date, number, calendar],
    gives: days,
    make: (given) => {
      const [from, ahead] = given.map((one) => one.run) as [Run, Run]
      const known = calendarOf(given[2])
      return (frame) => {
        const wanted = count(ahead(frame) as Decimal)
        if (wanted < 0 || wanted > 10_000) throw fault('out-of-range', { least: 0, most: 10_000 })
        spend(frame, wanted * 2)
        return inYears(() => numberOf(addWorkdays(known(frame), dayOf(from(frame) as number), wanted)))
      }
    },
  },
  {
    names: ['NETWORKDAYS', '净工作日'],
    takes: [date, date, dates, dates],
    gives,
    make: (given) => {
      const [from, to, off, on] = given.map((one) => one.run) as [Run, Run, Run | undefined, Run | undefined]
      return (frame) => {
        const [rests, works] = [listed(frame, off), listed(frame, on)]
        return counted(frame, from(frame) as number, to(frame) as number, (day) =>
          rests.has(day) ? false : works.has(day) || weekday(dayOf(day)) <= 5,
        )
      }
    },
  },
]

function part(start: number, end: number): FunctionSpec['make'] {
  return plain((on: number) => whole(Number(dayOf(on).slice(start, end))))
}

function dateOf(year: Decimal | string, month?: Decimal, day?: Decimal): number {
  if (typeof year === 'string') {
    if (!isDay(year) || month) throw fault('bad-date', { text: year })
    return numberOf(year)
  }
  const pad = (value: Decimal | undefined, length: number) => String(value ? count(value) : '').padStart(length, '0')
  const written = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (!month || !day || !isDay(written)) throw fault('bad-date', { text: written })
  return numberOf(written)
}

function count(value: Decimal): number {
  const found = integerOf(value)
  if (found === undefined) throw fault('not-whole')
  return found
}

/** Full years, full months or days from one day to another. */
function span(from: number, to: number, unit: string): number {
  if (to < from) throw fault('out-of-range', { least: 0, most: 0 })
  if (unit === 'd') return to - from
  const [start, end] = [dayOf(from), dayOf(to)]
  let months = monthsOf(end) - monthsOf(start)
  if (months > 0 && numberOf(addMonths(start, months)) > to) months -= 1
  return unit === 'y' ? Math.floor(months / 12) : months
}

function monthsOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** Workdays from the first to the last day, both counted, by the calendar given to the evaluation or the function. */
function workdays(given: readonly Typed[]): Run {
  const [from, to] = given.map((one) => one.run) as [Run, Run]
  const known = calendarOf(given[2])
  return (frame) => {
    const found = known(frame)
    return counted(frame, from(frame) as number, to(frame) as number, (day) => {
      const kind = dayKind(found, dayOf(day))
      if (typeof kind === 'object') throw fault('no-calendar-year', { year: kind.missingYear })
      return kind === 'workday'
    })
  }
}

function calendarOf(given: Typed | undefined): (frame: Frame) => WorkCalendar {
  return (frame) => {
    const found = given ? (given.run(frame) as WorkCalendar) : frame.calendar
    if (!found) throw fault('no-calendar')
    return found
  }
}

function counted(frame: Frame, from: number, to: number, isCounted: (day: number) => boolean): Decimal {
  spend(frame, Math.max(0, to - from + 1))
  let total = 0
  for (let day = from; day <= to; day += 1) if (isCounted(day)) total += 1
  return whole(total)
}

function inYears(compute: () => number): number {
  try {
    return compute()
  } catch (thrown) {
    const year = thrown instanceof RangeError ? /no year (\d+)/.exec(thrown.message)?.[1] : undefined
    if (year === undefined) throw thrown
    throw fault('no-calendar-year', { year: Number(year) })
  }
}

function listed(frame: Frame, run: Run | undefined): ReadonlySet<Value> {
  const values = (run?.(frame) ?? []) as readonly Value[]
  spend(frame, values.length)
  return new Set(values)
}
