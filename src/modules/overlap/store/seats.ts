import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/** The position that is accountable for a responsibility today; undefined when none is, or a unit or person holds it. */
export async function accountablePosition(ctx: Context, responsibilityId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('holding as h')
    .select('h.position_id')
    .where('h.tenant_id', '=', ctx.tenantId)
    .where('h.responsibility_id', '=', responsibilityId)
    .where('h.raci', '=', 'accountable')
    .where('h.for_unit_id', 'is', null)
    .where(validOn('h', ctx.today))
    .executeTakeFirst()
  return row?.position_id ?? undefined
}

/** The position that leads a unit today. */
export async function leadPosition(ctx: Context, unitId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('position_version as p')
    .select('p.position_id')
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.unit_id', '=', unitId)
    .where('p.is_lead', '=', true)
    .where(validOn('p', ctx.today))
    .orderBy('p.position_id')
    .executeTakeFirst()
  return row?.position_id
}
