import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Session } from '../contract.ts'

export type Credential = {
  id: string
  login: string
  name: string
  passwordHash: string | null
  isDisabled: boolean
  mustChangePassword: boolean
}

export async function accountByLogin(ctx: Context, login: string): Promise<Credential | undefined> {
  return credentials(ctx).where('login', '=', login).executeTakeFirst()
}

export async function accountById(ctx: Context, id: string): Promise<Credential | undefined> {
  return credentials(ctx).where('id', '=', id).executeTakeFirst()
}

export type NewAccount = {
  id: string
  login: string
  name: string
  personId: string | null
  passwordHash?: string
}

/** Adds an account unless its login is taken; says whether it did. */
export async function insertAccount(ctx: Context, account: NewAccount): Promise<boolean> {
  const result = await ctx.db
    .insertInto('account')
    .values({
      tenant_id: ctx.tenantId,
      id: account.id,
      login: account.login,
      name: account.name,
      person_id: account.personId,
      password_hash: account.passwordHash ?? null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'login']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Stores a new hash and raises the epoch: sessions opened before are dead. Returns the new epoch. */
export async function setPasswordHash(ctx: Context, accountId: string, passwordHash: string): Promise<number> {
  const row = await ctx.db
    .updateTable('account')
    .set({
      password_hash: passwordHash,
      must_change_password: false,
      auth_epoch: sql`auth_epoch + 1`,
      version: sql`version + 1`,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .returning('auth_epoch')
    .executeTakeFirstOrThrow()
  return row.auth_epoch
}

/** The same password hashed at today's cost: nothing changed for anybody. */
export async function rehash(ctx: Context, accountId: string, passwordHash: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

export async function setLanguageOf(ctx: Context, accountId: string, language: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ language })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Ends all sessions of an account, and its open streams when the change commits. */
export async function killSessions(ctx: Context, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return
  await ctx.db
    .updateTable('account')
    .set({ auth_epoch: sql`auth_epoch + 1` })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', 'in', [...accountIds])
    .execute()
  await ctx.db
    .deleteFrom('session')
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', 'in', [...accountIds])
    .execute()
  await ctx.announce('session', accountIds)
}

function credentials(ctx: Context) {
  return ctx.db
    .selectFrom('account')
    .select([
      'id',
      'login',
      'name',
      'password_hash as passwordHash',
      'is_disabled as isDisabled',
      'must_change_password as mustChangePassword',
    ])
    .where('tenant_id', '=', ctx.tenantId)
}

/** Names of the accounts among these logins that may sign in. */
export async function accountsByLogin(ctx: Context, logins: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('account')
    .select(['login', 'name'])
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`login = any(${[...logins]}::text[])`)
    .where('is_disabled', '=', false)
    .execute()
  return new Map(rows.map((row) => [row.login, row.name]))
}

export async function ownAccount(ctx: Context, id: string): Promise<NonNullable<Session['account']>> {
  return ctx.db
    .selectFrom('account')
    .select(['id', 'name', 'login', 'person_id as personId', 'language', 'must_change_password as mustChangePassword'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
