import { addDays } from '#core/calendar'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { awayBetween } from '#modules/organisation'
import { byPerson, isAway, standIn } from '../rules/doers.ts'
import { movableTasks, moveTasks, type Movable } from '../store/stand-ins.ts'

/** Absences further ahead than this are looked at when they come nearer. */
const aheadDays = 100

/**
 * Work that falls due while its holder is away goes to who stands in, and back when the holder is there after all, as long as
 * nothing of it was handed in. Each stand-in is told once.
 */
export async function moveToStandIns(ctx: Context): Promise<void> {
  const away = byPerson(await awayBetween(ctx, { from: ctx.today, until: addDays(ctx.today, aheadDays) }))
  const moves = (await movableTasks(ctx, [...away.keys()])).flatMap((task) => {
    const on = dayIn(ctx.timeZone, task.dueAt)
    const holder = task.forPersonId ?? task.personId
    const acting = task.actingIds.find((id) => id !== holder && !isAway(away, id, on))
    const named = isAway(away, holder, on) ? standIn(away, holder, on) : undefined
    const doer = isAway(away, holder, on) ? (named ?? acting ?? holder) : holder
    // who acts on the position keeps what was made for them
    const stays = doer === task.personId || (doer === holder && task.actingIds.includes(task.personId))
    return stays ? [] : [{ task, personId: doer, forPersonId: doer === holder ? null : holder }]
  })
  await moveTasks(
    ctx,
    moves.map(({ task: { id }, personId, forPersonId }) => ({ id, personId, forPersonId })),
  )
  if (moves.length > 0) await ctx.announce('tasks')
  for (const [personId, group] of Map.groupBy(moves, (one) => one.personId)) await tell(ctx, personId, group)
}

async function tell(ctx: Context, personId: string, group: readonly { task: Movable }[]): Promise<void> {
  const [first] = group
  if (!first) return
  await tellPeople(ctx, [personId], {
    kind: `tasks.stands-in${group.length > 1 ? '-many' : ''}`,
    facts: { title: first.task.title, count: group.length },
    link: group.length === 1 ? `/tasks/${first.task.id}` : '/',
  })
}
