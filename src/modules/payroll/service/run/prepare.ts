import type { WorkCalendar } from '#core/calendar'
import { functionNamed, type NameEntry } from '#core/formula'
import { chinaCalendar, payFault, planOf, type PayItem, type PayPlan } from '#core/payroll'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import { personFigureNames } from '#modules/people'
import { inputEntries } from '../../rules/input-names.ts'
import { paidDaysIn } from '../../rules/part-pay.ts'
import { monthOf } from '../../rules/pay-day.ts'
import type { RunFacts } from '../../rules/run-facts.ts'
import { runBefore, type StoredRun } from '../../store/run/runs.ts'
import { payItemsOn, type ItemOn } from '../pay-items.ts'
import type { UsedParameter } from '../jurisdictions.ts'
import { lawOf } from './law.ts'

export type Prepared = {
  readonly run: StoredRun
  readonly facts: RunFacts
  readonly items: readonly ItemOn[]
  readonly used: readonly UsedParameter[]
  /** The regular run this one is held against. */
  readonly lastRunId: string | null
}

/**
 * Reads what is the same for everybody, once: items compiled, the law of the pay day, the calendar. Items that don't
 * compile, or a calendar without the year, are faults: nobody could be paid.
 */
export async function prepare(ctx: Context, run: StoredRun): Promise<Prepared> {
  const month = monthOf(run.period)
  const items = await payItemsOn(ctx, run.groupId, month.last)
  if (items.length === 0) throw payFault('missing-value', { name: 'items' })
  const plan = planOf(items, planInputs(ctx, items), ctx.language)
  const { law, minimumWageOf, used } = await lawOf(ctx, run)
  const calendar = await calendarFor(ctx, run)
  const kept = new Map([[`${month.from}${month.last}`, paidDaysIn(calendar, { from: month.from, to: month.last })]])
  const { period, kind, paidOn, city, proration } = run
  return {
    run,
    items,
    used,
    lastRunId: await runBefore(ctx, run.groupId, run.period),
    facts: {
      period,
      kind,
      month,
      paidOn,
      city,
      proration,
      calendar,
      plan,
      law,
      minimumWageOf,
      kept,
      names: namesOf(plan),
      notNormal: new Set(items.filter((item) => !item.isNormalHours).map(({ code }) => code)),
    },
  }
}

/** The firm's calendar; for China the years it has not entered itself come from the official notices. */
export async function calendarFor(
  ctx: Context,
  { jurisdiction }: Pick<StoredRun, 'jurisdiction'>,
): Promise<WorkCalendar> {
  const own = await workCalendar(ctx)
  if (jurisdiction !== 'cn') return own
  const isKnown = (day: string) => own.years.has(Number(day.slice(0, 4)))
  return {
    years: new Set([...own.years, ...chinaCalendar.years]),
    exceptions: new Map([...[...chinaCalendar.exceptions].filter(([day]) => !isKnown(day)), ...own.exceptions]),
  }
}

function namesOf({ before, after, items }: PayPlan): Set<string> {
  const codes: ReadonlyMap<string, PayItem> = items
  return new Set(
    [...before, ...after].flatMap(({ program }) =>
      program.names.map(({ name }) => name).filter((name) => !codes.has(name) && !statutory.has(name)),
    ),
  )
}

const statutory = new Set(['gross', 'taxable_income', 'insurance', 'employer_insurance', 'tax'])

/**
 * Names the formulas use: the run's, the modules', and any other, whether somebody has brought it yet or not. An item that
 * was sound when it was written must not break because the last input of its name was removed; it counts as 0 then.
 */
function planInputs(ctx: Context, items: readonly ItemOn[]): NameEntry[] {
  const taken = new Set(items.flatMap(({ code, aliases = [] }) => [code, ...aliases]))
  const used = items.flatMap(({ formula }) => [
    ...formula.matchAll(/(?<![\p{L}\d_"“])[a-z][a-z0-9_]*(?![\p{L}\d_]|\s*\()/gu),
  ])
  const free = used
    .map(([name]) => name)
    .filter((name) => !statutory.has(name) && !words.has(name) && !functionNamed(name))
  return inputEntries(personFigureNames(ctx), [...new Set(free)], taken)
}

const words: ReadonlySet<string> = new Set(['true', 'false', 'and', 'or', 'not', 'null', 'blank'])
