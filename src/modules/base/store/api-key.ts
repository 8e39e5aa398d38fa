import type { Context } from '#kernel/context'
import type { ApiKey } from '../contract.ts'

export async function listKeys(ctx: Context, limit: number): Promise<ApiKey[]> {
  const rows = await ctx.db
    .selectFrom('api_key as k')
    .leftJoin('account as a', (join) =>
      join.onRef('a.tenant_id', '=', 'k.tenant_id').onRef('a.id', '=', 'k.created_by'),
    )
    .select(['k.id', 'k.name', 'k.permissions', 'a.name as createdBy', 'k.created_at', 'k.expires_at', 'k.revoked_at'])
    .where('k.tenant_id', '=', ctx.tenantId)
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    createdBy: row.createdBy,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}

export async function insertKey(
  ctx: Context,
  key: { id: string; name: string; permissions: readonly string[]; secretHash: Buffer; expiresAt: Date },
): Promise<void> {
  await ctx.db
    .insertInto('api_key')
    .values({
      tenant_id: ctx.tenantId,
      id: key.id,
      name: key.name,
      secret_hash: key.secretHash,
      permissions: [...key.permissions],
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
      expires_at: key.expiresAt,
    })
    .execute()
}

/** Ends a key; false when there is none that still works. */
export async function revokeKey(ctx: Context, id: string): Promise<boolean> {
  const result = await ctx.db
    .updateTable('api_key')
    .set({ revoked_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A key outlives nobody: with the account that made it, it ends. */
export async function revokeKeysOf(ctx: Context, accountId: string): Promise<void> {
  await ctx.db
    .updateTable('api_key')
    .set({ revoked_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('created_by', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}
