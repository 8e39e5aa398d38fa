import type { Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Held, routes } from '../contract.ts'
import { heldByPositions, responsibilitiesOf, type HeldResponsibility } from '../store/held.ts'
import { partnersOfPosition } from '../store/partners.ts'
import { wholeVersions } from './whole-versions.ts'

type Routes = typeof routes

/** What I hold; empty for an account that belongs to nobody. */
export async function myResponsibilities(
  ctx: Context,
  input: Input<Routes['myResponsibilities']>,
): Promise<Output<Routes['myResponsibilities']>> {
  const day = input.day ?? ctx.today
  if (!ctx.actor.personId) return { day, items: [] }
  return { day, items: await withVersions(ctx, await responsibilitiesOf(ctx, ctx.actor.personId, day), day) }
}

export async function personResponsibilities(
  ctx: Context,
  input: Input<Routes['personResponsibilities']>,
): Promise<Output<Routes['personResponsibilities']>> {
  const day = input.day ?? ctx.today
  const person = await ctx.db
    .selectFrom('person as n')
    .leftJoin('assignment as a', (on) =>
      on.onRef('a.tenant_id', '=', 'n.tenant_id').onRef('a.person_id', '=', 'n.id').on(validOn('a', day)),
    )
    .leftJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id').on(validOn('p', day)),
    )
    .select('n.id')
    .where('n.tenant_id', '=', ctx.tenantId)
    .where('n.id', '=', input.personId)
    .where(ctx.visible('responsibilities.read', { person: 'n.id', unit: 'p.unit_id' }))
    .executeTakeFirst()
  if (!person) throw notFound({ what: 'person' })
  return { day, items: await withVersions(ctx, await responsibilitiesOf(ctx, person.id, day), day) }
}

export async function positionResponsibilities(
  ctx: Context,
  input: Input<Routes['positionResponsibilities']>,
): Promise<Output<Routes['positionResponsibilities']>> {
  const day = input.day ?? ctx.today
  await positionSeen(ctx, input.positionId, day)
  const items = await withVersions(ctx, await heldByPositions(ctx, [input.positionId], day), day)
  return { day, totalPermille: items.reduce((sum, item) => sum + item.weightPermille, 0), items }
}

/** With whom a position must work, by the roles others hold in its responsibilities. */
export async function positionPartners(
  ctx: Context,
  input: Input<Routes['positionPartners']>,
): Promise<Output<Routes['positionPartners']>> {
  const day = input.day ?? ctx.today
  await positionSeen(ctx, input.positionId, day)
  return { day, items: await partnersOfPosition(ctx, input.positionId, day) }
}

async function positionSeen(ctx: Context, positionId: string, day: Day): Promise<void> {
  const position = await ctx.db
    .selectFrom('position_version as p')
    .select('p.position_id')
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.position_id', '=', positionId)
    .where(validOn('p', day))
    .where(ctx.visible('responsibilities.read', { unit: 'p.unit_id' }))
    .executeTakeFirst()
  if (!position) throw notFound({ what: 'position' })
}

async function withVersions(ctx: Context, held: readonly HeldResponsibility[], day: Day): Promise<Held[]> {
  const versions = await wholeVersions(ctx, held, day)
  return held.flatMap(({ versionId: _versionId, racis, ...one }, at) => {
    const version = versions[at]?.whole
    return version ? [{ ...one, racis: [...racis], version }] : []
  })
}
