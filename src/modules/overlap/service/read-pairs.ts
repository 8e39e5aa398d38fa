import { sql, type SqlBool } from 'kysely'
import type { Input, Output } from '#core/contract'
import { sharedPhrases } from '#core/overlap'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Pair, routes } from '../contract.ts'
import { scoresOf } from '../rules.ts'
import { pairRows, shownPairs, stateSql } from '../store/pairs.ts'
import { limitsOf } from './limits.ts'

type Routes = typeof routes

/** A page of the pairs found last time, or decided, the most alike first. */
export async function listPairs(ctx: Context, input: Input<Routes['listPairs']>): Promise<Output<Routes['listPairs']>> {
  const limits = await limitsOf(ctx)
  let query = pairRows(ctx).where('p.is_current', '=', true)
  if (input.band) {
    const { from, below } = scoresOf(input.band, limits)
    query = query.where('p.score_permille', '>=', from).where('p.score_permille', '<', below)
  }
  if (input.state) query = query.where(sql<SqlBool>`${stateSql(ctx)} = ${input.state}`)
  if (input.responsibilityId) {
    const { responsibilityId } = input
    query = query.where((eb) =>
      eb.or([eb('a.responsibility_id', '=', responsibilityId), eb('b.responsibility_id', '=', responsibilityId)]),
    )
  }
  if (input.text) {
    const like = `%${input.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(
      sql<SqlBool>`exists (select from jsonb_each_text(a.text) said where said.value ilike ${like})
        or exists (select from jsonb_each_text(b.text) said where said.value ilike ${like})`,
    )
  }
  const one = input.unitId ? await subtree(ctx, input.unitId) : null
  const other = input.otherUnitId ? await subtree(ctx, input.otherUnitId) : null
  if (one || other) query = query.where(between(one, other))
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = await query
    .select('p.id')
    .orderBy('p.score_permille', 'desc')
    .orderBy('p.id')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  return {
    total,
    items: await shownPairs(
      ctx,
      ids.map((row) => row.id),
      limits,
    ),
  }
}

/** One pair with the phrases it is found by. */
export async function readPair(
  ctx: Context,
  { pairId }: Input<Routes['readPair']>,
): Promise<Output<Routes['readPair']>> {
  const [pair] = await shownPairs(ctx, [pairId], await limitsOf(ctx))
  if (!pair) throw notFound({ what: 'pair' })
  const languages = Object.keys(pair.first.text).filter((language) => pair.second.text[language])
  return {
    ...pair,
    shared: languages.map((language) => ({ language, phrases: phrasesOf(pair, language) })),
    siblings: (await openSiblings(ctx, pair)).length,
    mayDecide: [pair.first, pair.second].every(({ unit }) => ctx.may('overlap.decide', { unitId: unit.id })),
  }
}

/** The other open pairs of the same two responsibilities. */
export async function openSiblings(ctx: Context, pair: Pair): Promise<string[]> {
  const both = [pair.first.responsibility.id, pair.second.responsibility.id]
  const rows = await pairRows(ctx)
    .select('p.id')
    .where('p.is_current', '=', true)
    .where('p.id', '<>', pair.id)
    .where('a.responsibility_id', 'in', both)
    .where('b.responsibility_id', 'in', both)
    .where(sql<SqlBool>`${stateSql(ctx)} = 'open'`)
    .orderBy('p.id')
    .limit(500)
    .execute()
  return rows.map((row) => row.id)
}

function phrasesOf(pair: Pair, language: string) {
  return sharedPhrases(pair.first.text[language] ?? '', pair.second.text[language] ?? '').map(({ text, inA, inB }) => ({
    text,
    inFirst: inA,
    inSecond: inB,
  }))
}

function subtree(ctx: Context, unitId: string): Promise<string[]> {
  return ctx.house.scopes.subtree(ctx.db, [unitId], ctx.today)
}

/** One side in each of the two trees, in whatever order; with one tree, either side in it. */
function between(one: readonly string[] | null, other: readonly string[] | null) {
  const within = (column: string, ids: readonly string[]) => sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`
  if (one && other)
    return sql<SqlBool>`((${within('a.unit_id', one)} and ${within('b.unit_id', other)})
      or (${within('a.unit_id', other)} and ${within('b.unit_id', one)}))`
  const ids = one ?? other ?? []
  return sql<SqlBool>`(${within('a.unit_id', ids)} or ${within('b.unit_id', ids)})`
}
