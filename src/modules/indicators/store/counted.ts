import { sql, type RawBuilder } from 'kysely'
import { figuresOf, type Days, type Figure, type FormulaTerm, type Measure } from '#core/indicator'
import type { Context } from '#kernel/context'
import type { CountedFact } from '../contract.ts'
import type { Claim } from '../rules.ts'
import { factRows, toFacts } from './facts.ts'
import { sign } from './tallies.ts'

export type FigureScope = {
  readonly personId: string
  readonly responsibilityId: string
  readonly period: Days
  readonly measure: Measure
  /** Kinds of which facts without a responsibility count here too, and on which days. */
  readonly claims: readonly Claim[]
  /** A closed period: what came too late for it is left out. */
  readonly closedId?: string | undefined
}

/** A page of the facts a figure is made of, latest first, with what each adds to it; `core/indicator` states the same in TypeScript. */
export async function countedFacts(
  ctx: Context,
  scope: FigureScope,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; facts: CountedFact[] }> {
  const figures = figuresOf(scope.measure)
  if (figures.length === 0) return { total: 0, facts: [] }
  const counted = figures.map(counts)
  const behind = sql<boolean>`f.person_id = ${scope.personId} and f.day >= ${scope.period.from} and f.day < ${scope.period.until}
    and ${belongs(scope)} and (${sql.join(counted, sql` or `)}) and ${inTime(scope)}`
  const rows = await factRows(ctx)
    .where(behind)
    .select([sql<boolean[]>`array[${sql.join(counted)}]`.as('counted'), sql<number>`${sign}`.as('sign')])
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
  const names = namesOf(scope.measure)
  return {
    total,
    facts: facts.map((fact, at) => {
      const row = rows[at]
      const isFormula = scope.measure.kind === 'formula'
      const adds = (n: number) => {
        const figure = figures[n]
        if (isFormula || !figure || !row?.counted[n]) return null
        const isCount = figure.take === 'count' || figure.take === 'distinct'
        return { count: row.sign, sum: isCount ? 0 : (fact.measures[figure.of ?? ''] ?? 0) }
      }
      const terms = isFormula ? names.filter((_name, n) => row?.counted[n]) : []
      return { ...fact, part: adds(0), whole: adds(1), terms }
    }),
  }
}

/** Facts of a closed period that came after it was closed, latest first: told, not counted. */
export async function lateFactsBehind(ctx: Context, scope: FigureScope, limit: number): Promise<CountedFact[]> {
  const figures = figuresOf(scope.measure)
  if (!scope.closedId || figures.length === 0) return []
  const rows = await factRows(ctx)
    .where('f.person_id', '=', scope.personId)
    .where(sql<boolean>`${belongs(scope)} and (${sql.join(figures.map(counts), sql` or `)})
      and exists (select from late_fact l where l.tenant_id = f.tenant_id and l.period_id = ${scope.closedId} and l.fact_id = f.id)`)
    .orderBy('f.recorded_at', 'desc')
    .limit(limit)
    .execute()
  return (await toFacts(ctx, rows)).map((fact) => ({ ...fact, part: null, whole: null, terms: [] }))
}

/** The names of a formula's figures, in the order of `figuresOf`. */
function namesOf(measure: Measure): string[] {
  if (measure.kind !== 'formula') return []
  return measure.terms.flatMap((term: FormulaTerm) => ('figure' in term ? [term.name] : []))
}

function belongs({ responsibilityId, claims }: FigureScope): RawBuilder<boolean> {
  const claimed = claims.map(
    ({ kind, from, until }) => sql`(f.kind = ${kind} and f.day >= ${from} and f.day < ${until})`,
  )
  const free = claimed.length === 0 ? sql`false` : sql.join(claimed, sql` or `)
  return sql<boolean>`(f.responsibility_id = ${responsibilityId} or (f.responsibility_id is null and (${free})))`
}

function inTime({ closedId }: FigureScope): RawBuilder<boolean> {
  if (!closedId) return sql<boolean>`true`
  return sql<boolean>`not exists (select from late_fact l where l.tenant_id = f.tenant_id and l.period_id = ${closedId} and l.fact_id = f.id)`
}

/** True for facts a figure counts: see `passes` and `amountIn`. */
export function counts({ take, fact, of, where }: Figure): RawBuilder<boolean> {
  const filters = where.map(
    ({ dimension, is, not }) => sql`coalesce(f.dimensions ->> ${dimension} = any(${is}), false) <> ${not}`,
  )
  const carries =
    take === 'count' ? [] : take === 'distinct' ? [sql`f.dimensions ? ${of ?? ''}`] : [sql`f.measures ? ${of ?? ''}`]
  return sql<boolean>`(${sql.join([sql`f.kind = ${fact}`, ...filters, ...carries], sql` and `)})`
}
