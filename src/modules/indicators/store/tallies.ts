import { sql, type RawBuilder } from 'kysely'
import type { Days, Need } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { PersonTally } from '../rules.ts'

/** How a fact counts: once, or as minus one when it takes another back. Its measures carry the sign themselves. */
export const sign = sql`(case when f.reverses_id is null then 1 else -1 end)`

export type PeriodTally = PersonTally & { readonly personId: string; readonly period: number }

/**
 * The facts of people in some periods, added up in one statement: by person, responsibility, kind and the values that
 * filters ask for. Every figure over them can then be told without looking at a fact again.
 */
export async function talliesOf(
  ctx: Context,
  personIds: readonly string[],
  periods: readonly Days[],
  needs: readonly Need[],
): Promise<PeriodTally[]> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last || needs.length === 0 || personIds.length === 0) return []
  const dimensions = slots(Math.max(...needs.map((need) => need.dimensions.length)))
  const measures = slots(Math.max(...needs.map((need) => need.measures.length)))
  // as VALUES and not as JSON: the planner then knows how few they are
  const kinds = needs.map((need) => {
    const filters = dimensions.flatMap((at) => {
      const dimension = need.dimensions[at]
      return [sql`${dimension?.name ?? null}::text`, sql`${dimension?.values ?? null}::text[]`]
    })
    return sql`(${sql.join([sql`${need.kind}::text`, ...filters, ...measures.map((at) => sql`${need.measures[at] ?? null}::text`)])})`
  })
  const columns = [
    sql`kind`,
    ...dimensions.flatMap((at) => [sql.ref(`d${at}`), sql.ref(`v${at}`)]),
    ...measures.map((at) => sql.ref(`m${at}`)),
  ]
  const values = dimensions.map((at) =>
    asWanted(sql`f.dimensions ->> k.${sql.ref(`d${at}`)}`, sql`k.${sql.ref(`v${at}`)}`),
  )
  const sums = measures.map((at) => {
    const measure = sql`k.${sql.ref(`m${at}`)}`
    return sql`sum((f.measures -> ${measure})::numeric) as ${sql.ref(`s${at}`)},
      sum(${sign}) filter (where f.measures ? ${measure}) as ${sql.ref(`c${at}`)}`
  })
  const spans = periods.map(({ from, until }, n) => sql`(${n}::int, ${from}::date, ${until}::date)`)
  const { rows } = await sql<Row>`
    select ${sql.join([
      sql`f.person_id as "personId", f.responsibility_id as "responsibilityId", f.kind, p.n as period, sum(${sign})::int as count`,
      ...values.map((value, at) => sql`${value} as ${sql.ref(`d${at}`)}`),
      ...sums,
    ])}
    from fact f
    join (values ${sql.join(kinds)}) as k(${sql.join(columns)}) on k.kind = f.kind
    join (values ${sql.join(spans)}) as p(n, "from", "until") on f.day >= p."from" and f.day < p."until"
    where f.tenant_id = ${ctx.tenantId} and f.person_id = any(${[...personIds]}::uuid[])
      and f.day >= ${first.from} and f.day < ${last.until}
    group by ${sql.join([sql`f.person_id, f.responsibility_id, f.kind, p.n`, ...values])}`.execute(ctx.db)
  const byKind = new Map(needs.map((need) => [need.kind, need]))
  return rows.map((row) => tallyOf(row, byKind.get(row.kind)))
}

type Row = {
  personId: string
  responsibilityId: string | null
  kind: string
  period: number
  count: number
} & Record<`d${number}`, string | null> &
  Record<`s${number}`, string | null> &
  Record<`c${number}`, number | null>

function tallyOf(row: Row, need: Need | undefined): PeriodTally {
  return {
    personId: row.personId,
    responsibilityId: row.responsibilityId,
    kind: row.kind,
    period: row.period,
    count: row.count,
    dimensions: Object.fromEntries((need?.dimensions ?? []).map(({ name }, at) => [name, row[`d${at}`] ?? null])),
    measures: Object.fromEntries(
      (need?.measures ?? []).map((name, at) => [name, { count: row[`c${at}`] ?? 0, sum: Number(row[`s${at}`] ?? 0) }]),
    ),
  }
}

/** A value no filter names is as good as none: fewer groups. */
function asWanted(value: RawBuilder<unknown>, wanted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(case when ${value} = any(${wanted}) then ${value} end)`
}

function slots(count: number): number[] {
  return Array.from({ length: count }, (_none, at) => at)
}
