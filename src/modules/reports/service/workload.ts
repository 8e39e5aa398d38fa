import { addDays, isWorkday, runsOn, weekStart, type Day } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import type { Load, Workload, routes } from '../contract.ts'
import { isOver, judgedWeeks, standsOut, usualWeeks } from '../rules/overload.ts'
import { absencesIn, openTasksOf, type Away } from '../store/circumstances.ts'
import { hoursIn, queuesIn, sharesIn, type PersonWeek, type Share } from '../store/load.ts'
import type { Member } from '../store/people.ts'
import { peopleOn } from './people.ts'

/** Hours and open work of people against their working time and their own usual weeks: which figure stands out, never a mark. */
export async function readWorkload(ctx: Context, input: Input<(typeof routes)['readWorkload']>): Promise<Workload> {
  const weeks = lastWeeks(ctx.today)
  const [week] = weeks.slice(-1)
  if (!week) throw new Error('there is always a last week')
  const members = await peopleOn(ctx, ctx.today, input.unitId)
  const rows = await loadsOf(ctx, members, weeks)
  const overloaded = rows.filter((row) => row.signals.length > 0)
  const others = rows.filter((row) => row.signals.length === 0).sort((a, b) => b.openTasks - a.openTasks)
  return {
    week,
    people: rows.length,
    overloaded: overloaded.length,
    hasHours: rows.some((row) => row.weeks.some((each) => each.hours !== null)),
    rows: [...overloaded, ...others].slice(0, input.limit),
  }
}

async function loadsOf(ctx: Context, members: readonly Member[], weeks: readonly Days[]): Promise<Load[]> {
  const ids = members.map((member) => member.id)
  const days = { from: weeks[0]?.from ?? ctx.today, until: ctx.today }
  const fact = {
    kind: await ctx.setting<string>('reports.hoursKind'),
    measure: await ctx.setting<string>('reports.hoursMeasure'),
  }
  const hoursPerDay = await ctx.setting<number>('reports.hoursPerDay')
  const [hours, queues, shares, away, tasks, workdays] = await Promise.all([
    hoursIn(ctx, ids, weeks, fact),
    queuesIn(ctx, ids, weeks),
    sharesIn(ctx, ids, days),
    absencesIn(ctx, ids, days),
    openTasksOf(ctx, ids),
    workdaysOf(ctx, weeks),
  ])
  const amountIn = amountsBy(hours)
  const queueIn = amountsBy(queues)
  const sharesBy = Map.groupBy(shares, (share) => share.personId)
  const awayBy = Map.groupBy(away, (each) => each.personId)
  return members.map((member): Load => {
    const worked = weeks.map((week, at) => ({
      from: week.from,
      hours: amountIn(member.id, at) ?? null,
      queue: queueIn(member.id, at) ?? 0,
      capacityHours:
        hoursPerDay * capacityDays(workdays[at] ?? [], sharesBy.get(member.id) ?? [], awayBy.get(member.id) ?? []),
    }))
    const last = worked.at(-1)
    const capacityHours = Math.round((last?.capacityHours ?? 0) * 10) / 10
    const now = tasks.get(member.id)
    return {
      personId: member.id,
      name: member.name,
      unitName: member.unitName,
      sharePermille: shareOn(sharesBy.get(member.id) ?? [], ctx.today),
      capacityHours,
      hours: last?.hours ?? null,
      utilisationPermille:
        last && last.hours !== null && last.capacityHours > 0
          ? Math.round((last.hours / last.capacityHours) * 1000)
          : null,
      openTasks: now?.open ?? 0,
      lateTasks: now?.late ?? 0,
      signals: signalsOf(worked),
      weeks: worked.map(({ from, hours: spent, queue }) => ({ from, hours: spent, queue })),
    }
  })
}

type Week = { hours: number | null; queue: number; capacityHours: number }

function signalsOf(weeks: readonly Week[]): Load['signals'] {
  const over = isOver(weeks)
  const hours = standsOut(weeks.map((week) => week.hours))
  const queue = standsOut(weeks.map((week) => week.queue))
  return [
    ...(over ? [{ kind: 'hours-over' as const, ...over }] : []),
    ...(hours && !over ? [{ kind: 'hours-unusual' as const, ...hours }] : []),
    ...(queue ? [{ kind: 'queue-unusual' as const, ...queue }] : []),
  ]
}

/** Whole weeks up to the last one that is over. */
function lastWeeks(today: Day): Days[] {
  const monday = weekStart(today)
  return Array.from({ length: usualWeeks + judgedWeeks }, (_none, at) => {
    const from = addDays(monday, -7 * (usualWeeks + judgedWeeks - at))
    return { from, until: addDays(from, 7) }
  })
}

/** The working days of each week; of a year whose calendar nobody has entered, Monday to Friday. */
async function workdaysOf(ctx: Context, weeks: readonly Days[]): Promise<Day[][]> {
  const calendar = await workCalendar(ctx)
  return weeks.map(({ from }) =>
    Array.from({ length: 7 }, (_none, at) => addDays(from, at)).filter((day, at) =>
      calendar.years.has(Number(day.slice(0, 4))) ? isWorkday(calendar, day) : at < 5,
    ),
  )
}

function capacityDays(workdays: readonly Day[], shares: readonly Share[], away: readonly Away[]): number {
  return workdays
    .filter((day) => !away.some((each) => runsOn(each, day)))
    .reduce((sum, day) => sum + shareOn(shares, day) / 1000, 0)
}

function shareOn(shares: readonly Share[], day: Day): number {
  return shares.filter((share) => runsOn(share, day)).reduce((sum, share) => sum + share.sharePermille, 0)
}

function amountsBy(rows: readonly PersonWeek[]): (personId: string, week: number) => number | undefined {
  const amounts = new Map(rows.map((row) => [`${row.personId}:${row.week}`, row.amount]))
  return (personId, week) => amounts.get(`${personId}:${week}`)
}
