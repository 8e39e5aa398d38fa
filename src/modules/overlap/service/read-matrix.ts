import { sql, type SqlBool } from 'kysely'
import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { bands, type Band, type MatrixCell, type routes } from '../contract.ts'
import { bandOf, companiesOf, departmentsOf, scoresOf, type Limits } from '../rules.ts'
import { lastRun } from '../store/keep.ts'
import { pairRows, stateSql } from '../store/pairs.ts'
import { unitsToday } from '../store/units.ts'
import { limitsOf } from './limits.ts'

type ReadMatrix = (typeof routes)['readMatrix']

/** How many pairs lie between each two departments, and how far each band has been confirmed. */
export async function readMatrix(ctx: Context, { band }: Input<ReadMatrix>): Promise<Output<ReadMatrix>> {
  const limits = await limitsOf(ctx)
  const units = await unitsToday(ctx)
  const departments = departmentsOf(units)
  const companies = companiesOf(units)
  const counts = await countsBetween(ctx, limits)
  const places = new Map(units.map((unit, at) => [unit.id, at]))
  const cells = new Map<string, MatrixCell>()
  for (const count of counts) {
    if (band && count.band !== band) continue
    const sides = [count.first, count.second].map((id) => departments.get(id) ?? id)
    const [rowId = '', columnId = ''] = sides.sort((x, y) => (places.get(x) ?? 0) - (places.get(y) ?? 0))
    const key = `${rowId} ${columnId}`
    const cell = cells.get(key) ?? { rowId, columnId, found: 0, open: 0, same: 0, different: 0, bestPermille: 0 }
    cells.set(key, {
      ...cell,
      found: cell.found + count.found,
      [count.state]: cell[count.state] + count.found,
      bestPermille: Math.max(cell.bestPermille, count.best),
    })
  }
  const shown = new Set([...cells.values()].flatMap((cell) => [cell.rowId, cell.columnId]))
  const run = await lastRun(ctx)
  return {
    analysedAt: run?.finished_at.toISOString() ?? null,
    statementCount: run?.statement_count ?? 0,
    units: units
      .filter((unit) => shown.has(unit.id))
      .map(({ id, name }) => ({ id, name, company: companies.get(id)?.name ?? null })),
    cells: [...cells.values()],
    bands: bands.map((one) => ({
      band: one,
      fromPermille: one === 'possible' ? limits.possibleFromPermille : scoresOf(one, limits).from,
      found: sumOf(counts, (count) => count.band === one),
      same: sumOf(counts, (count) => count.band === one && count.state === 'same'),
      different: sumOf(counts, (count) => count.band === one && count.state === 'different'),
    })),
  }
}

type Count = {
  first: string
  second: string
  band: Band
  state: 'open' | 'same' | 'different'
  found: number
  best: number
}

async function countsBetween(ctx: Context, limits: Limits): Promise<Count[]> {
  const step = sql<number>`case when p.score_permille >= ${limits.sameFromPermille} then ${limits.sameFromPermille}::int
    when p.score_permille >= ${limits.likelyFromPermille} then ${limits.likelyFromPermille}::int else 0 end`
  const rows = await pairRows(ctx)
    .where(sql<SqlBool>`p.is_current`)
    .select(['a.unit_id as first', 'b.unit_id as second', step.as('step'), stateSql(ctx).as('state')])
    .select((eb) => [eb.fn.countAll<number>().as('found'), eb.fn.max('p.score_permille').as('best')])
    .groupBy((eb) => [eb.ref('a.unit_id'), eb.ref('b.unit_id'), sql`3`, sql`4`])
    .execute()
  return rows.map((row) => ({ ...row, band: bandOf(row.step, limits), best: Number(row.best) }))
}

function sumOf(counts: readonly Count[], when: (count: Count) => boolean): number {
  return counts.filter(when).reduce((sum, count) => sum + count.found, 0)
}
