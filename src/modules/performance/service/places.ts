import type { Input, Output } from '#core/contract'
import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { notPublished, placeTaken } from '../problems.ts'
import { cutPlace, insertPlace, placeById, targetName } from '../store/places.ts'
import { requireScheme } from './schemes.ts'

type Routes = typeof routes

/** From a day on who sits there is judged by the scheme. Another scheme for the same periods has to end there first. */
export async function placeScheme(
  ctx: Context,
  input: Input<Routes['placeScheme']>,
): Promise<Output<Routes['placeScheme']>> {
  const { schemeId, kind, targetId, from } = input
  const scheme = await requireScheme(ctx, schemeId)
  const name = await targetName(ctx, kind, targetId, ctx.today)
  if (!name) throw notFound({ what: kind })
  if (!scheme.current) throw notPublished({})
  const id = ctx.newId()
  if (!(await insertPlace(ctx, { id, schemeId, period: scheme.period, kind, targetId, from })))
    throw placeTaken({ name: pick(name, ctx.language) })
  await ctx.audit({
    action: 'performance.place-scheme',
    target: `review-scheme/${schemeId}`,
    after: { kind, targetId, from },
  })
  await ctx.announce('performance')
  return { placeId: id }
}

export async function endPlace(
  ctx: Context,
  { placeId, from }: Input<Routes['endPlace']>,
): Promise<Output<Routes['endPlace']>> {
  const place = await placeById(ctx, placeId)
  if (!place) throw notFound({ what: 'review-place' })
  await cutPlace(ctx, place, from)
  await ctx.audit({
    action: 'performance.end-place',
    target: `review-scheme/${place.schemeId}`,
    before: place,
    after: { from },
  })
  await ctx.announce('performance')
  return { placeId }
}
