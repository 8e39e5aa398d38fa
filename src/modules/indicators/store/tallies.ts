import { sql, type RawBuilder } from 'kysely'
import type { Days, Need } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { PersonTally } from '../rules.ts'

/** How a fact counts: once, or as minus one when it takes another back. Its measures carry the sign themselves. */
export const sign = sql`(case when f.reverses_id is null then 1 else -1 end)`

/** A fact that nobody took back, and that takes none back: extremes and different values only look at these. */
const stands = sql`(f.reverses_id is null and not exists (select from fact r where r.tenant_id = f.tenant_id and r.reverses_id = f.id))`

export type PeriodTally = PersonTally & { readonly personId: string; readonly period: number }

/**
 * The facts of people in some spans of days, which may not share a day, added up in one statement: by person,
 * responsibility, kind and the values that filters ask for. Every figure over them can then be told without looking at a
 * fact again.
 */
export async function talliesOf(
  ctx: Context,
  personIds: readonly string[],
  periods: readonly Days[],
  needs: readonly Need[],
): Promise<PeriodTally[]> {
  if (periods.length === 0 || needs.length === 0 || personIds.length === 0) return []
  const dimensions = slots(Math.max(...needs.map((need) => need.dimensions.length)))
  const measures = slots(Math.max(...needs.map((need) => need.measures.length)))
  const distinct = slots(Math.max(...needs.map((need) => need.distinct.length)))
  const extremes = needs.some((need) => need.extremes)
  // as VALUES and not as JSON: the planner then knows how few they are
  const kinds = needs.map((need) => {
    const filters = dimensions.flatMap((at) => {
      const dimension = need.dimensions[at]
      return [sql`${dimension?.name ?? null}::text`, sql`${dimension?.values ?? null}::text[]`]
    })
    const named = [
      ...measures.map((at) => sql`${need.measures[at] ?? null}::text`),
      ...distinct.map((at) => sql`${need.distinct[at] ?? null}::text`),
    ]
    return sql`(${sql.join([sql`${need.kind}::text`, ...filters, ...named])})`
  })
  const columns = [
    sql`kind`,
    ...dimensions.flatMap((at) => [sql.ref(`d${at}`), sql.ref(`v${at}`)]),
    ...measures.map((at) => sql.ref(`m${at}`)),
    ...distinct.map((at) => sql.ref(`u${at}`)),
  ]
  const values = dimensions.map((at) =>
    asWanted(sql`f.dimensions ->> k.${sql.ref(`d${at}`)}`, sql`k.${sql.ref(`v${at}`)}`),
  )
  const spans = periods.map(({ from, until }, n) => sql`(${n}::int, ${from}::date, ${until}::date)`)
  const [first, last] = [
    periods.map(({ from }) => from).sort()[0],
    periods
      .map(({ until }) => until)
      .sort()
      .at(-1),
  ]
  const { rows } = await sql<Row>`
    select ${sql.join([
      sql`f.person_id as "personId", f.responsibility_id as "responsibilityId", f.kind, p.n as period, sum(${sign})::int as count`,
      ...values.map((value, at) => sql`${value} as ${sql.ref(`d${at}`)}`),
      ...measures.flatMap((at) => [sumOf(at), ...(extremes ? [extremesOf(at)] : [])]),
      ...distinct.map(differentOf),
    ])}
    from fact f
    join (values ${sql.join(kinds)}) as k(${sql.join(columns)}) on k.kind = f.kind
    join (values ${sql.join(spans)}) as p(n, "from", "until") on f.day >= p."from" and f.day < p."until"
    where f.tenant_id = ${ctx.tenantId} and f.person_id = any(${[...personIds]}::uuid[])
      and f.day >= ${first} and f.day < ${last}
    group by ${sql.join([sql`f.person_id, f.responsibility_id, f.kind, p.n`, ...values])}`.execute(ctx.db)
  const byKind = new Map(needs.map((need) => [need.kind, need]))
  return rows.map((row) => tallyOf(row, byKind.get(row.kind)))
}

function sumOf(at: number) {
  const measure = sql`k.${sql.ref(`m${at}`)}`
  return sql`sum((f.measures -> ${measure})::numeric) as ${sql.ref(`s${at}`)},
    sum(${sign}) filter (where f.measures ? ${measure}) as ${sql.ref(`c${at}`)}`
}

function extremesOf(at: number) {
  const measure = sql`k.${sql.ref(`m${at}`)}`
  const value = sql`(f.measures -> ${measure})::numeric`
  const counted = sql`filter (where ${stands} and f.measures ? ${measure})`
  return sql`min(${value}) ${counted} as ${sql.ref(`l${at}`)}, max(${value}) ${counted} as ${sql.ref(`g${at}`)},
    (array_agg(jsonb_build_object('at', f.happened_at::text || f.id, 'value', ${value}) order by f.happened_at desc, f.id desc) ${counted})[1] as ${sql.ref(`t${at}`)}`
}

function differentOf(at: number) {
  const value = sql`f.dimensions ->> k.${sql.ref(`u${at}`)}`
  return sql`array_agg(distinct ${value}) filter (where ${stands} and ${value} is not null) as ${sql.ref(`u${at}`)}`
}

type Row = {
  personId: string
  responsibilityId: string | null
  kind: string
  period: number
  count: number
} & Record<`d${number}`, string | null> &
  Record<`s${number}` | `l${number}` | `g${number}`, string | null> &
  Record<`c${number}`, number | null> &
  Record<`t${number}`, { at: string; value: number } | null> &
  Record<`u${number}`, string[] | null>

function tallyOf(row: Row, need: Need | undefined): PeriodTally {
  const number = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
  return {
    personId: row.personId,
    responsibilityId: row.responsibilityId,
    kind: row.kind,
    period: row.period,
    count: row.count,
    dimensions: Object.fromEntries((need?.dimensions ?? []).map(({ name }, at) => [name, row[`d${at}`] ?? null])),
    measures: Object.fromEntries(
      (need?.measures ?? []).map((name, at) => [
        name,
        {
          count: row[`c${at}`] ?? 0,
          sum: Number(row[`s${at}`] ?? 0),
          ...(need?.extremes
            ? { min: number(row[`l${at}`]), max: number(row[`g${at}`]), last: row[`t${at}`] ?? null }
            : {}),
        },
      ]),
    ),
    ...(need?.distinct.length
      ? { distinct: Object.fromEntries(need.distinct.map((name, at) => [name, row[`u${at}`] ?? []])) }
      : {}),
  }
}

/** A value no filter names is as good as none: fewer groups. */
function asWanted(value: RawBuilder<unknown>, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(case when ${value} = any(${wanted}) then ${value} end)`
}

function slots(count: number): number[] {
  return Array.from({ length: count }, (_none, at) => at)
}
