import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type Recipient = { readonly accountId: string; readonly personId: string | null; readonly name: string }

export async function recipientsOf(
  ctx: Context,
  scheduleIds: readonly string[],
): Promise<(Recipient & { scheduleId: string })[]> {
  return ctx.db
    .selectFrom('report_recipient as r')
    .innerJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.account_id'))
    .select(['r.schedule_id as scheduleId', 'a.id as accountId', 'a.person_id as personId', 'a.name'])
    .where('r.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`r.schedule_id = any(${[...scheduleIds]}::uuid[])`)
    .where('a.is_disabled', '=', false)
    .orderBy('a.name')
    .execute()
}

export async function writeRecipients(ctx: Context, scheduleId: string, accountIds: readonly string[]): Promise<void> {
  const own = { tenant_id: ctx.tenantId, schedule_id: scheduleId }
  await ctx.db
    .deleteFrom('report_recipient')
    .where('tenant_id', '=', ctx.tenantId)
    .where('schedule_id', '=', scheduleId)
    .execute()
  await ctx.db
    .insertInto('report_recipient')
    .values([...new Set(accountIds)].map((accountId) => ({ ...own, account_id: accountId })))
    .execute()
}

/** The accounts of people that can sign in. */
export async function accountsOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('is_disabled', '=', false)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id ?? '', row.id]))
}

export type Session = { readonly authEpoch: number; readonly structureVersion: number; readonly email: string | null }

/** What the rights of an account are made of, and where it gets mail; nothing for one that can't sign in. */
export async function accountNow(ctx: Context, accountId: string): Promise<Session | undefined> {
  return ctx.db
    .selectFrom('account as a')
    .innerJoin('tenant as t', 't.id', 'a.tenant_id')
    .leftJoin('person as p', (on) => on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.person_id'))
    .select(['a.auth_epoch as authEpoch', 't.structure_version as structureVersion', 'p.email'])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where('a.id', '=', accountId)
    .where('a.is_disabled', '=', false)
    .executeTakeFirst()
}
