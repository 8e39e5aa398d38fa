import { sql } from 'kysely'
import type { Input, Output } from '#core/contract'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { CostCentre, CostShare, routes } from '../contract.ts'
import { sharesNotWhole, sharesTwice } from '../problems.ts'
import { needKnown } from './known.ts'
import { endOn, makeRoom } from './timeline.ts'

type Routes = typeof routes
type Answer<K extends keyof Routes> = Promise<Output<Routes[K]>>

export async function listCostCentres(ctx: Context): Answer<'listCostCentres'> {
  const { rows } = await sql<CostCentre>`
    select c.id, c.version, c.code, c.name, c.unit_id as "unitId", u.name as "unitName", c.valid_from as from, c.valid_until as until
    from cost_centre c
    left join unit_version u on u.tenant_id = c.tenant_id and u.unit_id = c.unit_id and ${validOn('u', ctx.today)}
    where c.tenant_id = ${ctx.tenantId} and (c.valid_until is null or c.valid_until > ${ctx.today})
    order by c.code, c.valid_from limit 2000`.execute(ctx.db)
  return rows
}

export async function setCostCentre(ctx: Context, input: Input<Routes['setCostCentre']>): Answer<'setCostCentre'> {
  const { code, name, unitId, from } = input
  await needKnown(ctx, { unitId })
  await makeRoom(ctx, 'cost_centre', 'unit_id', unitId, from)
  const id = ctx.newId()
  await ctx.db
    .insertInto('cost_centre')
    .values({ tenant_id: ctx.tenantId, id, code, name: JSON.stringify(name), unit_id: unitId, valid_from: from })
    .execute()
  await ctx.audit({ action: 'finance.set-cost-centre', target: `cost-centre/${id}`, after: input })
  await ctx.announce('finance')
  return { id, version: 1 }
}

export function endCostCentre(ctx: Context, input: Input<Routes['endCostCentre']>): Answer<'endCostCentre'> {
  return endOn(ctx, 'cost_centre', input)
}

export async function listCostShares(
  ctx: Context,
  { limit, offset }: Input<Routes['listCostShares']>,
): Answer<'listCostShares'> {
  const { rows } = await sql<CostShare>`
    select c.id, c.version, c.person_id as "personId", ${nameIn(ctx, 'p')} as "personName", c.reason,
      c.valid_from as from, c.valid_until as until,
      (select jsonb_agg(jsonb_build_object('unitId', s->'unitId', 'unitName', u.name, 'permille', s->'permille') order by at)
        from jsonb_array_elements(c.shares) with ordinality e(s, at)
        left join unit_version u on u.tenant_id = c.tenant_id and u.unit_id = (s->>'unitId')::uuid and ${validOn('u', ctx.today)}) as shares
    from cost_share c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    where c.tenant_id = ${ctx.tenantId} and ${ctx.visible('finance.read', { person: 'c.person_id' })}
      and (c.valid_until is null or c.valid_until > ${ctx.today})
    order by p.number, c.valid_from limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

export async function setCostShare(ctx: Context, input: Input<Routes['setCostShare']>): Answer<'setCostShare'> {
  const { personId, shares, reason, from } = input
  const permille = shares.reduce((sum, share) => sum + share.permille, 0)
  if (permille !== 1000) throw sharesNotWhole({ permille })
  if (new Set(shares.map((share) => share.unitId)).size < shares.length) throw sharesTwice({})
  await needKnown(ctx, { personId })
  for (const { unitId } of shares) await needKnown(ctx, { unitId })
  await makeRoom(ctx, 'cost_share', 'person_id', personId, from)
  const id = ctx.newId()
  await ctx.db
    .insertInto('cost_share')
    .values({
      tenant_id: ctx.tenantId,
      id,
      person_id: personId,
      shares: JSON.stringify(shares),
      reason,
      valid_from: from,
    })
    .execute()
  await ctx.audit({ action: 'finance.set-cost-share', target: `person/${personId}`, after: input })
  await ctx.announce('finance')
  return { id, version: 1 }
}

export function endCostShare(ctx: Context, input: Input<Routes['endCostShare']>): Answer<'endCostShare'> {
  return endOn(ctx, 'cost_share', input)
}
