import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { Notification } from '../contract.ts'

export type Telling = {
  /** `module.kind`: the key of the sentence. */
  kind: string
  facts: Record<string, unknown>
  /** Path of the page it leads to. */
  link: string
  /** The same key is told an account once, however often it is tried. */
  onceKey?: string
}

/** Writes one row for each account named, or belonging to one of the people; returns the accounts told. */
export async function insertNotifications(
  ctx: Context,
  to: { accountIds: readonly string[] } | { personIds: readonly string[] },
  { kind, facts, link, onceKey }: Telling,
): Promise<string[]> {
  const whom =
    'accountIds' in to
      ? sql`id = any(${[...to.accountIds]}::uuid[])`
      : sql`person_id = any(${[...to.personIds]}::uuid[])`
  const { rows } = await sql<{ account_id: string }>`
    insert into notification (tenant_id, id, account_id, kind, facts, link, at, once_key)
    select tenant_id, gen_random_uuid(), id, ${kind}, ${JSON.stringify(facts)}::jsonb, ${link}, ${ctx.now}, ${onceKey ?? null}
    from account where tenant_id = ${ctx.tenantId} and not is_disabled and ${whom}
    on conflict do nothing
    returning account_id`.execute(ctx.db)
  return rows.map((row) => row.account_id)
}

/** One row for each account of each person, whose facts differ; in one statement. Returns the accounts told. */
export async function insertEach(
  ctx: Context,
  tellings: readonly (Telling & { personId: string })[],
): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    insert into notification (tenant_id, id, account_id, kind, facts, link, at, once_key)
    select a.tenant_id, gen_random_uuid(), a.id, n.kind, n.facts, n.link, ${ctx.now}, n."onceKey"
    from json_to_recordset(${JSON.stringify(tellings)}::json) as n("personId" uuid, kind text, facts jsonb, link text, "onceKey" text)
    join account a on a.tenant_id = ${ctx.tenantId} and a.person_id = n."personId" and not a.is_disabled
    on conflict do nothing
    returning account_id`.execute(ctx.db)
  return [...new Set(rows.map((row) => row.account_id))]
}

export async function notificationsOf(
  ctx: Context,
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<Notification[]> {
  const rows = await ctx.db
    .selectFrom('notification')
    .select(['id', 'kind', 'facts', 'link', 'at', 'read_at'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .orderBy(sql`read_at is not null`)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    facts: row.facts as Record<string, unknown>,
    link: row.link,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }))
}

export async function countNotifications(ctx: Context, accountId: string): Promise<{ total: number; unread: number }> {
  return ctx.db
    .selectFrom('notification')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
    ])
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
}

export async function markNotifications(
  ctx: Context,
  accountId: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  let query = ctx.db
    .updateTable('notification')
    .set({ read_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
  if (ids) query = query.where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
  await query.execute()
}
