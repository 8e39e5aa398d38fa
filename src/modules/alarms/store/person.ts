import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

/** Somebody with a seat today, whom one may see and so ask to see to something. */
export async function mayBeAsked(ctx: Context, personId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id'),
    )
    .select('a.id')
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.person_id', '=', personId)
    .where(validOn('a', ctx.today))
    .where(validOn('p', ctx.today))
    .where(ctx.visible('organisation.read', { person: 'a.person_id', unit: 'p.unit_id' }))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
