import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import type { SchemeContent } from '#core/performance'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Period, Scheme, SchemeVersion } from '../contract.ts'

export type SchemeRow = Omit<Scheme, 'hasDraft' | 'places'> & { readonly draft: SchemeContent | null }

/** Schemes by their code, with what holds today or begins next; only one with `id`. */
export async function schemeRows(
  ctx: Context,
  { id, limit = 500, offset = 0 }: { id?: string; limit?: number; offset?: number } = {},
): Promise<(SchemeRow & { places: number; total: number })[]> {
  const only = id ? sql`and s.id = ${id}` : sql``
  const { rows } = await sql<SchemeRow & { places: number; total: number }>`
    select s.id, s.code, s.name, s.period, s.version, s.draft, count(*) over ()::int as total,
      (select jsonb_build_object('number', v.number, 'from', v.valid_from, 'until', v.valid_until) from review_scheme_version v
        where v.tenant_id = s.tenant_id and v.scheme_id = s.id and (v.valid_until is null or v.valid_until > ${ctx.today})
        order by v.valid_from limit 1) as current,
      (select count(*)::int from review_scheme_place p
        where p.tenant_id = s.tenant_id and p.scheme_id = s.id and ${validOn('p', ctx.today)}) as places
    from review_scheme s where s.tenant_id = ${ctx.tenantId} ${only}
    order by s.code limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

export async function lockScheme(ctx: Context, id: string): Promise<void> {
  await sql`select 1 from review_scheme where tenant_id = ${ctx.tenantId} and id = ${id} for update`.execute(ctx.db)
}

/** False when the code is taken. */
export async function insertScheme(
  ctx: Context,
  one: { id: string; code: string; name: LocalText; period: Period; draft: SchemeContent },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('review_scheme')
    .values({
      tenant_id: ctx.tenantId,
      ...one,
      name: JSON.stringify(one.name),
      draft: JSON.stringify(one.draft),
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateScheme(
  ctx: Context,
  id: string,
  change: { name?: LocalText; draft: SchemeContent | null; version: number },
): Promise<void> {
  await ctx.db
    .updateTable('review_scheme')
    .set({
      ...(change.name ? { name: JSON.stringify(change.name) } : {}),
      draft: change.draft && JSON.stringify(change.draft),
      version: change.version,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** The newest first. */
export async function versionsOf(ctx: Context, schemeId: string): Promise<SchemeVersion[]> {
  const rows = await ctx.db
    .selectFrom('review_scheme_version')
    .select(['id', 'number', 'valid_from as from', 'valid_until as until', 'content'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('scheme_id', '=', schemeId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, content: row.content as SchemeContent }))
}

/** From a day on: the version before ends there. */
export async function appendVersion(
  ctx: Context,
  one: { id: string; schemeId: string; number: number; from: Day; content: SchemeContent },
): Promise<void> {
  await ctx.db
    .updateTable('review_scheme_version')
    .set({ valid_until: one.from })
    .where('tenant_id', '=', ctx.tenantId)
    .where('scheme_id', '=', one.schemeId)
    .where('valid_until', 'is', null)
    .execute()
  await ctx.db
    .insertInto('review_scheme_version')
    .values({
      tenant_id: ctx.tenantId,
      id: one.id,
      scheme_id: one.schemeId,
      number: one.number,
      content: JSON.stringify(one.content),
      valid_from: one.from,
      created_at: ctx.now,
      created_by: ctx.actor.accountId,
    })
    .execute()
}

export type VersionKnown = {
  readonly id: string
  readonly schemeId: string
  readonly code: string
  readonly name: LocalText
  readonly number: number
  readonly content: SchemeContent
}

export async function versionsById(ctx: Context, ids: readonly string[]): Promise<Map<string, VersionKnown>> {
  const rows = await ctx.db
    .selectFrom('review_scheme_version as v')
    .innerJoin('review_scheme as s', (on) =>
      on.onRef('s.tenant_id', '=', 'v.tenant_id').onRef('s.id', '=', 'v.scheme_id'),
    )
    .select(['v.id', 'v.scheme_id as schemeId', 's.code', 's.name', 'v.number', 'v.content'])
    .where('v.tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`v.id = any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [row.id, { ...row, name: row.name as LocalText, content: row.content as SchemeContent }]),
  )
}
