import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { personMatches, visiblePeople } from '#modules/organisation'
import type { PaidPerson, TermVersion } from '../contract/terms.ts'

export type StoredTerm = TermVersion & { readonly personId: string }
export type TermContent = Omit<TermVersion, 'id' | 'version' | 'from' | 'until'>

/** Terms of a person, the oldest first. */
export async function termsOf(ctx: Context, personId: string): Promise<StoredTerm[]> {
  return (await terms(ctx).where('person_id', '=', personId).orderBy('valid_from').execute()).map(termOf)
}

export async function termsOfMany(ctx: Context, personIds: readonly string[]): Promise<StoredTerm[]> {
  const rows = await terms(ctx)
    .where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .orderBy('valid_from')
    .execute()
  return rows.map(termOf)
}

export async function termById(ctx: Context, id: string): Promise<StoredTerm | undefined> {
  const row = await terms(ctx).where('id', '=', id).executeTakeFirst()
  return row && termOf(row)
}

export async function insertTerm(
  ctx: Context,
  { id, personId, from, until, ...content }: Omit<StoredTerm, 'version'>,
): Promise<void> {
  const own = { tenant_id: ctx.tenantId, id, person_id: personId, valid_from: from, valid_until: until }
  await ctx.db
    .insertInto('pay_term')
    .values({ ...own, ...rowOf(ctx, content) })
    .execute()
}

/** @returns whether the version still was what the caller had seen */
export async function updateTerm(
  ctx: Context,
  { id, version, ...content }: TermContent & { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_term')
    .set({ ...rowOf(ctx, content), version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Months from a day on for which a person has a published slip of a regular run. */
export async function closedMonths(ctx: Context, personId: string, from: Day): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('pay_slip as s')
    .innerJoin('pay_run as r', (join) => join.onRef('r.tenant_id', '=', 's.tenant_id').onRef('r.id', '=', 's.run_id'))
    .select('s.period')
    .distinct()
    .where('s.tenant_id', '=', ctx.tenantId)
    .where('s.person_id', '=', personId)
    .where('s.state', '=', 'published')
    .where('r.kind', '=', 'regular')
    .where('s.period', '>=', from.slice(0, 7))
    .orderBy('s.period')
    .execute()
  return rows.map(({ period }) => period)
}

type Filter = {
  readonly on: Day
  readonly groupId?: string | undefined
  readonly text?: string | undefined
  readonly state: 'paid' | 'missing'
  readonly limit: number
  readonly offset: number
}

/** People with what holds on a day, or those who sit somewhere and have nothing. */
export async function paidPeople(
  ctx: Context,
  { on, groupId, text, state, limit, offset }: Filter,
): Promise<{ total: number; rows: PaidPerson[] }> {
  const conditions = [
    sql`p.tenant_id = ${ctx.tenantId}`,
    visiblePeople(ctx, 'payroll.read'),
    state === 'paid' ? sql`t.id is not null` : missing(ctx, on),
    ...(groupId ? [sql`t.group_id = ${groupId}`] : []),
    ...(text ? [personMatches(ctx, text)] : []),
  ]
  const found = sql`from person p
    left join pay_term t on t.tenant_id = p.tenant_id and t.person_id = p.id and ${validOn('t', on)}
    where ${sql.join(conditions, sql` and `)}`
  const { rows } = await sql<{ total: number; row: PaidPerson | null }>`
    with hits as materialized (select p.id, p.number, p.name, p.latin_name, t.group_id, t.wage_fen, t.city, t.valid_from ${found}),
      page as (select * from hits order by number, id limit ${limit} offset ${offset})
    select (select count(*)::int from hits) as total, json_build_object('personId', p.id, 'number', p.number,
      'name', p.name, 'latinName', p.latin_name, 'unitName', u.name, 'positionTitle', v.title, 'groupId', p.group_id,
      'wageFen', p.wage_fen, 'city', coalesce(p.city, g.city), 'from', p.valid_from, 'nextFrom', (
        select min(n.valid_from) from pay_term n
        where n.tenant_id = ${ctx.tenantId} and n.person_id = p.id and n.valid_from > ${on})) as row
    from page p
    left join pay_group g on g.tenant_id = ${ctx.tenantId} and g.id = p.group_id
    left join assignment a on a.tenant_id = ${ctx.tenantId} and a.person_id = p.id and a.kind = 'main' and ${validOn('a', on)}
    left join position_version v on v.tenant_id = ${ctx.tenantId} and v.position_id = a.position_id and ${validOn('v', on)}
    left join unit_version u on u.tenant_id = ${ctx.tenantId} and u.unit_id = v.unit_id and ${validOn('u', on)}
    order by p.number, p.id`.execute(ctx.db)
  return { total: rows[0]?.total ?? 0, rows: rows.flatMap(({ row }) => row ?? []) }
}

/** How many people sit somewhere and have no terms. */
export async function countMissing(ctx: Context, on: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from person p
    left join pay_term t on t.tenant_id = p.tenant_id and t.person_id = p.id and ${validOn('t', on)}
    where p.tenant_id = ${ctx.tenantId} and ${visiblePeople(ctx, 'payroll.read')} and ${missing(ctx, on)}`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

function missing(ctx: Context, on: Day) {
  return sql`t.id is null and exists (select from assignment s where s.tenant_id = ${ctx.tenantId}
    and s.person_id = p.id and s.kind = 'main' and ${validOn('s', on)})`
}

function terms(ctx: Context) {
  return ctx.db
    .selectFrom('pay_term')
    .select([
      'id',
      'version',
      'person_id as personId',
      'group_id as groupId',
      'wage_fen as wageFen',
      'amounts',
      'city',
      'bases',
      'rates',
      'excepted',
      'standing',
      'reason',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('tenant_id', '=', ctx.tenantId)
}

type Row = Awaited<ReturnType<ReturnType<typeof terms>['executeTakeFirstOrThrow']>>

function termOf(row: Row): StoredTerm {
  return {
    ...row,
    wageFen: Number(row.wageFen),
    amounts: row.amounts as StoredTerm['amounts'],
    bases: row.bases as StoredTerm['bases'],
    rates: row.rates as StoredTerm['rates'],
    excepted: row.excepted as StoredTerm['excepted'],
    standing: row.standing as StoredTerm['standing'],
  }
}

function rowOf(ctx: Context, content: TermContent) {
  return {
    group_id: content.groupId,
    wage_fen: content.wageFen,
    amounts: JSON.stringify(content.amounts),
    city: content.city,
    bases: JSON.stringify(content.bases),
    rates: JSON.stringify(content.rates),
    excepted: content.excepted,
    standing: JSON.stringify(content.standing),
    reason: content.reason,
    changed_at: ctx.now,
  }
}
