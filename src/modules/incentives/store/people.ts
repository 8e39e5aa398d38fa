import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Participants } from '#core/incentive'
import type { Days } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import { carriesOut, sitsOn } from '#modules/responsibilities'

export type Span = { readonly personId: string; readonly from: Day; readonly until: Day }

/** On which days who takes part, in one statement: by position, unit (with those below) or responsibility carried out. */
export async function spansOf(ctx: Context, who: Participants, days: Days): Promise<Span[]> {
  const unitIds = who.unitIds.length > 0 ? await ctx.house.scopes.subtree(ctx.db, who.unitIds, ctx.today) : []
  const ends = (alias: string) => sql`coalesce(${sql.ref(`${alias}.valid_until`)}, 'infinity'::date)`
  const { rows } = await sql<Span>`
    select a.person_id as "personId", greatest(a.valid_from, p.valid_from, ${days.from}::date) as "from",
      least(${ends('a')}, ${ends('p')}, ${days.until}::date) as "until"
    from assignment a
    join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and ${validDuring('p', days)}
    where a.tenant_id = ${ctx.tenantId} and ${validDuring('a', days)}
      and (a.position_id = any(${[...who.positionIds]}::uuid[]) or p.unit_id = any(${[...unitIds]}::uuid[]))
    union all
    select a.person_id, greatest(a.valid_from, h.valid_from, ${days.from}::date),
      least(${ends('a')}, ${ends('h')}, ${days.until}::date)
    from assignment a
    join holding_seat h on ${sitsOn('a', 'h')} and ${validDuring('h', days)}
    where a.tenant_id = ${ctx.tenantId} and ${validDuring('a', days)}
      and h.responsibility_id = any(${[...who.responsibilityIds]}::uuid[]) and ${carriesOut('h', days)}`.execute(ctx.db)
  return rows.filter((row) => row.from < row.until)
}

export async function idsByNumber(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'number'])
    .where('tenant_id', '=', ctx.tenantId)
    .execute()
  return new Map(rows.map((row) => [row.number, row.id]))
}

export type Known = { id: string; name: string; number: string; unitId: string | null; unitName: LocalText | null }

/** People one may see by a permission, with the unit of their main position on a day. */
export async function knownPeople(
  ctx: Context,
  permission: string,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, Known>> {
  const rows = await ctx.db
    .selectFrom('person as p')
    .leftJoin('assignment as a', (on) =>
      on
        .onRef('a.tenant_id', '=', 'p.tenant_id')
        .onRef('a.person_id', '=', 'p.id')
        .on('a.kind', '=', 'main')
        .on(validOn('a', day)),
    )
    .leftJoin('position_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'a.tenant_id').onRef('v.position_id', '=', 'a.position_id').on(validOn('v', day)),
    )
    .leftJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.unit_id', '=', 'v.unit_id').on(validOn('u', day)),
    )
    .select(['p.id', nameIn(ctx).as('name'), 'p.number', 'v.unit_id as unitId'])
    .select(sql<LocalText | null>`u.name`.as('unitName'))
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`p.id = any(${[...personIds]}::uuid[])`)
    .where(ctx.visible(permission, { person: 'p.id', unit: 'v.unit_id' }))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The unit of people's main position just before a day. */
export async function homeUnits(
  ctx: Context,
  personIds: readonly string[],
  until: Day,
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ personId: string; unitId: string }>`
    select distinct on (a.person_id) a.person_id as "personId", p.unit_id as "unitId" from assignment a
    join position_version p on p.tenant_id = a.tenant_id and p.position_id = a.position_id and p.valid_from < ${until}::date
    where a.tenant_id = ${ctx.tenantId} and a.person_id = any(${[...personIds]}::uuid[]) and a.kind = 'main' and a.valid_from < ${until}::date
    order by a.person_id, a.valid_from desc, p.valid_from desc`.execute(ctx.db)
  return new Map(rows.map((row) => [row.personId, row.unitId]))
}
