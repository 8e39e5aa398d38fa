import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Days } from '#core/indicator'
import type { LocalText } from '#core/local-text'
import { validDuring, validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'

export type Member = { readonly id: string; readonly name: string; readonly number: string; readonly pinyin: string }
export type PeopleFilter = { readonly unitIds?: readonly string[] | undefined; readonly text?: string | undefined }

/** The people with a post in the period that the actor may see under a permission; one more than `atMost` tells that there are more. */
export async function peopleIn(
  ctx: Context,
  permission: string,
  period: Days,
  { unitIds, text }: PeopleFilter,
  atMost: number,
): Promise<Member[]> {
  let seats = visibleSeats(ctx, permission, period)
  if (unitIds) seats = seats.where(sql<boolean>`p.unit_id = any(${[...unitIds]}::uuid[])`)
  let query = members(ctx)
    .where('pe.id', 'in', seats)
    .limit(atMost + 1)
  if (text) query = query.where(namedLike('pe', text))
  return query.execute()
}

/** One person, if the actor may see them: as such, or through a post in the period. */
export async function memberIn(
  ctx: Context,
  permission: string,
  period: Days,
  personId: string,
): Promise<Member | undefined> {
  return members(ctx)
    .where('pe.id', '=', personId)
    .where((eb) =>
      eb.or([ctx.visible(permission, { person: 'pe.id' }), eb('pe.id', 'in', visibleSeats(ctx, permission, period))]),
    )
    .executeTakeFirst()
}

function members(ctx: Context) {
  return ctx.db
    .selectFrom('person as pe')
    .select(['pe.id', nameIn(ctx, 'pe').as('name'), 'pe.number', 'pe.pinyin'])
    .where('pe.tenant_id', '=', ctx.tenantId)
}

function visibleSeats(ctx: Context, permission: string, period: Days) {
  return ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id'),
    )
    .select('a.person_id')
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(validDuring('a', period))
    .where(validDuring('p', period))
    .where(ctx.visible(permission, { person: 'a.person_id', unit: 'p.unit_id' }))
}

/** Name, pinyin or staff number contains the text. */
export function namedLike(alias: string, text: string) {
  const wanted = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column('name')} ilike ${wanted} or ${column('pinyin')} ilike ${wanted} or ${column('number')} ilike ${wanted})`
}

export type Post = { readonly positionTitle: LocalText; readonly unitName: LocalText }

/** What people are called by on a day: their main position, else another. */
export async function postsOf(ctx: Context, personIds: readonly string[], day: Day): Promise<Map<string, Post>> {
  const rows = await ctx.db
    .selectFrom('assignment as a')
    .innerJoin('position_version as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.position_id', '=', 'a.position_id').on(validOn('p', day)),
    )
    .innerJoin('unit_version as u', (on) =>
      on.onRef('u.tenant_id', '=', 'p.tenant_id').onRef('u.unit_id', '=', 'p.unit_id').on(validOn('u', day)),
    )
    .distinctOn('a.person_id')
    .select(['a.person_id', 'p.title', 'u.name'])
    .where('a.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`a.person_id = any(${[...personIds]}::uuid[])`)
    .where(validOn('a', day))
    .orderBy('a.person_id')
    .orderBy((eb) => eb('a.kind', '=', 'main'), 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.person_id, { positionTitle: row.title as LocalText, unitName: row.name as LocalText }]),
  )
}

/** Open tasks past their time, by person, of those the actor may see. */
export async function lateTasksOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('task as t')
    .select(['t.person_id', sql<number>`count(*)`.as('late')])
    .where('t.tenant_id', '=', ctx.tenantId)
    .where('t.status', '=', 'open')
    .where('t.due_at', '<', ctx.now)
    .where(sql<boolean>`t.person_id = any(${[...personIds]}::uuid[])`)
    .where(ctx.visible('tasks.read', { person: 't.person_id', unit: 't.unit_id' }))
    .groupBy('t.person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.late]))
}
