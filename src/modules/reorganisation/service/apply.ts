import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { bumpStructure } from '#modules/base'
import { reorganise } from '#modules/organisation'
import { reassign } from '#modules/responsibilities'
import type { routes } from '../contract.ts'
import { wrongState } from '../problems.ts'
import { insertStep } from '../store/course.ts'
import { dueDrafts, lockDraft, updateDraft, type Draft } from '../store/drafts.ts'
import { insertEffects } from '../store/effects.ts'
import { tellCourse } from './decide.ts'
import { requireDeed } from './drafts.ts'
import { codesOf, evaluate, refuseUnsound, type Evaluated } from './evaluate.ts'

type Now = { id: string; version: number }

/** Writes an approved draft now, ahead of its day too; refused as a whole when it no longer fits what is there. */
export async function applyDraft(
  ctx: Context,
  { draftId, version }: Input<(typeof routes)['applyDraft']>,
): Promise<Now> {
  const draft = await lockDraft(ctx, draftId, version)
  requireDeed(ctx, 'reorganisation.apply', draft)
  if (draft.state !== 'approved') throw wrongState({ state: draft.state })
  await bumpStructure(ctx) // first: whoever changes the structure waits here for who came before
  const evaluated = await evaluate(ctx, draft)
  refuseUnsound(evaluated)
  return write(ctx, draft, evaluated)
}

/** Applies every approved draft whose day has come, also when the server was down that day. */
export async function applyDue(ctx: Context): Promise<void> {
  const due = await dueDrafts(ctx)
  if (due.length === 0) return
  await bumpStructure(ctx)
  for (const draft of due) {
    const evaluated = await evaluate(ctx, draft)
    if (evaluated.problems.length > 0) await holdBack(ctx, draft, evaluated)
    else await write(ctx, draft, evaluated)
  }
}

async function write(ctx: Context, draft: Draft, evaluated: Evaluated): Promise<Now> {
  const { changes } = evaluated
  const { effects } = evaluated.applied
  await reorganise(ctx, effects, { codes: codesOf(changes), from: draft.day })
  await reassign(ctx, effects, draft.day)
  await insertEffects(ctx, draft.id, effects)
  const now = await updateDraft(ctx, draft, { state: 'applied', held_back: null })
  await insertStep(ctx, draft.id, 'applied')
  const counts = Object.fromEntries(
    ['units', 'positions', 'seats', 'holdings'].map((table) => [
      table,
      effects.filter((one) => one.table === table).length,
    ]),
  )
  await ctx.audit({
    action: 'reorganisation.applied',
    target: `draft/${draft.id}`,
    before: { state: draft.state },
    after: { state: 'applied', day: draft.day, changes: changes.length, rows: counts },
  })
  await ctx.emit('reorganisation.applied', { draftId: draft.id, day: draft.day })
  await tellCourse(ctx, draft, 'applied')
  await ctx.enqueue('reorganisation.tellConcerned', { draftId: draft.id }, { onceKey: draft.id })
  await ctx.announce('reorganisation')
  return now
}

/** Something has come in between: the draft stays approved, says why, and those who care for it are told once. */
async function holdBack(ctx: Context, draft: Draft, { problems }: Evaluated): Promise<void> {
  const why = problems.map((one) => `${one.row}: ${one.sentence}`)
  if (JSON.stringify(draft.heldBack) === JSON.stringify(why)) return
  await updateDraft(ctx, draft, { held_back: JSON.stringify(why) })
  await insertStep(ctx, draft.id, 'held-back', why[0])
  await ctx.audit({ action: 'reorganisation.held-back', target: `draft/${draft.id}`, after: { why } })
  await tellCourse(ctx, draft, 'held-back', why[0])
  await ctx.announce('reorganisation')
}
