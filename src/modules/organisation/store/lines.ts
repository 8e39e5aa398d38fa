import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { ScopeSource } from '#kernel/bind'
import type { Context } from '#kernel/context'
import type { Db } from '#kernel/database'

// asked before a context exists: the tenant is the one the connection has entered
const tenant = sql<string>`current_setting('remit.tenant')::uuid`

export const scopes: ScopeSource = { subtree, reportsOf, knows }

/** Is there such a person, such a unit? */
export async function knows(db: Db, what: 'person' | 'unit', id: string): Promise<boolean> {
  const found = await db
    .selectFrom(what)
    .select('id')
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** The units themselves and all below them on a day. */
export async function subtree(db: Db, unitIds: readonly string[], on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below (id) as (
      select unnest(${[...unitIds]}::uuid[])
      union
      select u.unit_id from below b join unit_version u on u.tenant_id = ${tenant} and u.parent_id = b.id and ${validOn('u', on)}
    ) select id from below`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Everybody below a person in the lines of a day. Lines run between positions, so the people below a vacant
 * position belong to whoever stands above it.
 */
export async function reportsOf(db: Db, personId: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive held (id) as (
      select a.position_id from assignment a
      where a.tenant_id = ${tenant} and a.person_id = ${personId} and ${validOn('a', on)}
    ), below (id) as (
      select p.position_id from held h join position_version p on p.tenant_id = ${tenant} and p.reports_to_id = h.id and ${validOn('p', on)}
      union
      select p.position_id from below b join position_version p on p.tenant_id = ${tenant} and p.reports_to_id = b.id and ${validOn('p', on)}
    )
    select distinct a.person_id as id
    from below b join assignment a on a.tenant_id = ${tenant} and a.position_id = b.id and ${validOn('a', on)}
    where a.person_id <> ${personId}`.execute(db)
  return rows.map((row) => row.id)
}

export type Superior = { readonly personId: string; readonly managerId: string; readonly managerPositionId: string }

/**
 * Whom people answer to on a day, through their main position: the holder of the nearest position above that is not
 * vacant. Oneself does not count, nor does a position without a holder. Of several holders the main one comes first.
 */
export async function managersOf(ctx: Context, personIds: readonly string[], day: Day): Promise<Superior[]> {
  const { rows } = await sql<Superior>`
    with recursive line (person_id, position_id, depth) as (
      select a.person_id, p.reports_to_id, 1
      from assignment a join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${validOn('p', day)}
      where a.tenant_id = ${ctx.tenantId} and a.person_id = any(${[...personIds]}::uuid[]) and a.kind = 'main' and ${validOn('a', day)}
        and p.reports_to_id is not null
      union all
      select l.person_id, p.reports_to_id, l.depth + 1
      from line l join position_version p on p.tenant_id = ${ctx.tenantId} and p.position_id = l.position_id and ${validOn('p', day)}
      where p.reports_to_id is not null and l.depth < 100
        and not exists (
          select from assignment h where h.tenant_id = ${ctx.tenantId} and h.position_id = l.position_id
            and h.person_id <> l.person_id and ${validOn('h', day)})
    )
    select distinct on (l.person_id) l.person_id as "personId", h.person_id as "managerId", h.position_id as "managerPositionId"
    from line l join assignment h on h.tenant_id = ${ctx.tenantId} and h.position_id = l.position_id
      and h.person_id <> l.person_id and ${validOn('h', day)}
    order by l.person_id, l.depth, array_position(array['main', 'acting', 'concurrent'], h.kind), h.valid_from, h.id`.execute(
    ctx.db,
  )
  return rows
}

export type Leader = { readonly personId: string; readonly positionId: string; readonly unitId: string }

/** Who leads a unit on a day: the holders of its leading positions, else those of the nearest unit above that has any. */
export async function whoLeads(ctx: Context, unitId: string, day: Day): Promise<Leader[]> {
  const { rows } = await sql<Leader & { depth: number }>`
    with recursive up (id, depth) as (
      select ${unitId}::uuid, 0
      union all
      select u.parent_id, up.depth + 1 from up
      join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = up.id and ${validOn('u', day)}
      where u.parent_id is not null and up.depth < 100
    )
    select a.person_id as "personId", p.position_id as "positionId", p.unit_id as "unitId", up.depth
    from up
    join position_version p on p.tenant_id = ${ctx.tenantId} and p.unit_id = up.id and p.is_lead and ${validOn('p', day)}
    join assignment a on a.tenant_id = ${ctx.tenantId} and a.position_id = p.position_id and ${validOn('a', day)}
    order by up.depth, array_position(array['main', 'acting', 'concurrent'], a.kind), a.valid_from, a.id`.execute(
    ctx.db,
  )
  return rows.filter((row) => row.depth === rows[0]?.depth).map(({ depth: _depth, ...leader }) => leader)
}
