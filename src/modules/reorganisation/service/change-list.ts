import type { Input } from '#core/contract'
import { madeBy, type Change } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { orderIncomplete, tooManyChanges } from '../problems.ts'
import {
  changesOf,
  deleteChange,
  insertChanges,
  reorderChanges,
  updateChange,
  type KeptChange,
} from '../store/changes.ts'
import { updateDraft } from '../store/drafts.ts'
import { openForWriting } from './drafts.ts'
import { requireKnown } from './references.ts'

type Routes = typeof routes
type Now = { id: string; version: number }

const changesAtMost = 5000

export async function addChange(
  ctx: Context,
  { draftId, version, change }: Input<Routes['addChange']>,
): Promise<Now & { changeId: string }> {
  const draft = await openForWriting(ctx, draftId, version)
  const kept = await changesOf(ctx, draftId)
  if (kept.length >= changesAtMost) throw tooManyChanges({ limit: changesAtMost })
  await requireKnown(ctx, [change], madeIn(kept))
  const [changeId = ''] = await insertChanges(ctx, draftId, [change])
  await ctx.audit({ action: 'reorganisation.add-change', target: `draft/${draftId}`, after: change })
  await ctx.announce('reorganisation')
  return { ...(await updateDraft(ctx, draft, {})), changeId }
}

export async function editChange(ctx: Context, input: Input<Routes['editChange']>): Promise<Now> {
  const { draftId, version, changeId, change } = input
  const draft = await openForWriting(ctx, draftId, version)
  const kept = await changesOf(ctx, draftId)
  const before = keptOf(kept, changeId)
  await requireKnown(ctx, [change], madeIn(kept))
  await updateChange(ctx, draftId, changeId, change)
  await ctx.audit({
    action: 'reorganisation.edit-change',
    target: `draft/${draftId}`,
    before: before.change,
    after: change,
  })
  await ctx.announce('reorganisation')
  return updateDraft(ctx, draft, {})
}

export async function removeChange(ctx: Context, input: Input<Routes['removeChange']>): Promise<Now> {
  const { draftId, version, changeId } = input
  const draft = await openForWriting(ctx, draftId, version)
  const before = keptOf(await changesOf(ctx, draftId), changeId)
  await deleteChange(ctx, draftId, changeId)
  await ctx.audit({ action: 'reorganisation.remove-change', target: `draft/${draftId}`, before: before.change })
  await ctx.announce('reorganisation')
  return updateDraft(ctx, draft, {})
}

export async function orderChanges(ctx: Context, input: Input<Routes['orderChanges']>): Promise<Now> {
  const { draftId, version, changeIds } = input
  const draft = await openForWriting(ctx, draftId, version)
  const known = new Set((await changesOf(ctx, draftId)).map((one) => one.id))
  if (
    changeIds.length !== known.size ||
    new Set(changeIds).size !== known.size ||
    !changeIds.every((id) => known.has(id))
  )
    throw orderIncomplete({})
  await reorderChanges(ctx, draftId, changeIds)
  await ctx.audit({ action: 'reorganisation.order-changes', target: `draft/${draftId}`, after: { changeIds } })
  await ctx.announce('reorganisation')
  return updateDraft(ctx, draft, {})
}

function keptOf(kept: readonly KeptChange[], changeId: string): KeptChange {
  const found = kept.find((one) => one.id === changeId)
  if (!found) throw notFound({ what: 'change' })
  return found
}

/** Ids of units and positions the draft makes: its other changes may name them. */
export function madeIn(kept: readonly { change: Change }[]): Set<string> {
  return new Set(kept.flatMap(({ change }) => Object.values(madeBy(change)).flat()))
}
