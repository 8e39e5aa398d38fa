import { addDays } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import type { routes } from '../contract.ts'
import { alreadyResolved, badMuteDay } from '../problems.ts'
import { alarmsToDecide, changeAlarms, type Decided } from '../store/alarm.ts'
import { mayBeAsked } from '../store/person.ts'

type Routes = typeof routes
const permission = 'alarms.decide'
const longestMuteDays = 366

/** Names who is to see to alarms, and tells them; nobody takes them back from who had them. */
export async function assignAlarms(
  ctx: Context,
  { ids, personId }: Input<Routes['assignAlarms']>,
): Promise<Output<Routes['assignAlarms']>> {
  const alarms = await decidable(ctx, ids)
  if (personId && !(await mayBeAsked(ctx, personId))) throw notFound({ what: 'person' })
  const changed = alarms.filter((alarm) => alarm.assignedTo !== personId)
  await change(ctx, 'assign', changed, { assigned_to: personId, assigned_by: personId && ctx.actor.accountId })
  if (personId && changed.length > 0)
    await tellPeople(ctx, [personId], {
      kind: 'alarms.assigned',
      facts: { count: changed.length, by: ctx.actor.name },
      link: '/alarms?mine=true',
    })
  await ctx.emit('alarms.assigned', { ids: changed.map((alarm) => alarm.id), personId })
  return { changed: changed.length }
}

/** Takes alarms out of sight until a day, for a reason. They are still looked at, and resolve by themselves. */
export async function muteAlarms(
  ctx: Context,
  { ids, until, reason }: Input<Routes['muteAlarms']>,
): Promise<Output<Routes['muteAlarms']>> {
  const last = addDays(ctx.today, longestMuteDays)
  if (until <= ctx.today || until > last) throw badMuteDay({ until, from: addDays(ctx.today, 1), to: last })
  const alarms = await decidable(ctx, ids)
  await change(ctx, 'mute', alarms, { muted_until: until, mute_reason: reason, muted_by: ctx.actor.accountId })
  await ctx.emit('alarms.muted', { ids: alarms.map((alarm) => alarm.id), until })
  return { changed: alarms.length }
}

export async function unmuteAlarms(
  ctx: Context,
  { ids }: Input<Routes['unmuteAlarms']>,
): Promise<Output<Routes['unmuteAlarms']>> {
  const alarms = (await decidable(ctx, ids)).filter((alarm) => alarm.mutedUntil !== null)
  await change(ctx, 'unmute', alarms, { muted_until: null, mute_reason: null, muted_by: null })
  await ctx.emit('alarms.unmuted', { ids: alarms.map((alarm) => alarm.id) })
  return { changed: alarms.length }
}

/** All of them or none: one that is not there, not one's own to decide, or resolved meanwhile stops the whole. */
async function decidable(ctx: Context, ids: readonly string[]): Promise<Decided[]> {
  const alarms = await alarmsToDecide(ctx, ids)
  if (alarms.length < new Set(ids).size) throw notFound({ what: 'alarm' })
  if (alarms.some((alarm) => !ctx.may(permission, { unitId: alarm.placeId }))) throw forbidden({ permission })
  const resolvedOn = alarms.find((alarm) => alarm.resolvedOn !== null)?.resolvedOn
  if (resolvedOn) throw alreadyResolved({ resolvedOn })
  return alarms
}

async function change(ctx: Context, verb: string, alarms: readonly Decided[], to: Parameters<typeof changeAlarms>[2]) {
  if (alarms.length === 0) return
  await changeAlarms(
    ctx,
    alarms.map((alarm) => alarm.id),
    to,
  )
  for (const alarm of alarms)
    await ctx.audit({
      action: `alarms.${verb}`,
      target: `alarm/${alarm.id}`,
      before: { assignedTo: alarm.assignedTo, mutedUntil: alarm.mutedUntil },
      after: to,
    })
  await ctx.announce('alarms')
}
