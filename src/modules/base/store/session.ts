import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { OpenSession } from '../contract.ts'

/** The tenant of a company code; without a code the only tenant there is. */
export async function findTenant(db: Context['db'], company: string | undefined): Promise<string | null> {
  const { rows } = await (
    company
      ? sql<{ id: string | null }>`select kernel.tenant_by_slug(${company}) as id`
      : sql<{ id: string | null }>`select kernel.only_tenant() as id`
  ).execute(db)
  return rows[0]?.id ?? null
}

/** Addresses an account was signed in from and still is. */
export async function addressesOf(ctx: Context, accountId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('session')
    .select('address')
    .distinct()
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .limit(200)
    .execute()
  return rows.map((row) => row.address)
}

export async function sessionsOf(ctx: Context, accountId: string): Promise<OpenSession[]> {
  const rows = await ctx.db
    .selectFrom('session as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.id', '=', 's.account_id'),
    )
    .select(['s.id', 's.device', 's.address', 's.created_at', 's.seen_at'])
    .where('s.tenant_id', '=', ctx.tenantId)
    .where('s.account_id', '=', accountId)
    .whereRef('s.auth_epoch', '=', 'a.auth_epoch')
    .where('s.idle_until', '>', ctx.now)
    .where('s.ends_at', '>', ctx.now)
    .orderBy('s.seen_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    isThis: row.id === ctx.actor.sessionId,
  }))
}

/** Ends one session of an account; says whether there was one. */
export async function deleteSession(ctx: Context, accountId: string, sessionId: string): Promise<boolean> {
  const result = await ctx.db
    .deleteFrom('session')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Lifts one session to a new epoch; all others of the account are gone. */
export async function keepOnly(
  ctx: Context,
  accountId: string,
  sessionId: string | null,
  epoch: number,
): Promise<void> {
  const mine = ctx.db
    .updateTable('session')
    .set({ auth_epoch: epoch })
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
  if (sessionId) await mine.where('id', '=', sessionId).execute()
  await ctx.db
    .deleteFrom('session')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .where('auth_epoch', '<>', epoch)
    .execute()
  await ctx.announce('session', [accountId])
}
