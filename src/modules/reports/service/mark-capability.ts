import { addDays } from '#core/calendar'
import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'
import { seatsIn } from '#modules/indicators'
import type { routes } from '../contract.ts'
import { noSuchCapability } from '../problems.ts'
import { capabilityKey } from '../rules/gaps.ts'
import { capabilitiesOf } from '../store/circumstances.ts'
import { marksOf, removeMark, writeMark } from '../store/marks.ts'
import { personOn } from './people.ts'

/** Says what somebody can and can't, of what their responsibilities ask for. The person sees it in their own report. */
export async function markCapability(
  ctx: Context,
  { personId, name, has }: Input<(typeof routes)['markCapability']>,
): Promise<{ personId: string }> {
  const member = await personOn(ctx, ctx.today, personId)
  if (!ctx.may('reports.mark', { personId, unitId: member.unitId })) throw forbidden({ permission: 'reports.mark' })
  const seats = await seatsIn(ctx, 'indicators.read', [personId], { from: ctx.today, until: addDays(ctx.today, 1) })
  const held = seats.filter((seat) => seat.isVisible).map((seat) => seat.responsibilityId)
  const capability = capabilityKey(name)
  const asked = [...(await capabilitiesOf(ctx, held, ctx.today)).values()].flat()
  const known = asked.find((one) => capabilityKey(one) === capability)
  if (!known) throw noSuchCapability({ name: name[ctx.language] ?? capability })
  const before = (await marksOf(ctx, [personId])).get(personId)?.get(capability) ?? null
  if (has === null) await removeMark(ctx, personId, capability)
  else await writeMark(ctx, { personId, capability, name: known }, has)
  await ctx.audit({
    action: 'reports.mark-capability',
    target: `person/${personId}`,
    before: { capability, has: before },
    after: { capability, has },
  })
  await ctx.announce('reports')
  return { personId }
}
