import { sql, type RawBuilder } from 'kysely'
import { figuresOf, type Days, type Figure, type Measure } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { CountedFact } from '../contract.ts'
import { factRows, toFacts } from './facts.ts'
import { sign } from './tallies.ts'

export type FigureScope = {
  readonly personId: string
  readonly responsibilityId: string
  readonly period: Days
  readonly measure: Measure
  /** Kinds of which facts without a responsibility count here too. */
  readonly claimedKinds: readonly string[]
}

/** A page of the facts a figure is made of, latest first, with what each adds to it; `core/indicator` states the same in TypeScript. */
export async function countedFacts(
  ctx: Context,
  scope: FigureScope,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; facts: CountedFact[] }> {
  const [part, whole] = figuresOf(scope.measure)
  const inPart = part ? counts(part) : sql<boolean>`false`
  const inWhole = whole ? counts(whole) : sql<boolean>`false`
  const behind = sql<boolean>`f.person_id = ${scope.personId} and f.day >= ${scope.period.from} and f.day < ${scope.period.until}
    and (f.responsibility_id = ${scope.responsibilityId} or (f.responsibility_id is null and f.kind = any(${[...scope.claimedKinds]})))
    and (${inPart} or ${inWhole})`
  const rows = await factRows(ctx)
    .where(behind)
    .select([
      sql<boolean>`${inPart}`.as('in_part'),
      sql<boolean>`${inWhole}`.as('in_whole'),
      sql<number>`${sign}`.as('sign'),
    ])
    .orderBy('f.day', 'desc')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await ctx.db
    .selectFrom('fact as f')
    .select(sql<number>`count(*)`.as('total'))
    .where('f.tenant_id', '=', ctx.tenantId)
    .where(behind)
    .executeTakeFirstOrThrow()
  const facts = await toFacts(ctx, rows)
  return {
    total,
    facts: facts.map((fact, at) => {
      const row = rows[at]
      const adds = (figure: Figure | undefined, counted: boolean | undefined) =>
        figure && counted && row
          ? { count: row.sign, sum: figure.take === 'count' ? 0 : (fact.measures[figure.of ?? ''] ?? 0) }
          : null
      return { ...fact, part: adds(part, row?.in_part), whole: adds(whole, row?.in_whole) }
    }),
  }
}

/** True for facts a figure counts: see `passes` and `amountIn`. */
function counts({ take, fact, of, where }: Figure): RawBuilder<boolean> {
  const filters = where.map(
    ({ dimension, is, not }) => sql`coalesce(f.dimensions ->> ${dimension} = any(${is}), false) <> ${not}`,
  )
  const carries = take === 'count' ? [] : [sql`f.measures ? ${of ?? ''}`]
  return sql<boolean>`(${sql.join([sql`f.kind = ${fact}`, ...filters, ...carries], sql` and `)})`
}
