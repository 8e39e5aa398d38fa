import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Period, Place } from '../contract.ts'
import type { Days, Placed, Sat, Version } from '../rules/spans.ts'

/** Where a scheme applies, past places included, with what they are called today. */
export async function placesOf(ctx: Context, schemeId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select p.id, p.kind, p.target_id as "targetId", p.valid_from as "from", p.valid_until as "until",
      coalesce(u.name, o.title, j.name, '{}') as name
    from review_scheme_place p
    left join unit_version u on u.tenant_id = p.tenant_id and u.unit_id = p.target_id and p.kind = 'unit' and ${validOn('u', ctx.today)}
    left join position_version o on o.tenant_id = p.tenant_id and o.position_id = p.target_id and p.kind = 'position' and ${validOn('o', ctx.today)}
    left join job_profile_version j on j.tenant_id = p.tenant_id and j.profile_id = p.target_id and p.kind = 'profile' and ${validOn('j', ctx.today)}
    where p.tenant_id = ${ctx.tenantId} and p.scheme_id = ${schemeId}
    order by p.valid_until is not null, p.valid_from, p.id`.execute(ctx.db)
  return rows
}

/** What a target is called on a day; undefined where the asker may not see it or it is not there. */
export async function targetName(
  ctx: Context,
  kind: Place['kind'],
  targetId: string,
  day: Day,
): Promise<LocalText | undefined> {
  const of = {
    unit: sql`select v.name from unit_version v where v.tenant_id = ${ctx.tenantId} and v.unit_id = ${targetId}
      and ${validOn('v', day)} and ${ctx.visible('performance.set-up', { unit: 'v.unit_id' })}`,
    position: sql`select v.title as name from position_version v where v.tenant_id = ${ctx.tenantId} and v.position_id = ${targetId}
      and ${validOn('v', day)} and ${ctx.visible('performance.set-up', { unit: 'v.unit_id' })}`,
    profile: sql`select v.name from job_profile_version v where v.tenant_id = ${ctx.tenantId} and v.profile_id = ${targetId}
      and ${validOn('v', day)}`,
  }
  const { rows } = await sql<{ name: LocalText }>`${of[kind]}`.execute(ctx.db)
  return rows[0]?.name
}

/** False when the target has a scheme for such periods on a day from then on. */
export async function insertPlace(
  ctx: Context,
  one: { id: string; schemeId: string; period: Period; kind: Place['kind']; targetId: string; from: Day },
): Promise<boolean> {
  const { rows } = await sql`
    insert into review_scheme_place (tenant_id, id, scheme_id, period, kind, target_id, valid_from, created_at)
    select ${ctx.tenantId}, ${one.id}, ${one.schemeId}, ${one.period}, ${one.kind}, ${one.targetId}, ${one.from}, ${ctx.now}
    where not exists (select from review_scheme_place p where p.tenant_id = ${ctx.tenantId} and p.period = ${one.period}
      and p.kind = ${one.kind} and p.target_id = ${one.targetId} and (p.valid_until is null or p.valid_until > ${one.from}))
    returning id`.execute(ctx.db)
  return rows.length > 0
}

export type PlaceRow = { id: string; schemeId: string; from: Day; until: Day | null }

export async function placeById(ctx: Context, id: string): Promise<PlaceRow | undefined> {
  return ctx.db
    .selectFrom('review_scheme_place')
    .select(['id', 'scheme_id as schemeId', 'valid_from as from', 'valid_until as until'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** From its first day on it is as if it never was. */
export async function cutPlace(ctx: Context, place: PlaceRow, from: Day): Promise<void> {
  const own = [ctx.tenantId, place.id] as const
  if (from <= place.from)
    await sql`delete from review_scheme_place where tenant_id = ${own[0]} and id = ${own[1]}`.execute(ctx.db)
  else
    await sql`update review_scheme_place set valid_until = ${from} where tenant_id = ${own[0]} and id = ${own[1]}`.execute(
      ctx.db,
    )
}

/** Where schemes for such periods apply on some day of these, and their versions. */
export async function placedIn(
  ctx: Context,
  period: Period,
  days: Days,
): Promise<{ places: Placed[]; versions: Version[] }> {
  const places = await ctx.db
    .selectFrom('review_scheme_place as p')
    .select([
      'p.scheme_id as schemeId',
      'p.kind',
      'p.target_id as targetId',
      'p.valid_from as from',
      'p.valid_until as until',
    ])
    .where('p.tenant_id', '=', ctx.tenantId)
    .where('p.period', '=', period)
    .where(validDuring('p', days))
    .execute()
  const versions = await ctx.db
    .selectFrom('review_scheme_version as v')
    .select(['v.id', 'v.scheme_id as schemeId', 'v.valid_from as from', 'v.valid_until as until'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`v.scheme_id = any(${[...new Set(places.map((place) => place.schemeId))]}::uuid[])`)
    .where(validDuring('v', days))
    .execute()
  return { places: places.map((place) => ({ ...place, kind: place.kind as Place['kind'] })), versions }
}

/** Main seats of a period, of everybody or in some units, without the lines above their units. */
export async function mainSeats(
  ctx: Context,
  days: Days,
  unitIds?: readonly string[],
): Promise<(Omit<Sat, 'unitLine'> & { unitId: string })[]> {
  const there = unitIds ? sql`and p.unit_id = any(${[...unitIds]}::uuid[])` : sql``
  const { rows } = await sql<Omit<Sat, 'unitLine'> & { unitId: string }>`
    select a.person_id as "personId", a.position_id as "positionId", p.unit_id as "unitId",
      greatest(a.valid_from, p.valid_from, ${days.from}::date) as "from", least(a.valid_until, p.valid_until, ${days.until}::date) as "until",
      (select coalesce(jsonb_agg(jsonb_build_object('profileId', n.profile_id, 'from', n.valid_from, 'until', n.valid_until)), '[]')
        from position_need n where n.tenant_id = a.tenant_id and n.position_id = a.position_id and n.profile_id is not null
          and ${validDuring('n', days)}) as profiles
    from assignment a
    join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${validDuring('p', days)}
    where a.tenant_id = ${ctx.tenantId} and a.kind = 'main' and ${validDuring('a', days)} ${there}
    order by a.person_id, "from"`.execute(ctx.db)
  return rows.filter((row) => row.from < row.until)
}
