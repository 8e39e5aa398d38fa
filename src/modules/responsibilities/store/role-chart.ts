import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { RoleColumn } from '../contract.ts'
import type { Raci } from '../shapes.ts'

/** A unit and all below it on a day, in the order of the tree. */
export async function unitsBelow(ctx: Context, unitId: string, day: Day) {
  const { rows } = await sql<{ id: string; name: LocalText; depth: number; isRoot: boolean }>`
    with recursive below (id, name, depth, place, is_root) as (
      select u.unit_id, u.name, 0, array[]::text[], u.parent_id is null from unit_version u
      where u.tenant_id = ${ctx.tenantId} and u.unit_id = ${unitId} and ${validOn('u', day)}
      union all
      select u.unit_id, u.name, b.depth + 1, b.place || (lpad(u.sort_order::text, 10, '0') || u.unit_id), false
      from below b join unit_version u on u.tenant_id = ${ctx.tenantId} and u.parent_id = b.id and ${validOn('u', day)}
      where b.depth < 100
    ) select id, name, depth, is_root as "isRoot" from below order by place`.execute(ctx.db)
  return rows
}

/** The columns of a chart of roles: units themselves, or the positions in them with who is on them; leads first. */
export async function roleColumns(
  ctx: Context,
  units: Awaited<ReturnType<typeof unitsBelow>>,
  by: 'position' | 'unit',
  day: Day,
): Promise<RoleColumn[]> {
  if (by === 'unit')
    return units.map(({ id, name, depth }) => ({
      id,
      kind: by,
      title: name,
      unitId: id,
      unitName: name,
      depth,
      people: [],
    }))
  const { rows } = await sql<{ id: string; title: LocalText; unitId: string; people: RoleColumn['people'] | null }>`
    select p.position_id as id, p.title, p.unit_id as "unitId", (
      select jsonb_agg(jsonb_build_object('personId', n.id, 'name', ${nameIn(ctx, 'n')}) order by n.name)
      from assignment a join person n on n.tenant_id = a.tenant_id and n.id = a.person_id
      where a.tenant_id = p.tenant_id and a.position_id = p.position_id and ${validOn('a', day)}) as people
    from position_version p join position q on q.tenant_id = p.tenant_id and q.id = p.position_id
    where p.tenant_id = ${ctx.tenantId} and p.unit_id = any(${units.map(({ id }) => id)}::uuid[]) and ${validOn('p', day)}
    order by p.is_lead desc, q.code`.execute(ctx.db)
  const byUnit = Map.groupBy(rows, (row) => row.unitId)
  return units.flatMap(({ id, name, depth }) =>
    (byUnit.get(id) ?? []).map(({ people, ...row }) => ({
      ...row,
      kind: by,
      unitName: name,
      depth,
      people: people ?? [],
    })),
  )
}

export type RoleHeld = {
  readonly holdingId: string
  readonly responsibilityId: string
  readonly columnId: string | null
  /** The unit of the position that holds. */
  readonly throughId: string | null
  readonly raci: Raci
  readonly weightPermille: number
  readonly isLocal: boolean
  /** Who holds, for what stands outside the chart. */
  readonly name: LocalText | null
}

/** Everything held of some responsibilities on a day, by the position or unit that holds it. */
export async function rolesHeld(ctx: Context, responsibilityIds: readonly string[], day: Day): Promise<RoleHeld[]> {
  const { rows } = await sql<RoleHeld>`
    select h.id as "holdingId", h.responsibility_id as "responsibilityId", coalesce(h.position_id, h.unit_id) as "columnId",
      p.unit_id as "throughId", h.raci,
      h.weight_permille as "weightPermille", h.for_unit_id is not null as "isLocal",
      coalesce(p.title, u.name, jsonb_build_object('en', n.name)) as name
    from holding h
    left join position_version p on p.tenant_id = h.tenant_id and p.position_id = h.position_id and ${validOn('p', day)}
    left join unit_version u on u.tenant_id = h.tenant_id and u.unit_id = h.unit_id and ${validOn('u', day)}
    left join person n on n.tenant_id = h.tenant_id and n.id = h.person_id
    where h.tenant_id = ${ctx.tenantId} and h.responsibility_id = any(${[...responsibilityIds]}::uuid[]) and ${validOn('h', day)}
    order by array_position(array['accountable','responsible','consulted','informed'], h.raci)`.execute(ctx.db)
  return rows
}
