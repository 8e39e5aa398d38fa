import { sql } from 'kysely'
import type { Input } from '#core/contract'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Account, routes } from '../contract.ts'

type Filter = Input<(typeof routes)['listAccounts']>

type Row = Omit<Account, 'seenAt' | 'roles'> & {
  seenAt: Date | null
  roles: { roleId: string; unitId: string }[]
  total: number
}

export async function listAccountRows(ctx: Context, filter: Filter): Promise<{ rows: Account[]; total: number }> {
  const pattern = filter.search ? `%${filter.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null
  const where = sql`
    ${pattern === null ? sql`true` : sql`(a.login like ${pattern} or lower(a.name) like ${pattern})`}
    and ${stateIs(filter.state)}
    and ${
      filter.roleId
        ? sql`exists (select from account_role h where h.tenant_id = a.tenant_id and h.account_id = a.id
      and h.role_id = ${filter.roleId} and ${validOn('h', ctx.today)})`
        : sql`true`
    }`
  const page = sql`order by a.name, a.id limit ${filter.limit} offset ${filter.offset}`
  const rows = await select(ctx, where, page)
  const total = rows[0]?.total ?? (filter.offset > 0 ? ((await select(ctx, where, sql`limit 1`))[0]?.total ?? 0) : 0)
  return { rows: rows.map((row) => shown(ctx, row)), total }
}

export async function findAccount(ctx: Context, id: string): Promise<Account | undefined> {
  const [row] = await select(ctx, sql`a.id = ${id}`, sql``)
  return row && shown(ctx, row)
}

type Change = { name?: string | undefined; personId?: string | null | undefined; isDisabled?: boolean | undefined }

export async function changeAccount(ctx: Context, id: string, change: Change): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({
      version: sql`version + 1`,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.personId === undefined ? {} : { person_id: change.personId }),
      ...(change.isDisabled === undefined ? {} : { is_disabled: change.isDisabled }),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

async function select(ctx: Context, where: ReturnType<typeof sql>, page: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.login, a.name, a.person_id as "personId", a.is_disabled as "isDisabled",
      a.password_hash is not null as "hasPassword", a.version,
      (select count(*) from api_key k where k.tenant_id = a.tenant_id and k.created_by = a.id and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > ${ctx.now})) as "liveKeys",
      (select max(s.seen_at) from session s where s.tenant_id = a.tenant_id and s.account_id = a.id) as "seenAt",
      coalesce((select json_agg(json_build_object('roleId', h.role_id, 'unitId', h.unit_id) order by h.role_id, h.unit_id)
        from account_role h where h.tenant_id = a.tenant_id and h.account_id = a.id and ${validOn('h', ctx.today)}), '[]') as roles,
      count(*) over () as total
    from account a
    where a.tenant_id = ${ctx.tenantId} and ${ctx.visible('base.manage-accounts', { person: 'a.person_id' })} and ${where}
    ${page}`.execute(ctx.db)
  return rows
}

function stateIs(state: Filter['state']) {
  if (state === 'disabled') return sql`a.is_disabled`
  if (state === 'active') return sql`not a.is_disabled and a.password_hash is not null`
  if (state === 'invited') return sql`not a.is_disabled and a.password_hash is null`
  return sql`true`
}

function shown(ctx: Context, { total: _total, ...row }: Row): Account {
  return {
    ...row,
    seenAt: row.seenAt?.toISOString() ?? null,
    roles: row.roles.map(({ roleId, unitId }) => ({ roleId, unitId: unitId === ctx.tenantId ? null : unitId })),
  }
}
