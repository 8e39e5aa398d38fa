import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { PositionRef, Raci, WorksWith } from '../content.ts'

export type PositionFacts = {
  readonly code: string
  readonly title: LocalText
  readonly firmName: string
  readonly unitId: string
  readonly unitName: LocalText
  readonly familyName: LocalText | null
  readonly gradeName: LocalText | null
  readonly headcount: number
  readonly isLead: boolean
  readonly reportsTo: PositionRef | null
  readonly dotted: PositionRef[]
  readonly below: PositionRef[]
}

/** A position on a day with what stands around it; nothing when it is not there or not the asker's to see. */
export async function positionFacts(ctx: Context, positionId: string, day: Day): Promise<PositionFacts | undefined> {
  const seen = ctx.visible('profiles.read', { unit: 'v.unit_id' })
  const { rows } = await sql<PositionFacts>`
    select o.code, v.title, t.name as "firmName", v.unit_id as "unitId", u.name as "unitName",
      f.name as "familyName", g.name as "gradeName", v.headcount, v.is_lead as "isLead",
      (select jsonb_build_object('title', p.title, 'unitName', pu.name)
        from position_version p join unit_version pu on pu.tenant_id = p.tenant_id and pu.unit_id = p.unit_id and ${validOn('pu', day)}
        where p.tenant_id = v.tenant_id and p.position_id = v.reports_to_id and ${validOn('p', day)}) as "reportsTo",
      (select coalesce(jsonb_agg(jsonb_build_object('title', p.title, 'unitName', pu.name) order by p.position_id), '[]')
        from dotted_line d join position_version p on p.tenant_id = d.tenant_id and p.position_id = d.to_position_id and ${validOn('p', day)}
        join unit_version pu on pu.tenant_id = p.tenant_id and pu.unit_id = p.unit_id and ${validOn('pu', day)}
        where d.tenant_id = v.tenant_id and d.position_id = v.position_id and ${validOn('d', day)}) as dotted,
      (select coalesce(jsonb_agg(jsonb_build_object('title', p.title, 'unitName', pu.name) order by p.position_id), '[]')
        from position_version p join unit_version pu on pu.tenant_id = p.tenant_id and pu.unit_id = p.unit_id and ${validOn('pu', day)}
        where p.tenant_id = v.tenant_id and p.reports_to_id = v.position_id and ${validOn('p', day)}) as below
    from position_version v
    join position o on o.tenant_id = v.tenant_id and o.id = v.position_id
    join unit_version u on u.tenant_id = v.tenant_id and u.unit_id = v.unit_id and ${validOn('u', day)}
    join tenant t on t.id = v.tenant_id
    left join job_family f on f.tenant_id = v.tenant_id and f.id = v.job_family_id
    left join grade g on g.tenant_id = v.tenant_id and g.id = v.grade_id
    where v.tenant_id = ${ctx.tenantId} and v.position_id = ${positionId} and ${validOn('v', day)} and ${seen}`.execute(
    ctx.db,
  )
  return rows[0]
}

/** Positions of others with a role in the same responsibilities, unit by unit. */
export async function sharedWork(
  ctx: Context,
  positionId: string,
  responsibilityIds: readonly string[],
  day: Day,
): Promise<WorksWith[]> {
  if (responsibilityIds.length === 0) return []
  const { rows } = await sql<WorksWith & { racis: Raci[] }>`
    select p.title, u.name as "unitName", v.name as about, array_agg(distinct h.raci) as racis
    from holding_seat h
    join responsibility_version v on v.tenant_id = h.tenant_id and v.responsibility_id = h.responsibility_id and ${validOn('v', day)}
    join position_version p on p.tenant_id = h.tenant_id and p.position_id = h.position_id and ${validOn('p', day)}
    join unit_version u on u.tenant_id = p.tenant_id and u.unit_id = p.unit_id and ${validOn('u', day)}
    where h.tenant_id = ${ctx.tenantId} and h.position_id <> ${positionId} and ${validOn('h', day)}
      and h.responsibility_id = any(${responsibilityIds}::uuid[])
    group by u.unit_id, p.position_id, v.responsibility_id, p.title, u.name, v.name
    order by u.unit_id, p.position_id, v.responsibility_id limit 200`.execute(ctx.db)
  const order: readonly Raci[] = ['accountable', 'responsible', 'consulted', 'informed']
  return rows.map((row) => ({ ...row, racis: order.filter((raci) => row.racis.includes(raci)) }))
}

export type HolderReading = { personId: string; name: string; confirmedAt: Date | null }

/** Who sits on a position, and when they confirmed an issue. */
export async function holdersReading(
  ctx: Context,
  positionId: string,
  issueId: string | null,
  day: Day,
): Promise<HolderReading[]> {
  const { rows } = await sql<HolderReading>`
    select distinct on (n.number) n.id as "personId", n.name, r.confirmed_at as "confirmedAt"
    from assignment a join person n on n.tenant_id = a.tenant_id and n.id = a.person_id
    left join description_reading r on r.tenant_id = a.tenant_id and r.person_id = n.id and r.issue_id = ${issueId}
    where a.tenant_id = ${ctx.tenantId} and a.position_id = ${positionId} and ${validOn('a', day)}
    order by n.number`.execute(ctx.db)
  return rows
}
