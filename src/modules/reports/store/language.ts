import type { Context } from '#kernel/context'

/** The language an account chose; null: that of the company. */
export async function languageOf(ctx: Context, accountId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('account')
    .select('language')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row?.language ?? null
}
