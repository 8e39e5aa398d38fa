import { sql, type RawBuilder } from 'kysely'
import type { Figure, Days } from '#core/indicator'
import type { Cell } from '#core/segments'
import type { Context } from '#kernel/context'
import { counts } from './counted.ts'
import { factRows, toFacts } from './facts.ts'

/** Whose facts and which are looked at. */
export type Sample = {
  readonly personIds: readonly string[]
  readonly responsibilityId: string
  readonly days: Days
  /** Facts that count at all. */
  readonly whole: Figure
}

/** More facts than this are not looked at; the latest are. */
const mostFacts = 50_000
const mostDimensions = 8
const [fewestValues, mostValues] = [2, 60]

/** The facts of a sample that stand: neither taken back nor taking one back. */
function standing({ personIds, responsibilityId, days, whole }: Sample): RawBuilder<boolean> {
  return sql<boolean>`f.person_id = any(${[...personIds]}::uuid[]) and f.day >= ${days.from} and f.day < ${days.until}
    and (f.responsibility_id = ${responsibilityId} or f.responsibility_id is null) and ${counts(whole)} and f.reverses_id is null
    and not exists (select from fact r where r.tenant_id = f.tenant_id and r.reverses_id = f.id)`
}

/** The dimensions facts of a sample have that can tell groups apart, those with the fewest values first. */
export async function dimensionsOf(ctx: Context, sample: Sample, without: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select d.key as name from (select f.dimensions from fact f where f.tenant_id = ${ctx.tenantId} and ${standing(sample)}
      order by f.day desc limit ${mostFacts}) f, jsonb_each_text(f.dimensions) d
    where d.key <> all(${[...without]}::text[])
    group by d.key having count(distinct d.value) between ${fewestValues} and ${mostValues}
    order by count(distinct d.value), d.key limit ${mostDimensions}`.execute(ctx.db)
  return rows.map(({ name }) => name)
}

/** The sample's facts by what they have in common, with what they give: `hit` tells what to add up. */
export async function cellsIn(
  ctx: Context,
  sample: Sample,
  dimensions: readonly string[],
  hit: RawBuilder<unknown>,
): Promise<Cell[]> {
  const { rows } = await sql<{ values: (string | null)[]; count: number; sum: number; squares: number }>`
    select v.values, count(*)::int as count, coalesce(sum(v.hit), 0)::float8 as sum, coalesce(sum(v.hit * v.hit), 0)::float8 as squares
    from (select array[${sql.join(dimensions.length > 0 ? dimensions.map((name) => sql`f.dimensions ->> ${name}`) : [sql`null::text`])}] as values,
        ${hit} as hit
      from fact f where f.tenant_id = ${ctx.tenantId} and ${standing(sample)} order by f.day desc limit ${mostFacts}) v
    group by v.values order by v.values`.execute(ctx.db)
  return rows
}

/** The single amounts of a sample; only needed where they are no hits. */
export async function amountsIn(ctx: Context, sample: Sample, measure: string): Promise<number[]> {
  const { rows } = await sql<{ amount: number }>`
    select (f.measures ->> ${measure})::float8 as amount from fact f where f.tenant_id = ${ctx.tenantId} and ${standing(sample)}
    order by f.day desc limit ${mostFacts}`.execute(ctx.db)
  return rows.map(({ amount }) => amount)
}

/** 1 where a figure counts the fact, else 0. */
export function isHit(part: Figure): RawBuilder<number> {
  return sql<number>`(case when ${counts(part)} then 1 else 0 end)`
}

export function amountHit(measure: string): RawBuilder<number> {
  return sql<number>`(f.measures ->> ${measure})::float8`
}

/** 1 for facts of some days, 0 for those before. */
export function hitSince(from: string): RawBuilder<number> {
  return sql<number>`(case when f.day >= ${from} then 1 else 0 end)`
}

export type Condition = { readonly dimension: string; readonly value: string }

/** A page of the facts under some conditions, the latest first. */
export async function factsUnder(
  ctx: Context,
  sample: Sample,
  conditions: readonly Condition[],
  { limit, offset }: { limit: number; offset: number },
) {
  const under = sql<boolean>`${standing(sample)} and ${sql.join(
    [sql`true`, ...conditions.map(({ dimension, value }) => sql`f.dimensions ->> ${dimension} = ${value}`)],
    sql` and `,
  )}`
  const rows = await factRows(ctx)
    .where(under)
    .orderBy('f.day', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await ctx.db
    .selectFrom('fact as f')
    .select(sql<number>`count(*)::int`.as('total'))
    .where('f.tenant_id', '=', ctx.tenantId)
    .where(under)
    .executeTakeFirstOrThrow()
  return { total, facts: await toFacts(ctx, rows) }
}
