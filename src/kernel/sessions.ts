import { randomBytes } from 'node:crypto'
import { secretHash } from './credentials.ts'
import type { Context } from './context.ts'

const idleHours = 12
const longestDays = 7

/** 256 random bits; only their hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Opens a session for an account at its present epoch: a later change of password, roles or state ends it. */
export async function startSession(
  ctx: Context,
  { accountId, token, device }: { accountId: string; token: string; device: string },
): Promise<void> {
  const at = ctx.now.getTime()
  const account = await ctx.db
    .selectFrom('account')
    .select('auth_epoch')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('session')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      token_hash: secretHash(token),
      account_id: accountId,
      auth_epoch: account.auth_epoch,
      device,
      address: ctx.address,
      created_at: ctx.now,
      seen_at: ctx.now,
      idle_until: new Date(at + idleHours * 3_600_000),
      ends_at: new Date(at + longestDays * 86_400_000),
    })
    .execute()
}
