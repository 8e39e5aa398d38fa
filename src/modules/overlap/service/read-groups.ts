import { sql, type SqlBool } from 'kysely'
import type { Output } from '#core/contract'
import { groupsOf } from '#core/overlap'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { statementsOf } from '../store/current.ts'
import { pairRows, stateSql } from '../store/pairs.ts'
import { limitsOf } from './limits.ts'

const shownGroups = 100

/** Statements of three and more units that are all likely the same, the largest group first. What was dismissed joins nothing. */
export async function readGroups(ctx: Context): Promise<Output<(typeof routes)['readGroups']>> {
  const { likelyFromPermille } = await limitsOf(ctx)
  const rows = await pairRows(ctx)
    .select(['p.first_id', 'p.second_id', 'p.score_permille'])
    .where('p.is_current', '=', true)
    .where('p.score_permille', '>=', likelyFromPermille)
    .where(sql<SqlBool>`${stateSql(ctx)} <> 'different'`)
    .orderBy('p.id')
    .execute()
  const ids = [...new Set(rows.flatMap((row) => [row.first_id, row.second_id]))]
  const numbers = new Map(ids.map((id, at) => [id, at]))
  const pairs = rows.map((row) => ({
    a: numbers.get(row.first_id) ?? 0,
    b: numbers.get(row.second_id) ?? 0,
    score: row.score_permille,
  }))
  const groups = groupsOf(pairs, likelyFromPermille).filter((group) => group.length > 2)
  const statements = await statementsOf(ctx, ids)
  return {
    total: groups.length,
    items: groups.slice(0, shownGroups).map((group) => ({
      statements: group.flatMap((at) => statements.get(ids[at] ?? '') ?? []),
    })),
  }
}
