import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { holdersOn } from '../store/holders.ts'
import { composedOf } from '../store/parts.ts'
import { findResponsibility } from '../store/responsibilities.ts'
import { contributedUses } from '../uses.ts'

type Routes = typeof routes

/** Everything that stands on a responsibility on a day: who holds it, what is made of it, and what other modules add. */
export async function readUses(
  ctx: Context,
  { responsibilityId, day = ctx.today }: Input<Routes['readUses']>,
): Promise<Output<Routes['readUses']>> {
  if (!(await findResponsibility(ctx, responsibilityId))) throw notFound({ what: 'responsibility' })
  const holders = await holdersOn(ctx, [responsibilityId], day)
  const once = <T extends { id: string }>(items: readonly T[]) => [
    ...new Map(items.map((item) => [item.id, item])).values(),
  ]
  return {
    day,
    positions: once(
      holders.flatMap(({ holder, positionId, positionTitle, unitName }) =>
        holder === 'position' && positionId
          ? [{ id: positionId, title: positionTitle ?? {}, unitName: unitName ?? {} }]
          : [],
      ),
    ),
    units: once(
      holders.flatMap(({ holder, unitId, unitName }) =>
        holder === 'unit' && unitId ? [{ id: unitId, name: unitName ?? {} }] : [],
      ),
    ),
    people: once(holders.flatMap(({ people }) => people.map(({ personId, name }) => ({ id: personId, name })))),
    wholes: await composedOf(ctx, responsibilityId, day),
    uses: await contributedUses(ctx, responsibilityId),
  }
}

/** The permissions a responsibility can carry, by module. */
export async function listRights(ctx: Context): Promise<Output<Routes['listRights']>> {
  return ctx.house.manifests
    .filter((manifest) => ctx.isOn(manifest.name) && manifest.permissions.length > 0)
    .map((manifest) => ({ module: manifest.name, permissions: [...manifest.permissions] }))
}
