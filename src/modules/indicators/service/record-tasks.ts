import { HandInForm, factParts, type HandInValues } from '#core/form'
import { dayIn } from '#kernel/clock'
import type { Context } from '#kernel/context'
import { insertFacts, reversalOf, reversibleFacts, toReversible, type NewFact } from '../store/insert-facts.ts'
import { entriesWithoutFact, factsOfTakenBack } from '../store/task-entries.ts'

type HandedIn = {
  readonly entryId: string
  readonly factKind: string | null
  readonly personId: string
  readonly unitId: string
  readonly responsibilityId: string | null
  readonly happenedAt: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly measures: Readonly<Record<string, number>>
}

const source = 'tasks'
/** Work given by hand belongs to no duty that would say what kind of fact it is. */
const manualKind = 'manual-task'

/** Each hand-in is a fact. */
export async function recordHandIn(ctx: Context, handedIn: HandedIn): Promise<void> {
  await insertFacts(ctx, [factOf(ctx, handedIn)])
  await ctx.announce('indicators')
}

/** A hand-in taken back takes its fact back, unless somebody has done so already. */
export async function recordTakeBack(ctx: Context, { entryId }: { entryId: string }): Promise<void> {
  const row = await reversibleFacts(ctx)
    .where('f.source', '=', source)
    .where('f.source_key', '=', entryId)
    .executeTakeFirst()
  if (!row || row.is_reversed) return
  await insertFacts(ctx, [reversalOf(toReversible(row), takenBack(entryId))])
  await ctx.announce('indicators')
}

/** Makes facts of up to so many hand-ins that have none; the last step is the one that finds no more. */
export async function catchUpEntries(ctx: Context, limit: number): Promise<{ recorded: number; isLast: boolean }> {
  const entries = await entriesWithoutFact(ctx, limit)
  const recorded = await insertFacts(
    ctx,
    entries.map((entry) => factOf(ctx, partsOf(entry))),
  )
  return { recorded, isLast: entries.length < limit || recorded === 0 }
}

/** Takes back the facts of hand-ins that were taken back meanwhile. */
export async function catchUpTakenBack(ctx: Context): Promise<void> {
  const taken = await factsOfTakenBack(ctx)
  await insertFacts(
    ctx,
    taken.map((fact) => reversalOf(fact, takenBack(fact.sourceKey))),
  )
}

function takenBack(entryId: string) {
  return { source, sourceKey: `${entryId}:taken-back`, note: '' }
}

type Entry = Awaited<ReturnType<typeof entriesWithoutFact>>[number]

function partsOf(entry: Entry): HandedIn {
  const parts = factParts(HandInForm.parse(entry.form ?? {}), entry.values as HandInValues)
  return { ...entry, happenedAt: entry.happenedAt.toISOString(), ...parts }
}

function factOf(ctx: Context, handedIn: HandedIn): NewFact {
  const { entryId, factKind, personId, unitId, responsibilityId, happenedAt, dimensions, measures } = handedIn
  return {
    kind: factKind ?? manualKind,
    happenedAt,
    day: dayIn(ctx.timeZone, new Date(happenedAt)),
    personId,
    unitId,
    responsibilityId,
    dimensions,
    measures,
    source,
    sourceKey: entryId,
  }
}
