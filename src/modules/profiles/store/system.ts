import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { ProfileDetail, ProfileRow, SystemPosition } from '../contract.ts'

/** The positions of a day that the asker may see, with family, grade, seats, profile and last issue. */
export async function systemPositions(
  ctx: Context,
  day: Day,
  unitIds: readonly string[] | undefined,
  limit: number,
): Promise<{ total: number; rows: SystemPosition[] }> {
  const seen = ctx.visible('profiles.read', { unit: 'v.unit_id' })
  const inUnits = unitIds ? sql`v.unit_id = any(${unitIds}::uuid[])` : sql`true`
  const { rows } = await sql<SystemPosition & { total: number }>`
    select v.position_id as id, v.title, v.unit_id as "unitId", u.name as "unitName", v.job_family_id as "jobFamilyId",
      v.grade_id as "gradeId", v.headcount, d.profile_id as "profileId", count(*) over () as total,
      (select count(distinct a.person_id) from assignment a
        where a.tenant_id = v.tenant_id and a.position_id = v.position_id and ${validOn('a', day)}) as seated,
      (select max(i.number) from description_issue i
        where i.tenant_id = v.tenant_id and i.position_id = v.position_id) as issued
    from position_version v
    join unit_version u on u.tenant_id = v.tenant_id and u.unit_id = v.unit_id and ${validOn('u', day)}
    left join position_need d on d.tenant_id = v.tenant_id and d.position_id = v.position_id and ${validOn('d', day)}
    where v.tenant_id = ${ctx.tenantId} and ${validOn('v', day)} and ${seen} and ${inUnits}
    order by u.sort_order, v.unit_id, v.is_lead desc, v.position_id limit ${limit}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** Profiles by name or code; those that have not begun stand with what they will say. */
export async function profileRows(
  ctx: Context,
  ask: { day: Day; text: string; ids?: readonly string[] | undefined; limit: number; offset: number },
): Promise<{ total: number; items: ProfileRow[] }> {
  const like = `%${ask.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<ProfileRow & { total: number }>`
    with shown as (
      select distinct on (v.profile_id) v.* from job_profile_version v where v.tenant_id = ${ctx.tenantId}
      order by v.profile_id, ${validOn('v', ask.day)} desc, v.valid_from desc
    )
    select p.id, p.code, v.name, v.summary, v.job_family_id as "jobFamilyId", v.grade_id as "gradeId", v.number, v.attribution,
      jsonb_array_length(v.requirements) as "requirementCount", count(*) over () as total,
      (select count(*) from position_need d join position_version s on s.tenant_id = d.tenant_id
          and s.position_id = d.position_id and ${validOn('s', ask.day)}
        where d.tenant_id = p.tenant_id and d.profile_id = p.id and ${validOn('d', ask.day)}) as "positionCount",
      (select min(n.valid_from) from job_profile_version n
        where n.tenant_id = p.tenant_id and n.profile_id = p.id and n.valid_from > ${ask.day}) as "nextFrom"
    from job_profile p join shown v on v.profile_id = p.id
    where p.tenant_id = ${ctx.tenantId} and (${ask.text} = '' or v.name::text ilike ${like} or p.code ilike ${like})
      and ${ask.ids ? sql`p.id = any(${ask.ids}::uuid[])` : sql`true`}
    order by p.code limit ${ask.limit} offset ${ask.offset}`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, items: rows }
}

/** Positions that follow a profile on a day, as far as the asker may see them. */
export async function followers(ctx: Context, profileId: string, day: Day): Promise<ProfileDetail['positions']> {
  const seen = ctx.visible('profiles.read', { unit: 'v.unit_id' })
  const { rows } = await sql<ProfileDetail['positions'][number]>`
    select v.position_id as "positionId", v.title, v.unit_id as "unitId", u.name as "unitName"
    from position_need d
    join position_version v on v.tenant_id = d.tenant_id and v.position_id = d.position_id and ${validOn('v', day)}
    join unit_version u on u.tenant_id = v.tenant_id and u.unit_id = v.unit_id and ${validOn('u', day)}
    where d.tenant_id = ${ctx.tenantId} and d.profile_id = ${profileId} and ${validOn('d', day)} and ${seen}
    order by u.sort_order, v.position_id limit 500`.execute(ctx.db)
  return rows
}

/** Names of skills in profiles and in the library that hold a text. */
export async function skillNames(ctx: Context, text: string): Promise<{ name: LocalText }[]> {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ name: LocalText }>`
    select distinct name from (
      select r.one -> 'name' as name from job_profile_version v cross join jsonb_array_elements(v.requirements) as r(one)
      where v.tenant_id = ${ctx.tenantId} and r.one ->> 'kind' = 'skill'
      union select jsonb_build_object('en', skill) from library_skill
    ) as known where name::text ilike ${like} order by name limit 50`.execute(ctx.db)
  return rows
}
