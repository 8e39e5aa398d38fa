import type { Context } from '#kernel/context'
import { factSource, type CountAsk } from '../fact-source.ts'
import { countAsks, writeCounts, type Happened } from '../store/counting.ts'
import { beginByFacts } from './event-tasks.ts'
import { settleTogether } from './settle-groups.ts'

export type FactsTold = {
  readonly groups: readonly (Happened & { readonly factIds: readonly string[] })[]
}

/** Facts came in, or were taken back: work that counts them is done by itself as far as they go, and work they ask for begins. */
export async function takeFacts(ctx: Context, { groups }: FactsTold): Promise<void> {
  await countAgain(ctx, await countAsks(ctx, { happened: groups.map(plain) }))
  await beginByFacts(ctx, groups)
}

/** What others handed in may count for a task too. */
export async function countHandIn(ctx: Context, happened: Happened): Promise<void> {
  await countAgain(ctx, await countAsks(ctx, { happened: [happened] }))
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
