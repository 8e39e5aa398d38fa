import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Seen, UnitNode } from '../rules/units.ts'

export type Member = {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly pinyin: string
  readonly unitId: string
  readonly unitName: LocalText | null
  readonly positionTitle: LocalText
}

/** Figures of somebody are the reader's to see: as reports and as figures both. */
export function readable(ctx: Context, columns: { person?: string; unit?: string }): Expression<SqlBool> {
  return sql<SqlBool>`(${ctx.visible('reports.read', columns)} and ${ctx.visible('indicators.read', columns)})`
}

/** The people the reader may see on a day, with the seat they are called by: the main one, else another. One more than `atMost` tells of more. */
export async function membersOn(
  ctx: Context,
  day: Day,
  { unitIds, personId }: { unitIds?: readonly string[] | undefined; personId?: string | undefined },
  atMost: number,
): Promise<Member[]> {
  let query = seats(ctx, day)
    .innerJoin('person as pe', (on) => on.onRef('pe.tenant_id', '=', 'a.tenant_id').onRef('pe.id', '=', 'a.person_id'))
    .leftJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.unit_id', '=', 'p.unit_id').on(validOn('u', day)),
    )
    .distinctOn('a.person_id')
    .select(['pe.id', nameIn(ctx, 'pe').as('name'), 'pe.number', 'pe.pinyin', 'p.unit_id as unitId'])
    .select([sql<LocalText | null>`u.name`.as('unitName'), sql<LocalText>`p.title`.as('positionTitle')])
    .where(readable(ctx, { person: 'a.person_id', unit: 'p.unit_id' }))
    .orderBy('a.person_id')
    .orderBy((eb) => eb('a.kind', '=', 'main'), 'desc')
    .limit(atMost + 1)
  if (unitIds) query = query.where(sql<boolean>`p.unit_id = any(${[...unitIds]}::uuid[])`)
  if (personId) query = query.where('a.person_id', '=', personId)
  const rows = await query.execute()
  return rows.sort((a, b) => a.pinyin.localeCompare(b.pinyin) || (a.id < b.id ? -1 : 1))
}

/** People by the unit of their main seat: all of them, and those the reader may see. */
export async function peopleByUnit(ctx: Context, day: Day): Promise<Map<string, Seen>> {
  const rows = await seats(ctx, day)
    .select('p.unit_id as unitId')
    .select(sql<number>`count(*)`.as('all'))
    .select(
      sql<number>`count(*) filter (where ${readable(ctx, { person: 'a.person_id', unit: 'p.unit_id' })})`.as('seen'),
    )
    .where('a.kind', '=', 'main')
    .groupBy('p.unit_id')
    .execute()
  return new Map(rows.map(({ unitId, all, seen }) => [unitId, { all, seen }]))
}

export type NamedUnit = UnitNode & { readonly name: LocalText }

export async function unitsOn(ctx: Context, day: Day): Promise<NamedUnit[]> {
  return ctx.db
    .selectFrom('unit_version as u')
    .select(['u.unit_id as id', 'u.parent_id as parentId', sql<LocalText>`u.name`.as('name')])
    .where('u.tenant_id', '=', ctx.tenantId)
    .where(validOn('u', day))
    .orderBy('u.sort_order')
    .orderBy('u.id')
    .execute()
}

function seats(ctx: Context, day: Day) {
  return ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id').on(validOn('p', day)),
    )
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(validOn('a', day))
}
