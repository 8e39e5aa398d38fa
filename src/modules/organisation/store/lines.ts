import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { ScopeSource } from '#kernel/bind'
import type { Context } from '#kernel/context'
import type { Db } from '#kernel/database'
import { personName } from '../person-name.ts'
import { dottedPartners } from './dotted-partners.ts'
import { byPrecedence } from './precedence.ts'

// asked before a context exists: the tenant is the one the connection has entered
const tenant = sql<string>`current_setting('remit.tenant')::uuid`

export const scopes: ScopeSource = { subtree, reportsOf, partnersOf: dottedPartners, knows, namesOf }

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

/** What people are called in a language; see `personName`. */
export async function namesOf(
  db: Db,
  personIds: readonly string[],
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'latin_name'])
    .where('tenant_id', '=', tenant)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...personIds]))))
    .execute()
  return new Map(rows.map(({ id, name, latin_name: latinName }) => [id, personName({ name, latinName }, language)]))
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

/** Somebody above somebody: `level` 1 is the one they answer to, 2 whom that one answers to in the same line, and so on. */
export type Superior = {
  readonly personId: string
  readonly managerId: string
  readonly managerPositionId: string
  readonly level: number
}

/**
 * Whom people answer to on a day, through their main position, level by level. A position nobody holds is skipped: its
 * role falls to the next above. Somebody acting on it holds it, so acting comes before inheritance; and comes before the
 * holder while that one is on a long absence. Oneself does not count.
 */
export async function linesAbove(
  ctx: Context,
  personIds: readonly string[],
  day: Day,
  levels: number,
): Promise<Superior[]> {
  const holder = sql`left join lateral (
      select h.person_id from assignment h
      where h.tenant_id = ${ctx.tenantId} and h.position_id = p.reports_to_id and h.person_id <> of.person_id and ${validOn('h', day)}
      order by ${byPrecedence('h', day)} limit 1) found on true`
  const { rows } = await sql<Superior>`
    with recursive line (person_id, position_id, holder_id, level, depth) as (
      select of.person_id, p.reports_to_id, found.person_id, (found.person_id is not null)::int, 1
      from assignment of
      join position_version p on p.tenant_id = of.tenant_id and p.position_id = of.position_id and ${validOn('p', day)}
      ${holder}
      where of.tenant_id = ${ctx.tenantId} and of.person_id = any(${[...personIds]}::uuid[]) and of.kind = 'main'
        and ${validOn('of', day)} and p.reports_to_id is not null
      union all
      select of.person_id, p.reports_to_id, found.person_id, of.level + (found.person_id is not null)::int, of.depth + 1
      from line of
      join position_version p on p.tenant_id = ${ctx.tenantId} and p.position_id = of.position_id and ${validOn('p', day)}
      ${holder}
      where of.level < ${levels} and of.depth < 100 and p.reports_to_id is not null
    )
    select person_id as "personId", holder_id as "managerId", position_id as "managerPositionId", level
    from line where holder_id is not null order by person_id, level`.execute(ctx.db)
  return rows
}

/** Whom each of these people answers to on a day; no entry at the top. */
export async function managersOf(ctx: Context, personIds: readonly string[], day: Day): Promise<Superior[]> {
  return linesAbove(ctx, personIds, day, 1)
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
    order by up.depth, ${byPrecedence('a', day)}`.execute(ctx.db)
  return rows.filter((row) => row.depth === rows[0]?.depth).map(({ depth: _depth, ...leader }) => leader)
}
