import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { versionFor } from '../rules.ts'
import { legalEntityOf } from '../store/legal-entity.ts'
import { whoLeads } from '../store/lines.ts'
import { personNames } from '../store/persons.ts'
import { pathTo, unitsOn, unitVersions } from '../store/units.ts'

export async function listUnits(ctx: Context, { on = ctx.today }: Input<typeof routes.listUnits>) {
  return unitsOn(ctx, on)
}

/** A unit with its whole timeline; the version shown is that of the day, else the nearest. */
export async function readUnit(
  ctx: Context,
  { id, on = ctx.today }: Input<typeof routes.readUnit>,
): Promise<Output<typeof routes.readUnit>> {
  const versions = await unitVersions(ctx, id)
  const shown = versionFor(versions, on)
  if (!shown) throw notFound({ what: 'unit' })
  const seats = (await unitsOn(ctx, on)).find((unit) => unit.id === id)
  const leads = await whoLeads(ctx, id, on)
  const names = await personNames(
    ctx,
    leads.map((leader) => leader.personId),
  )
  return {
    id,
    ...shown,
    headcount: seats?.headcount ?? 0,
    seated: seats?.seated ?? 0,
    beside: seats?.beside ?? 0,
    versions,
    legalEntity: await legalEntityOf(ctx, id),
    path: await pathTo(ctx, id, on),
    leaders: leads.map((leader) => ({ ...leader, name: names.get(leader.personId) ?? '' })),
  }
}
