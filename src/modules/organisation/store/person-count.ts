import type { Context } from '#kernel/context'
import type { House } from '#kernel/house'

type Counted = { readonly version: number; readonly total: number }

const kept = new WeakMap<House, Map<string, Counted>>()

/**
 * How many people there are. Whoever adds somebody changes the structure, so it is counted again only when that has
 * changed: counting tens of thousands for every page of a list is felt.
 */
export async function countPeople(ctx: Context): Promise<number> {
  const counts = kept.get(ctx.house) ?? new Map<string, Counted>()
  kept.set(ctx.house, counts)
  const { structure_version: version } = await ctx.db
    .selectFrom('tenant')
    .select('structure_version')
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  const known = counts.get(ctx.tenantId)
  if (known?.version === version) return known.total
  const { total } = await ctx.db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('tenant_id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  counts.set(ctx.tenantId, { version, total })
  return total
}
