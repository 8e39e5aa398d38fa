import type { Context } from '#kernel/context'

/** The secrets of a source that are good now, the newest first. They leave this module to the other system only. */
export async function goodSecrets(
  ctx: Context,
  sourceId: string,
): Promise<{ value: string; validUntil: Date | null }[]> {
  const rows = await ctx.db
    .selectFrom('source_secret')
    .select(['value', 'valid_until'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('source_id', '=', sourceId)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', ctx.now)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ value: row.value, validUntil: row.valid_until }))
}

/** Keeps a new secret; those before are good until a moment, or no longer. */
export async function keepSecret(ctx: Context, sourceId: string, value: string, oldUntil: Date | null): Promise<void> {
  if (oldUntil) {
    await ctx.db
      .updateTable('source_secret')
      .set({ valid_until: oldUntil })
      .where('tenant_id', '=', ctx.tenantId)
      .where('source_id', '=', sourceId)
      .where('valid_until', 'is', null)
      .execute()
  } else await forgetSecrets(ctx, sourceId)
  await ctx.db
    .insertInto('source_secret')
    .values({ tenant_id: ctx.tenantId, id: ctx.newId(), source_id: sourceId, value, created_at: ctx.now })
    .execute()
}

export async function forgetSecrets(ctx: Context, sourceId: string): Promise<void> {
  await ctx.db
    .deleteFrom('source_secret')
    .where('tenant_id', '=', ctx.tenantId)
    .where('source_id', '=', sourceId)
    .execute()
}
