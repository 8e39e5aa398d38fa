import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'

/** Ids in an input name things of this company, or nothing at all. */
export async function needKnown(
  ctx: Context,
  { unitId, jobFamilyId, personId }: { unitId?: string | null; jobFamilyId?: string | null; personId?: string },
): Promise<void> {
  if (unitId) await find(ctx, 'unit', unitId)
  if (jobFamilyId) await find(ctx, 'job_family', jobFamilyId)
  if (personId) await find(ctx, 'person', personId)
}

async function find(ctx: Context, table: 'unit' | 'job_family' | 'person', id: string): Promise<void> {
  const row = await ctx.db
    .selectFrom(table)
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound({ what: table })
}
