import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** Records an invitation; earlier ones to the same are over. */
export async function replaceInvitation(
  ctx: Context,
  { tokenHash, accountId, expiresAt }: { tokenHash: Buffer; accountId: string | null; expiresAt: Date },
): Promise<void> {
  await endInvitations(ctx, accountId)
  await ctx.db
    .insertInto('invitation')
    .values({ token_hash: tokenHash, tenant_id: ctx.tenantId, account_id: accountId, expires_at: expiresAt })
    .execute()
}

export async function endInvitations(ctx: Context, accountId: string | null): Promise<void> {
  await ctx.db
    .deleteFrom('invitation')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', 'is not distinct from', accountId)
    .execute()
}

export type OpenInvitation = { tenantId: string; accountId: string | null }

/** Whose an unused, running invitation is. Asked before a tenant is known. */
export async function findInvitation(
  db: Context['db'],
  tokenHash: Buffer,
  now: Date,
): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<OpenInvitation>`
    select tenant_id as "tenantId", account_id as "accountId" from kernel.invitation(${tokenHash}, ${now})`.execute(db)
  return rows[0]
}

/** Takes it up: true for the one who comes first. */
export async function useInvitation(ctx: Context, tokenHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select kernel.use_invitation(${tokenHash}, ${ctx.now}) as used`.execute(
    ctx.db,
  )
  return rows[0]?.used ?? false
}

export async function invitationExpiry(ctx: Context, tokenHash: Buffer): Promise<Date | undefined> {
  const row = await ctx.db
    .selectFrom('invitation')
    .select('expires_at')
    .where('tenant_id', '=', ctx.tenantId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.expires_at
}
