import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { Row, routes } from '../contract.ts'
import { noMapping } from '../problems.ts'
import { keptRejects, rejectsOf, restateRejects, settleRejects } from '../store/reject.ts'
import { addToRun, endRun, insertRun, noteFacts } from '../store/run.ts'
import { mustFind } from './sources.ts'
import { sentenceOf, takeRows } from './take-rows.ts'

type Routes = typeof routes
const atOnce = 1000

export async function listRejects(
  ctx: Context,
  { sourceId, ...page }: Input<Routes['listRejects']>,
): Promise<Output<Routes['listRejects']>> {
  await mustFind(ctx, sourceId)
  const { rows, total } = await rejectsOf(ctx, sourceId, page)
  return {
    total,
    rows: rows.map((row) => {
      const why = { code: row.code, facts: row.facts as Record<string, string> }
      const state = row.state === 'taken' ? 'taken' : row.state === 'dropped' ? 'dropped' : 'kept'
      return {
        id: row.id,
        at: row.at.toISOString(),
        payload: row.payload,
        code: row.code,
        detail: sentenceOf(ctx, why),
        state,
      }
    }),
  }
}

/** Tries kept rows again after the mapping, or what it names, was mended. What is still refused says why now. */
export async function replayRejects(
  ctx: Context,
  { sourceId, ids }: Input<Routes['replayRejects']>,
): Promise<Output<Routes['replayRejects']>> {
  const { code, mapping } = await mustFind(ctx, sourceId)
  if (!mapping) throw noMapping({})
  const kept = await keptRejects(ctx, sourceId, ids, atOnce)
  const rows = kept.map((reject) => reject.payload as Row)
  const { recorded, known, rejects } = await takeRows(ctx, { code, takes: 'sound', mapping }, rows)
  const still = new Map(rejects.map((reject) => [reject.at, reject]))
  await settleRejects(
    ctx,
    kept.filter((_reject, at) => !still.has(at)).map(({ id }) => id),
    'taken',
  )
  await restateRejects(
    ctx,
    rejects.map(({ at, code: now, facts }) => ({ id: kept[at]?.id ?? '', code: now, facts })),
  )
  const counts = { recorded, known, refused: rejects.length }
  const runId = await insertRun(ctx, sourceId, 'replay')
  await addToRun(ctx, runId, { rows: kept.length, ...counts })
  await endRun(ctx, runId, null)
  if (recorded > 0) await noteFacts(ctx, sourceId)
  await ctx.audit({ action: 'sources.replay', target: `source/${sourceId}`, after: counts })
  await ctx.announce('sources')
  return counts
}

export async function dropRejects(
  ctx: Context,
  { sourceId, ids }: Input<Routes['dropRejects']>,
): Promise<Output<Routes['dropRejects']>> {
  await mustFind(ctx, sourceId)
  const own = await keptRejects(ctx, sourceId, ids, atOnce)
  const dropped = await settleRejects(
    ctx,
    own.map(({ id }) => id),
    'dropped',
  )
  await ctx.audit({ action: 'sources.drop-rejects', target: `source/${sourceId}`, after: { dropped } })
  await ctx.announce('sources')
  return { dropped }
}
