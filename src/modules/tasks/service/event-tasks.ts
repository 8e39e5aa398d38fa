import { assign, dueAt, type WorkClock } from '#core/flow'
import { passes } from '#core/indicator'
import { addDays } from '#core/calendar'
import { dayIn, instantOf } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { assignedBetween, awayBetween, workCalendar } from '#modules/organisation'
import { dutiesHeldOn, type DutyHeld } from '#modules/responsibilities'
import { factSource, type FactFound } from '../fact-source.ts'
import { byPerson, distinct, doersOf, type Doer } from '../rules/doers.ts'
import { readShifts } from '../rules/shifts.ts'
import { sharedKey } from '../rules/work.ts'
import { callOffBegunBy } from '../store/counting.ts'
import { insertTasks, type NewTask } from '../store/make.ts'
import { instants } from './stamps.ts'

const minuteMs = 60_000
const anyYear: ReadonlySet<number> = new Set(Array.from({ length: 200 }, (_, at) => 1950 + at))
type Told = { readonly kind: string; readonly factIds: readonly string[] }
type Asked = { readonly duty: DutyHeld; readonly doers: readonly Doer[] }

/**
 * Begins the work that duties ask for after facts of these kinds: "2 hours after a batch is finished". Facts from before the days
 * looked back ask for nothing, for they come from an import of old times; a fact taken back calls off what it began.
 */
export async function beginByFacts(ctx: Context, told: readonly Told[]): Promise<void> {
  const duties = await dutiesAfter(ctx, [...new Set(told.map((one) => one.kind))])
  const source = factSource(ctx)
  if (duties.length === 0 || !source) return
  const kinds = new Set(duties.flatMap(({ cadence }) => cadence.after?.factKind ?? []))
  const ids = told.flatMap((one) => (kinds.has(one.kind) ? one.factIds : []))
  await begin(ctx, duties, await source.find(ctx, ids))
}

/** The same for a hand-in, which is told before it is a fact: its entry stands for it. */
export async function beginByEntry(ctx: Context, entry: FactFound): Promise<void> {
  const duties = await dutiesAfter(ctx, [entry.kind])
  if (duties.length > 0) await begin(ctx, duties, [entry])
}

/** Calls off what was begun by facts, or entries, that were taken back. */
export async function callOffAfter(ctx: Context, factIds: readonly string[]): Promise<number> {
  const gone =
    factIds.length > 0 ? await callOffBegunBy(ctx, factIds, say(ctx.language, 'tasks.factTakenBack', {})) : []
  for (const taskId of gone) await ctx.emit('tasks.cancelled', { taskId })
  return gone.length
}

const dutiesAfter = (ctx: Context, kinds: readonly string[]) => dutiesHeldOn(ctx, ctx.today, { afterKinds: kinds })

async function begin(ctx: Context, duties: readonly DutyHeld[], facts: readonly FactFound[]): Promise<void> {
  const gone = await callOffAfter(
    ctx,
    facts.flatMap((fact) => fact.reversesId ?? []),
  )
  const oldest = instantOf(ctx.timeZone, addDays(ctx.today, -(await ctx.setting<number>('tasks.catchUpDays'))))
  const fresh = facts.filter((fact) => fact.reversesId === null && fact.happenedAt >= oldest)
  const made = fresh.length > 0 ? (await insertTasks(ctx, await tasksAfter(ctx, duties, fresh))).made : 0
  if (made + gone > 0) await ctx.announce('tasks')
}

