import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import type { House } from '#kernel/house'
import { Problem } from '#kernel/problem'
import { afterwards, inTenant } from '#kernel/transaction'
import { noMapping, notAsked, runLost } from '../problems.ts'
import { openReader } from '../reader/open.ts'
import type { Page } from '../reader/page.ts'
import { keepRejects } from '../store/reject.ts'
import {
  addToRun,
  claimSource,
  endRun,
  holdSource,
  insertRun,
  releaseSource,
  saveProgress,
  type Cause,
} from '../store/run.ts'
import { goodSecrets } from '../store/secret.ts'
import { dueSources, findSource, type SourceRow, type Trouble } from '../store/source.ts'
import { mustFind } from './sources.ts'
import { takeRows } from './take-rows.ts'

/** A run ends after so many pages; the next goes on from there. */
const mostPages = 400

/** Has every source read that is due. */
export async function poll(ctx: Context): Promise<void> {
  for (const sourceId of await dueSources(ctx))
    await ctx.enqueue('sources.run', { sourceId, cause: 'schedule' }, { onceKey: sourceId })
}

/** Reads it now, beside its plan; also one that is paused, which is how one looks before switching it on. */
export async function runSource(ctx: Context, { sourceId }: { sourceId: string }): Promise<{ isEnqueued: boolean }> {
  const source = await mustFind(ctx, sourceId)
  if (source.kind === 'webhook') throw notAsked({})
  if (!source.mapping) throw noMapping({})
  await ctx.enqueue('sources.run', { sourceId, cause: 'hand' }, { onceKey: sourceId })
  await ctx.audit({ action: 'sources.run', target: `source/${sourceId}` })
  return { isEnqueued: true }
}

/** The job: reads outside of any transaction, so it begins when the job's own has ended. */
export async function run(ctx: Context, { sourceId, cause }: { sourceId: string; cause: Cause }): Promise<void> {
  const { house, tenantId } = ctx
  await afterwards(ctx, () => readToEnd(house, tenantId, sourceId, cause))
}

/**
 * Reads a source page by page. Each page's facts, rejects and cursor are one transaction, so that a crash leaves all of a
 * page or nothing, and the next run goes on where the last page ended.
 */
async function readToEnd(house: House, tenantId: string, sourceId: string, cause: Cause): Promise<void> {
  const within = <T>(work: (ctx: Context) => Promise<T>) => inTenant(house, tenantId, systemActor(), work)
  const begun = await within(async (ctx) => {
    const source = await findSource(ctx, sourceId)
    if (!source?.mapping || (cause === 'schedule' && source.state !== 'on')) return null
    const runId = await insertRun(ctx, sourceId, cause)
    if (await claimSource(ctx, sourceId, runId)) {
      await ctx.announce('sources')
      const [secret] = await goodSecrets(ctx, sourceId)
      return { source, runId, secret: secret?.value ?? '', timeZone: ctx.timeZone }
    }
    // another run reads it: this one leaves no trace
    await ctx.db.deleteFrom('source_run').where('tenant_id', '=', tenantId).where('id', '=', runId).execute()
    return null
  })
  if (!begun) return
  const { source, runId } = begun
  const trouble = await readPages(begun, (page) => within((ctx) => writePage(ctx, source, runId, page)))
  await within(async (ctx) => {
    await endRun(ctx, runId, trouble)
    await releaseSource(ctx, sourceId, runId, trouble !== null)
    await ctx.announce('sources')
  })
}

type Begun = { source: SourceRow; runId: string; secret: string; timeZone: string }

/** @returns why it ended early; null when all was read */
async function readPages(
  { source, secret, timeZone }: Begun,
  write: (page: Page) => Promise<void>,
): Promise<Trouble | null> {
  try {
    const reader = await openReader(source.kind, source.address, secret, timeZone)
    try {
      let cursor = source.cursor
      for (let count = 0; count < mostPages; count += 1) {
        const page = await reader.read(cursor, count === 0)
        await write(page)
        cursor = page.cursor
        if (page.isLast) break
      }
    } finally {
      await reader.close()
    }
    return null
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, facts: error.facts }
    process.stderr.write(`source ${source.code}: ${error instanceof Error ? error.message : String(error)}\n`)
    return { code: 'sources.run-broke', facts: {} }
  }
}

async function writePage(ctx: Context, source: SourceRow, runId: string, page: Page): Promise<void> {
  if (!(await holdSource(ctx, source.id, runId))) throw runLost({})
  const { code, takes, mapping } = source
  if (!mapping) throw noMapping({})
  const { recorded, known, rejects } = await takeRows(ctx, { code, takes, mapping }, page.rows)
  await keepRejects(ctx, source.id, runId, rejects)
  await saveProgress(ctx, source.id, { cursor: page.cursor, recorded })
  await addToRun(ctx, runId, { rows: page.rows.length, recorded, known, refused: rejects.length })
  await ctx.announce('sources')
}
