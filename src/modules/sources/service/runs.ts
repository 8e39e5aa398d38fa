import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { runsOf, type Cause } from '../store/run.ts'
import type { Trouble } from '../store/source.ts'
import { mustFind, troubleOf } from './sources.ts'

type ListRuns = (typeof routes)['listRuns']

export async function listRuns(ctx: Context, { sourceId, ...page }: Input<ListRuns>): Promise<Output<ListRuns>> {
  await mustFind(ctx, sourceId)
  const rows = await runsOf(ctx, sourceId, page)
  return {
    hasMore: rows.length > page.limit,
    rows: rows.slice(0, page.limit).map((row) => ({
      id: row.id,
      cause: row.cause as Cause,
      startedAt: row.started_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      rows: row.rows,
      recorded: row.recorded,
      known: row.known,
      refused: row.refused,
      trouble: row.problem ? troubleOf(ctx, row.problem as Trouble, 'problems') : null,
    })),
  }
}
