import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'
import { tellAccounts } from '#modules/base'
import type { routes } from '../contract.ts'
import { dayPassed, fourEyes, noChanges, wrongState } from '../problems.ts'
import { accountsInCourse, insertStep } from '../store/course.ts'
import { changesOf } from '../store/changes.ts'
import { lockDraft, updateDraft, type Draft } from '../store/drafts.ts'
import { isOwnWork, openForWriting, requireDeed } from './drafts.ts'
import { evaluate, refuseUnsound } from './evaluate.ts'

type Routes = typeof routes
type Now = { id: string; version: number }

/** Hands a draft in. Only a sound one with a day that can still come is worth anybody's time. */
export async function submitDraft(ctx: Context, input: Input<Routes['submitDraft']>): Promise<Now> {
  const draft = await openForWriting(ctx, input.draftId, input.version)
  await requireSound(ctx, draft)
  return step(ctx, draft, 'submitted', input.note)
}

export async function approveDraft(ctx: Context, input: Input<Routes['approveDraft']>): Promise<Now> {
  const draft = await lockDraft(ctx, input.draftId, input.version)
  requireDeed(ctx, 'reorganisation.approve', draft)
  if (draft.state !== 'submitted') throw wrongState({ state: draft.state })
  const needsOther = await ctx.setting<boolean>('reorganisation.fourEyes')
  if (needsOther && isOwnWork(ctx, draft, await changesOf(ctx, draft.id))) throw fourEyes({})
  await requireSound(ctx, draft)
  const now = await step(ctx, draft, 'approved', input.note)
  if (draft.day <= ctx.today) await ctx.enqueue('reorganisation.applyDue', {}, { onceKey: 'due' })
  return now
}

/** Back to planning: who may edit takes it back, who may approve sends it back. */
export async function returnDraft(ctx: Context, input: Input<Routes['returnDraft']>): Promise<Now> {
  const draft = await lockDraft(ctx, input.draftId, input.version)
  const { unitId, state } = draft
  if (!ctx.may('reorganisation.approve', { unitId }) && !ctx.may('reorganisation.edit', { unitId }))
    throw forbidden({ permission: 'reorganisation.approve' })
  if (state !== 'submitted' && state !== 'approved') throw wrongState({ state })
  return step(ctx, draft, 'returned', input.note)
}

async function requireSound(ctx: Context, draft: Draft): Promise<void> {
  if (draft.day < ctx.today) throw dayPassed({ day: draft.day, today: ctx.today })
  const evaluated = await evaluate(ctx, draft)
  if (evaluated.kept.length === 0) throw noChanges({})
  refuseUnsound(evaluated)
}

async function step(
  ctx: Context,
  draft: Draft,
  what: 'submitted' | 'approved' | 'returned',
  note: string,
): Promise<Now> {
  const state = what === 'returned' ? 'planning' : what
  const now = await updateDraft(ctx, draft, { state, held_back: null })
  await insertStep(ctx, draft.id, what, note)
  await ctx.audit({
    action: `reorganisation.${what}`,
    target: `draft/${draft.id}`,
    before: { state: draft.state },
    after: { state, note },
  })
  if (what !== 'returned') await ctx.emit(`reorganisation.${what}`, { draftId: draft.id, day: draft.day })
  await tellCourse(ctx, draft, what, note)
  await ctx.announce('reorganisation')
  return now
}

/** Tells the author and whoever had a part in it, but for the one who did it. */
export async function tellCourse(ctx: Context, draft: Draft, kind: string, note = ''): Promise<void> {
  const accounts = [...(await accountsInCourse(ctx, draft.id)), ...(draft.createdBy ? [draft.createdBy] : [])]
  await tellAccounts(
    ctx,
    [...new Set(accounts)].filter((id) => id !== ctx.actor.accountId),
    {
      kind: `reorganisation.${kind}`,
      facts: { name: draft.name, day: draft.day, by: ctx.actor.name, note },
      link: `/reorganisation/${draft.id}`,
    },
  )
}
