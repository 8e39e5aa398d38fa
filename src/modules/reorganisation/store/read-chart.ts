import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Chart, Holding, Owned, PositionVersion, Seat, UnitVersion } from '#core/reorganisation'
import type { Context } from '#kernel/context'

/**
 * The organisation from a day on: what ended before it can't matter to changes from then on. Of people only those asked
 * for are looked up: changes name them, rows tell of the others.
 */
export async function readWholeChart(ctx: Context, from: Day, personIds: Iterable<string> = []): Promise<Chart> {
  const lasting = (alias: string) => sql`${sql.ref(`${alias}.tenant_id`)} = ${ctx.tenantId}
    and (${sql.ref(`${alias}.valid_until`)} is null or ${sql.ref(`${alias}.valid_until`)} >= ${from})`
  const units = sql<UnitVersion>`
    select v.id, v.unit_id as "unitId", v.name, v.kind, v.parent_id as "parentId", v.sort_order as "sortOrder",
      v.valid_from as from, v.valid_until as until
    from unit_version v where ${lasting('v')}`
  const positions = sql<PositionVersion>`
    select v.id, v.position_id as "positionId", v.unit_id as "unitId", v.title, v.headcount,
      v.reports_to_id as "reportsToId", v.is_lead as "isLead", v.valid_from as from, v.valid_until as until
    from position_version v where ${lasting('v')}`
  const seats = sql<Seat>`
    select a.id, a.person_id as "personId", a.position_id as "positionId", a.kind, a.share_permille as "sharePermille",
      a.over_reason as "overReason", a.valid_from as from, a.valid_until as until
    from assignment a where ${lasting('a')}`
  const holdings = sql<Holding>`
    select h.id, h.responsibility_id as "responsibilityId", h.position_id as "positionId", h.unit_id as "unitId",
      h.person_id as "personId", h.for_unit_id as "forUnitId", h.raci, h.weight_permille as "weightPermille",
      h.valid_from as from, h.valid_until as until
    from holding h where ${lasting('h')}`
  const responsibilities = sql<Owned>`
    select r.id, r.unit_id as "unitId" from responsibility r where r.tenant_id = ${ctx.tenantId}
      and exists (select from responsibility_version v where v.tenant_id = r.tenant_id and v.responsibility_id = r.id
        and v.valid_from < 'infinity' and (v.valid_until is null or v.valid_until > ${from}))`
  const people = sql<{
    id: string
  }>`select id from person where tenant_id = ${ctx.tenantId} and id = any(${[...personIds]}::uuid[])`
  const [a, b, c, d, e, f] = await Promise.all([
    units.execute(ctx.db),
    positions.execute(ctx.db),
    seats.execute(ctx.db),
    holdings.execute(ctx.db),
    responsibilities.execute(ctx.db),
    people.execute(ctx.db),
  ])
  return {
    units: a.rows,
    positions: b.rows,
    seats: c.rows,
    holdings: d.rows,
    responsibilities: e.rows,
    personIds: new Set(f.rows.map((row) => row.id)),
  }
}

/** Just the names of units and positions: every version of those asked for. */
export async function readNames(ctx: Context, ids: Iterable<string>): Promise<Chart> {
  const wanted = [...ids]
  const units = await sql<UnitVersion>`
    select v.id, v.unit_id as "unitId", v.name, v.kind, v.parent_id as "parentId", v.sort_order as "sortOrder",
      v.valid_from as from, v.valid_until as until
    from unit_version v where v.tenant_id = ${ctx.tenantId} and v.unit_id = any(${wanted}::uuid[])`.execute(ctx.db)
  const positions = await sql<PositionVersion>`
    select v.id, v.position_id as "positionId", v.unit_id as "unitId", v.title, v.headcount,
      v.reports_to_id as "reportsToId", v.is_lead as "isLead", v.valid_from as from, v.valid_until as until
    from position_version v where v.tenant_id = ${ctx.tenantId} and v.position_id = any(${wanted}::uuid[])`.execute(
    ctx.db,
  )
  const none = { seats: [], holdings: [], responsibilities: [], personIds: new Set<string>() }
  return { units: units.rows, positions: positions.rows, ...none }
}

/** What people are called, and their staff numbers. */
export async function namesOfPeople(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { name: string; number: string; latinName: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'name', 'number', 'latin_name'])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, number: row.number, latinName: row.latin_name }]))
}

/** Which of these codes units or positions bear already. */
export async function takenCodes(
  ctx: Context,
  table: 'unit' | 'position',
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const { rows } = await sql<{ code: string }>`
    select code from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and code = any(${[...codes]}::text[])`.execute(
    ctx.db,
  )
  return new Set(rows.map((row) => row.code))
}

/** Accounts' people whose grants begin at a unit: trees that change are theirs. */
export async function peopleWithUnitScopes(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('account_role as r')
    .innerJoin('account as a', (on) => on.onRef('a.tenant_id', '=', 'r.tenant_id').onRef('a.id', '=', 'r.account_id'))
    .select('a.person_id')
    .distinct()
    .where('r.tenant_id', '=', ctx.tenantId)
    .where('r.unit_id', '<>', ctx.tenantId)
    .where('a.person_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.person_id ?? [])
}
