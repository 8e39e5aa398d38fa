import { nextWorkday, type PerSubject } from '#core/cadence'
import { addDays, addWorkdays, type Day, type WorkCalendar } from '#core/calendar'
import type { Context } from '#kernel/context'
import { assignedBetween, awayBetween, workCalendar } from '#modules/organisation'
import { dutiesHeldOn, type DutyHeld } from '#modules/responsibilities'
import { byPerson, doersOf, isAway, standIn } from '../rules/doers.ts'
import type { NewTask } from '../store/make.ts'
import { subjectsDue, type SubjectAsk, type SubjectDue } from '../store/subject-duties.ts'
import { stamper } from './stamps.ts'

/** Workdays are looked for among so many days for each. */
const daysForWorkday = 2

/** The tasks that duties "for each customer" ask for: of each subject a holder owns, so long after the last time. */
export async function subjectTasks(ctx: Context): Promise<NewTask[]> {
  const held = (await dutiesHeldOn(ctx, ctx.today, { recurrence: 'subject' })).flatMap((duty) =>
    duty.cadence.subject ? [{ duty, per: duty.cadence.subject }] : [],
  )
  if (held.length === 0) return []
  const window = { from: ctx.today, until: addDays(ctx.today, 1) }
  const positionIds = [...new Set(held.map(({ duty }) => duty.positionId))]
  const seats = Map.groupBy(await assignedBetween(ctx, positionIds, window), (seat) => seat.positionId)
  const holders = held.flatMap(({ duty, per }) =>
    doersOf(seats.get(duty.positionId) ?? [], duty.personId, new Map(), ctx.today).map((doer) => ({
      duty,
      per,
      personId: doer.forPersonId ?? doer.personId,
    })),
  )
  const due = await subjectsDue(ctx, holders.map(askOf))
  const [calendar, stamps] = [await workCalendar(ctx), await stamper(ctx)]
  const away = byPerson(await awayBetween(ctx, { from: ctx.today, until: addDays(ctx.today, 366) }))
  return due.flatMap((one): NewTask[] => {
    const holder = holders[one.ref]
    const dueDay = holder && dueDayOf(calendar, holder.per, one.since, ctx.today)
    if (!holder || !dueDay || addDays(dueDay, -holder.per.aheadDays) > ctx.today) return []
    const { duty, personId } = holder
    const doer = (isAway(away, personId, dueDay) ? standIn(away, personId, dueDay) : undefined) ?? personId
    return [
      {
        ...fixed(duty, one),
        id: ctx.newId(),
        personId: doer,
        forPersonId: doer === personId ? null : personId,
        periodUntil: addDays(dueDay, 1),
        ...stamps(duty, dueDay, duty.cadence.dueTime),
      },
    ]
  })
}

function askOf(
  { duty, per, personId }: { duty: DutyHeld; per: PerSubject; personId: string },
  ref: number,
): SubjectAsk {
  const { responsibilityId, versionFrom, heldFrom } = duty
  return {
    ref,
    personId,
    responsibilityId,
    type: per.type,
    aheadDays: per.aheadDays,
    days: per.days,
    prefix: prefixOf(duty),
    heldFrom: heldFrom > versionFrom ? heldFrom : versionFrom,
  }
}

/** So long after the last time, on a workday, and not before today; none while the calendar lacks the year. */
function dueDayOf(calendar: WorkCalendar, per: PerSubject, since: Day, today: Day): Day | undefined {
  const latest = addDays(since, per.unit === 'day' ? per.days : per.days * daysForWorkday + 30)
  if (!calendar.years.has(Number(latest.slice(0, 4)))) return undefined
  const due = per.unit === 'day' ? addDays(since, per.days) : addWorkdays(calendar, since, per.days)
  return nextWorkday(calendar, due < today ? today : due)
}

function fixed(duty: DutyHeld, one: SubjectDue) {
  const { responsibilityId, dutyId, positionId, unitId, name, cadence, handling } = duty
  return {
    title: Object.fromEntries(
      Object.entries(name).map(([language, text]) => [language, `${text} · ${one.subjectName}`]),
    ),
    origin: 'duty' as const,
    responsibilityId,
    dutyId,
    positionId,
    unitId,
    subjectId: one.subjectId,
    periodFrom: one.since,
    quantityDue: cadence.times,
    onceKey: `${prefixOf(duty)}${one.subjectId}:${one.since}`,
    note: '',
    givenBy: null,
    countsKind: handling.counts?.factKind ?? null,
    hasSubtasks: handling.subtasks.length > 0,
  }
}

function prefixOf(duty: DutyHeld): string {
  return `${duty.responsibilityId}:${duty.dutyKey}:subject:`
}
