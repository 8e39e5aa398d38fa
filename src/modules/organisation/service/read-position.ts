import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { versionFor } from '../rules.ts'
import { dottedLinesAt } from '../store/dotted-lines.ts'
import { neighboursOf, positionsOn, positionVersions } from '../store/positions.ts'

export async function listPositions(
  ctx: Context,
  { on = ctx.today, ...filter }: Input<typeof routes.listPositions>,
): Promise<Output<typeof routes.listPositions>> {
  return positionsOn(ctx, on, filter)
}

/** A position with its whole timeline; a day on which it is not there shows the nearest on which it is. */
export async function readPosition(
  ctx: Context,
  { id, on = ctx.today }: Input<typeof routes.readPosition>,
): Promise<Output<typeof routes.readPosition>> {
  const versions = await positionVersions(ctx, id)
  const shown = versionFor(versions, on)
  if (!shown) throw notFound({ what: 'position' })
  const isThere = shown.from <= on && (shown.until === null || on < shown.until)
  const day = isThere ? on : shown.from
  const { rows } = await positionsOn(ctx, day, { ids: [id], limit: 1, offset: 0 })
  const position = rows[0]
  if (!position) throw notFound({ what: 'position' })
  return { ...position, versions, ...(await neighboursOf(ctx, id, day)), dotted: await dottedLinesAt(ctx, id) }
}
