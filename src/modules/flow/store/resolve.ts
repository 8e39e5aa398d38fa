import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** The people whose accounts hold a role today, given for the whole firm or for a unit of the line. */
export async function roleHolders(ctx: Context, role: string, unitLine: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.person_id as id from role r
    join account_role h on h.tenant_id = r.tenant_id and h.role_id = r.id and ${validOn('h', ctx.today)}
      and (h.unit_id = ${ctx.tenantId} or h.unit_id = any(${[...unitLine]}::uuid[]))
    join account a on a.tenant_id = h.tenant_id and a.id = h.account_id and not a.is_disabled and a.person_id is not null
    where r.tenant_id = ${ctx.tenantId} and (r.key = ${role} or r.id::text = ${role})
    order by a.person_id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** Everybody with a seat in a unit itself. */
export async function unitMembers(ctx: Context, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.person_id as id from position_version p
    join assignment a on a.tenant_id = p.tenant_id and a.position_id = p.position_id and ${validOn('a', ctx.today)}
    where p.tenant_id = ${ctx.tenantId} and p.unit_id = ${unitId} and ${validOn('p', ctx.today)}
    order by a.person_id limit 1000`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** A unit and all above it today, the nearest first. */
export async function lineOfUnit(ctx: Context, unitId: string | null): Promise<string[]> {
  if (unitId === null) return []
  const { rows } = await sql<{ id: string }>`
    with recursive up (id, depth) as (
      select ${unitId}::uuid, 0
      union all
      select u.parent_id, up.depth + 1 from up
      join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = up.id and ${validOn('u', ctx.today)}
      where u.parent_id is not null and up.depth < 100
    ) select id from up order by depth`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** The id of a thing that is named by its id or its code; `undefined` when there is none. */
export async function idOf(
  ctx: Context,
  what: 'responsibility' | 'position' | 'unit',
  named: string,
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom(what)
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where(isUuid(named) ? 'id' : 'code', '=', named)
    .executeTakeFirst()
  return row?.id
}

/** The unit of a person's main seat today. */
export async function homeOf(ctx: Context, personId: string): Promise<string | null> {
  const { rows } = await sql<{ unitId: string }>`
    select p.unit_id as "unitId" from assignment a
    join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${validOn('p', ctx.today)}
    where a.tenant_id = ${ctx.tenantId} and a.person_id = ${personId} and ${validOn('a', ctx.today)}
    order by a.kind = 'main' desc, a.share_permille desc limit 1`.execute(ctx.db)
  return rows[0]?.unitId ?? null
}
