import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Assignment, Person } from '../contract.ts'
import { nameIn } from './name-in.ts'
import { homeUnit, seatedIn, visiblePeople } from './home.ts'
import { contains, soundsLike } from './search.ts'

export type PersonFilter = {
  readonly text?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly unitIds?: readonly string[] | undefined
  readonly seated?: boolean
  readonly limit: number
  readonly offset: number
}

/** People with their main seat of a day, in the order of a Chinese directory. */
export async function personsOn(
  ctx: Context,
  on: Day,
  filter: PersonFilter,
): Promise<{ total: number; rows: Person[] }> {
  const base = personsBase(ctx, on, filter)
  const rows = await base
    .select([...personColumns, homeUnit(ctx, on).as('homeUnitId')])
    .orderBy(sql`p.pinyin collate "C"`)
    .orderBy('p.number')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { total, rows: rows.map(personOf) }
}

export async function personRow(ctx: Context, id: string) {
  return ctx.db
    .selectFrom('person')
    .select(['id', 'number', 'name', 'latin_name as latinName', 'mobile', 'email', 'version'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function personNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', nameIn(ctx, 'person').as('name')])
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Every seat a person ever had or will have, the newest first, but the running main seat before all. Each with the title of its day. */
export async function assignmentsOf(ctx: Context, personId: string): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select a.id, a.position_id as "positionId", v.title as "positionTitle", v.unit_id as "unitId", u.name as "unitName",
      a.kind, a.share_permille as "sharePermille", a.over_reason as "overReason", a.valid_from as from, a.valid_until as until
    from assignment a
    join lateral (select title, unit_id from position_version v
      where v.tenant_id = a.tenant_id and v.position_id = a.position_id
      order by ${validOn('v', ctx.today)} desc, v.valid_from desc limit 1) v on true
    join lateral (select name from unit_version u where u.tenant_id = a.tenant_id and u.unit_id = v.unit_id
      order by ${validOn('u', ctx.today)} desc, u.valid_from desc limit 1) u on true
    where a.tenant_id = ${ctx.tenantId} and a.person_id = ${personId}
    order by a.valid_until is not null, a.valid_until is null and a.kind = 'main' desc, a.valid_from desc, a.id`.execute(
    ctx.db,
  )
  return rows
}

/** Who answers to a person directly on a day: whoever has them as nearest holder of a position above. */
export async function directReportIds(ctx: Context, personId: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive held (id) as (
      select position_id from assignment a where a.tenant_id = ${ctx.tenantId} and a.person_id = ${personId} and ${validOn('a', on)}
    ), below (id) as (
      select v.position_id from held join position_version v on v.tenant_id = ${ctx.tenantId} and v.reports_to_id = held.id and ${validOn('v', on)}
      union
      select v.position_id
      from below join position_version v on v.tenant_id = ${ctx.tenantId} and v.reports_to_id = below.id and ${validOn('v', on)}
      where not exists (select from assignment a where a.tenant_id = ${ctx.tenantId} and a.position_id = below.id
        and a.person_id <> ${personId} and ${validOn('a', on)})
    )
    select distinct a.person_id as id
    from below join assignment a on a.tenant_id = ${ctx.tenantId} and a.position_id = below.id and a.kind = 'main' and ${validOn('a', on)}
    where a.person_id <> ${personId}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

function personsBase(ctx: Context, on: Day, { text, ids, unitIds, seated }: PersonFilter) {
  let query = ctx.db
    .selectFrom('person as p')
    .leftJoin('assignment as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'p.tenant_id')
        .onRef('a.person_id', '=', 'p.id')
        .on('a.kind', '=', 'main')
        .on(validOn('a', on)),
    )
    .leftJoin('position_version as v', (join) =>
      join.onRef('v.tenant_id', '=', 'a.tenant_id').onRef('v.position_id', '=', 'a.position_id').on(validOn('v', on)),
    )
    .leftJoin('unit_version as u', (join) =>
      join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.unit_id', '=', 'v.unit_id').on(validOn('u', on)),
    )
    .where('p.tenant_id', '=', ctx.tenantId)
    .where(visiblePeople(ctx, 'organisation.read'))
  if (ids) query = query.where((eb) => eb('p.id', '=', eb.fn.any(eb.val([...ids]))))
  if (unitIds) query = query.where(seatedIn(ctx, on, { unitIds }))
  if (seated) query = query.where('a.id', 'is not', null)
  if (text) query = query.where(matches(ctx, text))
  return query
}

/**
 * By name, number or pinyin; by mobile number only among those whose number the asker may see.
 * What a text can't be is not looked for: over 20,000 people every column read in vain is felt.
 */
export function matches(ctx: Context, text: string): RawBuilder<SqlBool> {
  if (/\p{Script=Han}/u.test(text)) return contains(['p.name'], text)
  const byNumber = contains(['p.number'], text)
  if (/^[\d\s+-]+$/.test(text)) {
    const mobile = contains(['p.mobile'], text.replaceAll(/[\s-]/g, ''))
    const isSeen = visiblePeople(ctx, 'organisation.read-contact')
    return sql<SqlBool>`(${byNumber} or (${mobile} and ${isSeen}))`
  }
  return soundsLike('p.sought', text)
}

const personColumns = [
  'p.id',
  'p.number',
  'p.name',
  'p.latin_name as latinName',
  'p.mobile',
  'p.email',
  'v.unit_id as unitId',
  'u.name as unitName',
  'v.position_id as positionId',
  'v.title as positionTitle',
] as const

function personOf<T extends { unitName: unknown; positionTitle: unknown }>(row: T) {
  return {
    ...row,
    unitName: row.unitName as LocalText | null,
    positionTitle: row.positionTitle as LocalText | null,
  }
}