async function tasksAfter(ctx: Context, duties: readonly DutyHeld[], facts: readonly FactFound[]): Promise<NewTask[]> {
  const window = { from: ctx.today, until: addDays(ctx.today, 1) }
  const positionIds = [...new Set(duties.map((duty) => duty.positionId))]
  const seats = Map.groupBy(await assignedBetween(ctx, positionIds, window), (seat) => seat.positionId)
  const away = byPerson(await awayBetween(ctx, window))
  const asked = duties.map((duty): Asked => ({
    duty,
    doers: doersOf(seats.get(duty.positionId) ?? [], duty.personId, away, ctx.today),
  }))
  const clock = await workClock(ctx)
  const stampsAt = await instants(ctx)
  const byDuty = [...Map.groupBy(asked, ({ duty }) => `${duty.responsibilityId} ${duty.dutyKey}`).values()]
  return facts.flatMap((fact) =>
    byDuty.flatMap((group): NewTask[] => {
      const after = group[0]?.duty.cadence.after
      if (!after || after.factKind !== fact.kind || !passes(after.where, fact.dimensions)) return []
      const { amount, unit } = after
      const due = new Date(dueAt({ amount, unit }, fact.happenedAt.getTime(), 'shift-end', clock))
      return whoOf(fact, group, after.who).map(({ duty, doer, key, groupKey }) => ({
        id: ctx.newId(),
        title: null,
        origin: 'duty',
        responsibilityId: duty.responsibilityId,
        dutyId: duty.dutyId,
        positionId: duty.positionId,
        unitId: duty.unitId,
        personId: doer.personId,
        forPersonId: doer.forPersonId,
        periodFrom: dayIn(ctx.timeZone, fact.happenedAt),
        periodUntil: addDays(dayIn(ctx.timeZone, due), 1),
        quantityDue: duty.cadence.times,
        onceKey: key,
        groupKey,
        subjectId: fact.subjectId,
        factId: fact.id,
        note: '',
        givenBy: null,
        countsKind: duty.handling.counts?.factKind ?? null,
        hasSubtasks: duty.handling.subtasks.length > 0,
        ...stampsAt(duty, due),
      }))
    }),
  )
}

type Chosen = { readonly duty: DutyHeld; readonly doer: Doer; readonly key: string; readonly groupKey: string | null }

/** Holders of the fact's unit before all others; of them each, all until one is done, or one by lot. */
function whoOf(fact: FactFound, group: readonly Asked[], who: 'holders' | 'actor'): Chosen[] {
  const all = group.flatMap(({ duty, doers }) => doers.map((doer) => ({ duty, doer })))
  const own = all.filter(({ doer }) => fact.personId !== null && (doer.forPersonId ?? doer.personId) === fact.personId)
  const near = all.filter(({ duty }) => duty.unitId === fact.unitId)
  const pool = who === 'actor' ? own : near.length > 0 ? near : all
  const [first] = pool
  if (!first) return []
  const { sharing } = first.duty.handling
  const key = sharedKey(first.duty, fact.id)
  const each = pool.map((one) => ({
    ...one,
    key: `${key}:${one.doer.forPersonId ?? one.doer.personId}`,
    groupKey: null,
  }))
  if (sharing === 'each') return each
  const people = distinct(pool.map(({ doer }) => doer))
  const chosen = new Set(
    assign(
      sharing === 'lot' ? 'lot' : 'all',
      people.map((doer) => ({ id: doer.personId, openCount: 0 })),
      null,
      key,
    ),
  )
  return people
    .filter((doer) => chosen.has(doer.personId))
    .flatMap((doer): Chosen[] => {
      const one = pool.find((other) => other.doer === doer)
      if (!one) return []
      return [
        { ...one, key: sharing === 'lot' ? key : `${key}:${doer.personId}`, groupKey: sharing === 'any' ? key : null },
      ]
    })
}

async function workClock(ctx: Context): Promise<WorkClock> {
  return {
    // a year nobody has entered counts as Monday to Friday: a fact must not be refused for it
    calendar: { ...(await workCalendar(ctx)), years: anyYear },
    shifts: readShifts(await ctx.setting<string>('tasks.workHours')),
    zone: {
      localOf(instant) {
        const day = dayIn(ctx.timeZone, new Date(instant))
        return { day, minute: (instant - instantOf(ctx.timeZone, day).getTime()) / minuteMs }
      },
      instantOf: (day, minute) => instantOf(ctx.timeZone, day).getTime() + minute * minuteMs,
    },
  }
}
