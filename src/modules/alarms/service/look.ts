import { structuralAlarms } from '#core/alarms'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { noticed, rightsWithoutDuty, silentIndicators, type AlarmKind, type Noticed } from '../rules.ts'
import { alarmKinds } from '../rules.ts'
import { closeAlarms, openAlarms, writeAlarms, type Kept } from '../store/alarm.ts'
import { grantedAccounts, governedRights } from '../store/rights.ts'
import { heldIndicators, lastFactDays } from '../store/silence.ts'
import { placesOf, situationOn } from '../store/situation.ts'

/** Notices everything that is wrong today, and lets go of what no longer is. */
export async function look(ctx: Context): Promise<void> {
  const structural = await ofOrganisation(ctx)
  await keep(ctx, [...structural, ...(await ofFigures(ctx))], alarmKinds)
}

/** The same without looking at facts: after each change of the organisation. */
export async function lookAtOrganisation(ctx: Context): Promise<void> {
  await keep(
    ctx,
    await ofOrganisation(ctx),
    alarmKinds.filter((kind) => kind !== 'no-data'),
  )
}

/** Asks for a look once the change that is being made stands. */
export async function lookSoon(ctx: Context): Promise<void> {
  await ctx.enqueue('alarms.lookSoon', {}, { onceKey: 'look' })
}

async function ofOrganisation(ctx: Context): Promise<Noticed[]> {
  const situation = await situationOn(ctx, ctx.today)
  const places = placesOf(situation)
  return [
    ...structuralAlarms(situation).map((alarm) => noticed(alarm, places)),
    ...rightsWithoutDuty(await grantedAccounts(ctx, ctx.today), await governedRights(ctx, ctx.today)),
  ]
}

async function ofFigures(ctx: Context): Promise<Noticed[]> {
  const noDataDays = await ctx.setting<number>('alarms.noDataDays')
  const held = await heldIndicators(ctx, ctx.today)
  const last = await lastFactDays(ctx, held, ctx.today, noDataDays)
  return silentIndicators(held, last, ctx.today, noDataDays)
}

/** Writes what is new, changes what is known, and resolves what of these kinds is no longer so. */
async function keep(ctx: Context, now: readonly Noticed[], kinds: readonly AlarmKind[]): Promise<void> {
  const open = await openAlarms(ctx, kinds)
  const known = new Map(open.map((alarm) => [alarm.key, alarm]))
  const seen = new Set(now.map((alarm) => alarm.key))
  const changed = now.filter((alarm) => {
    const before = known.get(alarm.key)
    return !before || before.placeId !== alarm.placeId || before.facts !== JSON.stringify(alarm.facts)
  })
  const gone = open.filter((alarm) => !seen.has(alarm.key))
  await writeAlarms(ctx, changed)
  await closeAlarms(
    ctx,
    gone.map((alarm) => alarm.id),
  )
  await tellResolved(ctx, gone)
  if (changed.length + gone.length > 0) await ctx.announce('alarms')
}

async function tellResolved(ctx: Context, gone: readonly Kept[]): Promise<void> {
  const byPerson = Map.groupBy(
    gone.filter((alarm) => alarm.assignedTo !== null),
    (alarm) => alarm.assignedTo ?? '',
  )
  for (const [personId, own] of byPerson)
    await tellPeople(ctx, [personId], {
      kind: 'alarms.resolved',
      facts: { count: own.length },
      link: '/alarms?state=resolved',
    })
}
