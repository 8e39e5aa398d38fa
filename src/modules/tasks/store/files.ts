import type { Context } from '#kernel/context'

/** What files are called; in the order of the ids. */
export async function fileNames(ctx: Context, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('file')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', 'in', [...ids])
    .where('uploaded_by', '=', ctx.actor.accountId)
    .select(['id', 'name'])
    .execute()
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}
