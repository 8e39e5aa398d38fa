import { addDays, daysBetween } from '#core/calendar'
import { kindsOf, type Days } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { shownDay, type Cell } from '#modules/indicators'
import type { Capability } from '../contract/fulfilment.ts'
import type { Reason } from '../contract/shapes.ts'
import { capabilityKey } from '../rules/gaps.ts'
import { absencesIn, capabilitiesOf, lastFactDays, tasksIn, type Away, type TaskCount } from '../store/circumstances.ts'
import { marksOf } from '../store/marks.ts'

/** Away for less than this part of the days so far explains nothing. */
const awayFrom = 0.2

/** What stands beside people's figures: their tasks, absences and what they can; read once for all. */
export type Circumstances = {
  reasonsOf(personId: string, cell: Cell): Reason[]
  capabilitiesOf(personId: string, responsibilityId: string): Capability[]
  readonly tasks: readonly TaskCount[]
}

/** Reads why something may be missing; `one` alone also learns when the last fact of a kind came. */
export async function circumstances(
  ctx: Context,
  personIds: readonly string[],
  cells: readonly Cell[],
  period: Days,
): Promise<Circumstances> {
  const responsibilityIds = [...new Set(cells.map((cell) => cell.responsibilityId))]
  const kinds = [...new Set(cells.flatMap((cell) => cell.indicators.flatMap((one) => kindsOf(one.definition.measure))))]
  const [only, second] = personIds
  const [tasks, absences, asked, marks, last] = await Promise.all([
    tasksIn(ctx, personIds, period),
    absencesIn(ctx, personIds, period),
    capabilitiesOf(ctx, responsibilityIds, shownDay(ctx, period)),
    marksOf(ctx, personIds),
    only && !second ? lastFactDays(ctx, only, kinds) : undefined,
  ])
  const tasksBy = Map.groupBy(tasks, (task) => `${task.personId}:${task.responsibilityId ?? ''}`)
  const awayBy = Map.groupBy(absences, (away) => away.personId)
  const known = (personId: string, name: LocalText) => marks.get(personId)?.get(capabilityKey(name)) ?? null
  const so = { from: period.from, until: period.until <= ctx.today ? period.until : addDays(ctx.today, 1) }
  return {
    tasks,
    capabilitiesOf: (personId, responsibilityId) =>
      (asked.get(responsibilityId) ?? []).map((name) => ({ name, has: known(personId, name) })),
    reasonsOf(personId, cell) {
      if (cell.attainment === null ? cell.indicators.length === 0 : cell.attainment >= 1) return []
      if (cell.light === 'green') return [reason('to-come')]
      const lacking = (asked.get(cell.responsibilityId) ?? []).filter((name) => known(personId, name) === false)
      const [own] = tasksBy.get(`${personId}:${cell.responsibilityId}`) ?? []
      return [
        ...lacking.map((name) => reason('capability', { name })),
        ...awayReason(awayBy.get(personId) ?? [], so),
        ...(own && own.late > 0 ? [reason('late-tasks', { count: own.late })] : []),
        ...(own && own.excused > 0 ? [reason('excused', { count: own.excused })] : []),
        ...shortfalls(ctx, cell, last),
      ]
    },
  }
}

function awayReason(absences: readonly Away[], so: Days): Reason[] {
  const days = absences.reduce(
    (sum, { from, until }) => sum + Math.max(0, daysBetween(from, until < so.until ? until : so.until)),
    0,
  )
  const [first] = absences
  const isLong = first && days >= awayFrom * daysBetween(so.from, so.until)
  return isLong ? [reason('absent', { absence: first.kind, count: days })] : []
}

/** Indicators nothing came in for, then those whose figure stays below the target, the furthest first. */
function shortfalls(ctx: Context, cell: Cell, last: ReadonlyMap<string, string> | undefined): Reason[] {
  const short = cell.indicators
    .filter((one) => one.attainment === null || one.attainment < 1)
    .toSorted((a, b) => (a.attainment ?? 0) - (b.attainment ?? 0))
  return short
    .map((one) => {
      const { key, name, measure } = one.definition
      const isBare = one.part.count === 0 && one.whole.count === 0
      const days = kindsOf(measure).flatMap((kind) => last?.get(kind) ?? [])
      const since = isBare && days.length > 0 ? daysBetween(days.toSorted().at(-1) ?? ctx.today, ctx.today) : null
      return reason(isBare ? 'no-facts' : 'short', { name, indicatorKey: key, count: since })
    })
    .toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'no-facts' ? -1 : 1))
}

function reason(kind: Reason['kind'], more: Partial<Reason> = {}): Reason {
  return { kind, name: null, absence: null, count: null, indicatorKey: null, ...more }
}
