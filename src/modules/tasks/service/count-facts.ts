import type { Context } from '#kernel/context'
import { dayIn } from '#kernel/clock'
import { factSource, type CountAsk, type FactFound } from '../fact-source.ts'
import { countAsks, writeCounts, type Happened } from '../store/counting.ts'
import { beginByEntry, beginByFacts, callOffAfter } from './event-tasks.ts'
import { settleOthers, settleTogether } from './settle-groups.ts'

export type FactsTold = {
  readonly groups: readonly (Happened & { readonly factIds: readonly string[] })[]
}

/** Facts came in, or were taken back: work that counts them is done by itself as far as they go, and work they ask for begins. */
export async function takeFacts(ctx: Context, { groups }: FactsTold): Promise<void> {
  await countAgain(ctx, await countAsks(ctx, { happened: groups.map(plain) }))
  await beginByFacts(ctx, groups)
}

export type HandInTold = Omit<FactFound, 'id' | 'kind' | 'reversesId'> & {
  readonly taskId: string
  readonly entryId: string
  readonly kind: string | null
}

/** What was handed in may count for other tasks, ask for work, and be the work of several. */
export async function tellHandIn(ctx: Context, { taskId, entryId, kind, ...entry }: HandInTold): Promise<void> {
  if (kind) {
    await countAgain(ctx, await countAsks(ctx, { happened: [happenedOf(ctx, kind, entry)] }))
    await beginByEntry(ctx, { ...entry, id: entryId, kind, reversesId: null })
  }
  await settleOthers(ctx, taskId)
}

/** The same for a hand-in that was taken back. */
export async function tellTakeBack(ctx: Context, { taskId, entryId, kind, ...entry }: HandInTold): Promise<void> {
  if (kind) await countAgain(ctx, await countAsks(ctx, { happened: [happenedOf(ctx, kind, entry)] }))
  await callOffAfter(ctx, [entryId])
  await settleOthers(ctx, taskId)
}

function happenedOf(ctx: Context, kind: string, entry: Pick<FactFound, 'happenedAt' | 'personId'>): Happened {
  return { kind, day: dayIn(ctx.timeZone, entry.happenedAt), personId: entry.personId }
}

/** Tasks made now may have been done already: the ERP was quicker. */
export async function countMade(ctx: Context): Promise<void> {
  await countAgain(ctx, await countAsks(ctx, { madeNow: true }))
}

/** Counted from the facts each time, never added to: late facts, repetitions and reversals come out right by themselves. */
async function countAgain(ctx: Context, asks: readonly CountAsk[]): Promise<void> {
  const source = factSource(ctx)
  if (asks.length === 0 || !source) return
  const ids = asks.map((ask) => ask.taskId)
  await writeCounts(ctx, ids, await source.count(ctx, asks))
  await settleTogether(ctx, ids)
}

function plain({ kind, day, personId }: Happened): Happened {
  return { kind, day, personId }
}
