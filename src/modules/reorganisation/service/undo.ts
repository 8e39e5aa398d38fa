import type { Input } from '#core/contract'
import { undoEffects, type Effect, type Fault } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { bumpStructure } from '#modules/base'
import { reorganise } from '#modules/organisation'
import { reassign } from '#modules/responsibilities'
import type { routes } from '../contract.ts'
import { builtUpon, wrongState } from '../problems.ts'
import { insertStep } from '../store/course.ts'
import { lockDraft, updateDraft } from '../store/drafts.ts'
import { effectsOf } from '../store/effects.ts'
import { readWholeChart } from '../store/read-chart.ts'
import { idsIn, openBook, type Book } from './book.ts'
import { tellCourse } from './decide.ts'
import { requireDeed } from './drafts.ts'
import { faultSentence } from './sentences.ts'

/** Takes back all that a draft wrote, while nothing newer builds on any of it. */
export async function undoDraft(
  ctx: Context,
  { draftId, version, note }: Input<(typeof routes)['undoDraft']>,
): Promise<{ id: string; version: number }> {
  const draft = await lockDraft(ctx, draftId, version)
  requireDeed(ctx, 'reorganisation.apply', draft)
  if (draft.state !== 'applied') throw wrongState({ state: draft.state })
  await bumpStructure(ctx)
  const effects = await effectsOf(ctx, draftId)
  const chart = await readWholeChart(ctx, draft.day)
  const { inTheWay } = undoEffects(chart, effects)
  const [first] = inTheWay
  if (first) {
    const book = await openBook(ctx, { charts: [chart], changes: [], day: draft.day, ids: idsIn(first) })
    throw builtUpon({ what: builtSentence(book, ctx, first), more: inTheWay.length - 1 })
  }
  const backwards = effects.map(({ table, before, after }): Effect => ({ table, before: after, after: before }))
  await reorganise(ctx, backwards, { codes: {}, from: draft.day })
  await reassign(ctx, backwards, draft.day)
  const now = await updateDraft(ctx, draft, { state: 'undone' })
  await insertStep(ctx, draftId, 'undone', note)
  await ctx.audit({
    action: 'reorganisation.undone',
    target: `draft/${draftId}`,
    before: { state: 'applied' },
    after: { state: 'undone', note, rows: effects.length },
  })
  await ctx.emit('reorganisation.undone', { draftId, day: draft.day })
  await tellCourse(ctx, draft, 'undone', note)
  await ctx.announce('reorganisation')
  return now
}

function builtSentence(book: Book, ctx: Context, one: Effect | Fault): string {
  if ('code' in one) return faultSentence(book, one.code, one.facts)
  const row = (one.after ?? one.before) as unknown as Record<string, string | null>
  const facts = {
    unit: book.unit(row['unitId']),
    position: book.position(row['positionId']),
    person: book.person(row['personId']),
    responsibility: book.responsibility(row['responsibilityId']),
  }
  return say(ctx.language, `reorganisation.built.${one.table}`, facts)
}
