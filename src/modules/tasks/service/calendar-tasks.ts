import { assign } from '#core/flow'
import { isPeriodic } from '#core/cadence'
import { addDays, runsOn, type Day, type Period, type WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import { assignedBetween, awayBetween, workCalendar } from '#modules/organisation'
import { dutiesHeldOn, type DutyHeld } from '#modules/responsibilities'
import { byPerson, distinct, doersOf, type AwayByPerson, type Doer, type Sitting } from '../rules/doers.ts'
import { onceKey, sharedKey, workOf, type Work } from '../rules/work.ts'
import { shiftEnds, type ShiftEnds } from '../shift-ends.ts'
import { turningDays, type NewTask } from '../store/make.ts'
import { stamper, type Stamper } from './stamps.ts'

type Window = Period & { readonly until: Day }
export type Made = { readonly tasks: NewTask[]; readonly missingYears: ReadonlySet<number> }

/**
 * The tasks that duties by the calendar ask for in a window that ends with today. Who holds what is read once for each stretch
 * of days on which nothing begins or ends, not for each day.
 */
export async function calendarTasks(ctx: Context, window: Window, madeUntil: Day | null): Promise<Made> {
  const turns = [window.from, ...(await turningDays(ctx, window.from, window.until)), window.until]
  const plan: Plan = {
    ctx,
    calendar: await workCalendar(ctx),
    window,
    madeUntil,
    away: byPerson(await awayBetween(ctx, window)),
    stamps: await stamper(ctx),
    missingYears: new Set(),
    works: new Map(),
  }
  const tasks: NewTask[] = []
  for (const [at, from] of turns.entries()) {
    const until = turns[at + 1]
    if (until) for (const task of await tasksBetween(plan, { from, until })) tasks.push(task)
  }
  return { tasks, missingYears: plan.missingYears }
}

type Plan = {
  readonly ctx: Context
  readonly calendar: WorkCalendar
  readonly window: Window
  readonly madeUntil: Day | null
  readonly away: AwayByPerson
  readonly stamps: Stamper
  readonly missingYears: Set<number>
  /** By the cadence, which duties that say the same share. */
  readonly works: Map<DutyHeld['cadence'], readonly Work[]>
}

async function tasksBetween(plan: Plan, stretch: Window): Promise<NewTask[]> {
  const { ctx } = plan
  const held = (await dutiesHeldOn(ctx, stretch.from)).filter(({ cadence }) => isPeriodic(cadence.every))
  const asked = held.map((duty) => ({ duty, work: workIn(plan, duty, stretch) })).filter(({ work }) => work.length > 0)
  const positionIds = [...new Set(asked.map(({ duty }) => duty.positionId))]
  const seats = Map.groupBy(await assignedBetween(ctx, positionIds, stretch), (seat) => seat.positionId)
  const ends = await shiftEnds(ctx, stretch)
  const own = asked.filter(({ duty }) => duty.handling.sharing === 'each')
  const shared = asked.filter(({ duty }) => duty.handling.sharing !== 'each')
  return [
    ...own.flatMap(({ duty, work }) =>
      work.flatMap((one) =>
        doers(plan, duty, seats, one).map((doer) => {
          const holder = doer.forPersonId ?? doer.personId
          return taskOf(plan, duty, one, doer, onceKey(duty, holder, duty.positionId, one.from), ends)
        }),
      ),
    ),
    ...[...Map.groupBy(shared, ({ duty }) => sharedKey(duty, '')).values()].flatMap((group) =>
      sharedTasks(plan, group, seats, ends),
    ),
  ]
}

function workIn(plan: Plan, { cadence }: DutyHeld, stretch: Window): readonly Work[] {
  let work = plan.works.get(cadence)
  if (!work) {
    const found = workOf(cadence, plan.calendar, plan.window, plan.madeUntil)
    if (found.missingYear !== null) plan.missingYears.add(found.missingYear)
    work = found.work
    plan.works.set(cadence, work)
  }
  return stretch.from === plan.window.from && stretch.until === plan.window.until
    ? work
    : work.filter((one) => runsOn(stretch, one.heldOn))
}

type Seats = ReadonlyMap<string, readonly (Sitting & Period)[]>

function doers(plan: Plan, duty: DutyHeld, seats: Seats, { heldOn, dueDay }: Work): Doer[] {
  const sitting = (seats.get(duty.positionId) ?? []).filter((seat) => runsOn(seat, heldOn))
  return doersOf(sitting, duty.personId, plan.away, dueDay)
}

/** Of holders in one unit one by lot, or a task for each of which the first that is done closes the others. */
function sharedTasks(
  plan: Plan,
  group: readonly { duty: DutyHeld; work: readonly Work[] }[],
  seats: Seats,
  ends: ShiftEnds,
): NewTask[] {
  const [first] = group
  if (!first) return []
  return first.work.flatMap((one) => {
    const found = distinct(group.flatMap(({ duty }) => doers(plan, duty, seats, one)))
    const key = sharedKey(first.duty, one.from)
    const pool = found.map((doer) => ({ id: doer.personId, openCount: 0 }))
    const ids = new Set(assign(first.duty.handling.sharing === 'lot' ? 'lot' : 'all', pool, null, key))
    const isLot = first.duty.handling.sharing === 'lot'
    return found
      .filter((doer) => ids.has(doer.personId))
      .map((doer) => {
        const task = taskOf(plan, first.duty, one, doer, isLot ? key : `${key}:${doer.personId}`, ends)
        return isLot ? task : { ...task, groupKey: key }
      })
  })
}

function taskOf(plan: Plan, duty: DutyHeld, one: Work, doer: Doer, key: string, ends: ShiftEnds): NewTask {
  const dueTime = duty.cadence.every === 'shift' ? (ends(doer.personId, one.dueDay) ?? one.dueTime) : one.dueTime
  return {
    id: plan.ctx.newId(),
    title: null,
    origin: 'duty',
    responsibilityId: duty.responsibilityId,
    dutyId: duty.dutyId,
    positionId: duty.positionId,
    personId: doer.personId,
    forPersonId: doer.forPersonId,
    unitId: duty.unitId,
    periodFrom: one.from,
    periodUntil: one.until > one.dueDay ? one.until : addDays(one.dueDay, 1),
    quantityDue: one.times,
    onceKey: key,
    note: '',
    givenBy: null,
    countsKind: duty.handling.counts?.factKind ?? null,
    hasSubtasks: duty.handling.subtasks.length > 0,
    ...plan.stamps(duty, one.dueDay, dueTime),
  }
}
