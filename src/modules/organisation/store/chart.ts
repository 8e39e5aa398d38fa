import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type ChartUnitRow = {
  readonly id: string
  readonly parentId: string | null
  readonly name: LocalText
  readonly kind: string
  readonly code: string
}

export type ChartSeatRow = {
  readonly id: string
  readonly unitId: string
  readonly title: LocalText
  readonly code: string
  readonly headcount: number
  readonly reportsToId: string | null
  readonly isLead: boolean
  /** Null in the row of a vacant position. */
  readonly personId: string | null
  readonly kind: string
  readonly name: string
  readonly latinName: string | null
  readonly number: string
  readonly pinyin: string
}

export type ChartDottedRow = { readonly from: string; readonly to: string; readonly kind: string }

/** The units of a day in the order of a chart. */
export async function chartUnits(ctx: Context, on: Day): Promise<ChartUnitRow[]> {
  return ctx.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.unit_id'))
    .select(['v.unit_id as id', 'v.parent_id as parentId', 'v.name', 'v.kind', 'u.code'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .where(validOn('v', on))
    .orderBy('v.sort_order')
    .orderBy('u.code')
    .$castTo<ChartUnitRow>()
    .execute()
}

/** The positions of a day, one row for each person on them or for the vacancy: the leading first, main seats first. */
export async function chartSeats(ctx: Context, on: Day): Promise<ChartSeatRow[]> {
  return ctx.db
    .selectFrom('position_version as v')
    .innerJoin('position as o', (join) =>
      join.onRef('o.tenant_id', '=', 'v.tenant_id').onRef('o.id', '=', 'v.position_id'),
    )
    .leftJoin('assignment as a', (join) =>
      join.onRef('a.tenant_id', '=', 'v.tenant_id').onRef('a.position_id', '=', 'v.position_id').on(validOn('a', on)),
    )
    .leftJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.person_id'))
    .select([
      'v.position_id as id',
      'v.unit_id as unitId',
      'v.title',
      'o.code',
      'v.headcount',
      'v.reports_to_id as reportsToId',
      'v.is_lead as isLead',
      'p.id as personId',
      'a.kind',
      'p.name',
      'p.latin_name as latinName',
      'p.number',
      'p.pinyin',
    ])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('organisation.read', { unit: 'v.unit_id' }))
    .where(validOn('v', on))
    .orderBy('v.is_lead', 'desc')
    .orderBy('o.code')
    .orderBy((eb) => eb('a.kind', '=', 'main'), 'desc')
    .orderBy('p.number')
    .$castTo<ChartSeatRow>()
    .execute()
}

/** The second lines of a day between positions the asker sees; those to others are dropped by the caller. */
export async function chartDotted(ctx: Context, on: Day): Promise<ChartDottedRow[]> {
  const { rows } = await sql<ChartDottedRow>`
    select d.position_id as from, d.to_position_id as to, d.kind from dotted_line d
    where d.tenant_id = ${ctx.tenantId} and ${validOn('d', on)} order by d.id`.execute(ctx.db)
  return rows
}

/** What the company is called, for the head of a printed chart. */
export async function companyName(ctx: Context): Promise<string> {
  const { name } = await ctx.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return name
}
