import { sql, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import { unitName } from './pairs.ts'
import { holderUnit } from './statements.ts'

/** From the first day to the last one, both included. */
export type Days = { readonly from: Day; readonly until: Day }
export type Names = { readonly measure: string; readonly dimension: string }

const manyRows = 20_000

/** Hours recorded in a period by unit, responsibility and activity, of the units one may see. */
export async function hoursBy(ctx: Context, days: Days, { measure, dimension }: Names) {
  return hourFacts(ctx, days, measure)
    .where(ctx.visible('overlap.read', { unit: 'f.unit_id' }))
    .select(['f.unit_id as unitId', 'f.responsibility_id as responsibilityId'])
    .select([
      sql<string | null>`f.dimensions ->> ${dimension}`.as('activity'),
      sql<number>`sum(${hours(measure)})::float8`.as('hours'),
    ])
    .where('f.unit_id', 'is not', null)
    .groupBy((eb) => [eb.ref('f.unit_id'), eb.ref('f.responsibility_id'), sql`3`])
    .limit(manyRows)
    .execute()
}

/** The responsibilities held on a day: by which unit, which units carry them out, and what they say. */
export async function heldOn(ctx: Context, day: Day) {
  const { rows } = await sql<{
    responsibilityId: string
    code: string
    name: LocalText
    unitId: string
    partnerIds: string[]
    says: LocalText[]
  }>`
    select * from (
      select r.id as "responsibilityId", r.code, v.name, ${holderUnit('r', day)} as "unitId",
        array(select distinct coalesce(h.unit_id, p.unit_id)::text from holding h
          left join assignment a on a.tenant_id = h.tenant_id and a.person_id = h.person_id and a.kind = 'main' and ${validOn('a', day)}
          left join position_version p on p.tenant_id = h.tenant_id and p.position_id = coalesce(h.position_id, a.position_id) and ${validOn('p', day)}
          where h.tenant_id = r.tenant_id and h.responsibility_id = r.id and h.raci in ('accountable', 'responsible')
            and ${validOn('h', day)} and coalesce(h.unit_id, p.unit_id) is not null) as "partnerIds",
        v.activities || coalesce((select jsonb_agg(d.name) from responsibility_duty d
          where d.tenant_id = v.tenant_id and d.version_id = v.id), '[]') as says
      from responsibility r
      join responsibility_version v on v.tenant_id = r.tenant_id and v.responsibility_id = r.id and ${validOn('v', day)}
      where r.tenant_id = ${ctx.tenantId}
    ) held where held."unitId" is not null`.execute(ctx.db)
  return rows
}

export type Behind = {
  readonly unitIds: readonly string[]
  readonly responsibilityId: string
  /** Names of activities that mean the responsibility, for facts that name none that is held. */
  readonly activities: readonly string[]
  /** Responsibilities that are held: a fact that names another counts by its activity. */
  readonly heldIds: readonly string[]
}

/** The facts behind hours: all counted, those the reader may see on the page. */
export async function factsBehind(
  ctx: Context,
  days: Days,
  { measure, dimension }: Names,
  behind: Behind,
  page: { limit: number; offset: number },
) {
  const base = hourFacts(ctx, days, measure)
    .where(sql<SqlBool>`f.unit_id = any(${[...behind.unitIds]}::uuid[])`)
    .where(ctx.visible('overlap.read', { unit: 'f.unit_id' }))
    .where(
      sql<SqlBool>`(f.responsibility_id = ${behind.responsibilityId} or (f.dimensions ->> ${dimension} = any(${[...behind.activities]})
        and not coalesce(f.responsibility_id = any(${[...behind.heldIds]}::uuid[]), false)))`,
    )
  const seen = ctx.visible('indicators.read', { person: 'f.person_id', unit: 'f.unit_id' })
  const counted = await base
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where not ${seen})`.as('hidden'),
      sql<number>`coalesce(sum(${hours(measure)}), 0)::float8`.as('hours'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await base
    .leftJoin('person as n', (on) => on.onRef('n.tenant_id', '=', 'f.tenant_id').onRef('n.id', '=', 'f.person_id'))
    .where(seen)
    .select(['f.id', 'f.day', 'f.kind', 'f.note', nameIn(ctx, 'n').as('personName')])
    .select([
      unitName(ctx, 'f.unit_id').as('unitName'),
      sql<string | null>`f.dimensions ->> ${dimension}`.as('activity'),
      sql<number>`${hours(measure)}::float8`.as('hours'),
    ])
    .orderBy('f.day', 'desc')
    .orderBy('f.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { ...counted, rows }
}

function hourFacts(ctx: Context, { from, until }: Days, measure: string) {
  return ctx.db
    .selectFrom('fact as f')
    .where('f.tenant_id', '=', ctx.tenantId)
    .where('f.day', '>=', from)
    .where('f.day', '<=', until)
    .where(sql<SqlBool>`f.measures ? ${measure}`)
}

function hours(measure: string) {
  return sql`(f.measures ->> ${measure})::numeric`
}
