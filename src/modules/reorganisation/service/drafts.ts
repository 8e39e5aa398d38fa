import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { notPlanning } from '../problems.ts'
import { readNames } from '../store/read-chart.ts'
import { changesOf, type KeptChange } from '../store/changes.ts'
import { courseOf, insertStep } from '../store/course.ts'
import { draftsOf, findDraft, insertDraft, lockDraft, updateDraft, type Draft } from '../store/drafts.ts'
import { idsIn, openBook } from './book.ts'
import { changeSentence } from './sentences.ts'

type Routes = typeof routes
type Now = { id: string; version: number }

export async function listDrafts(
  ctx: Context,
  input: Input<Routes['listDrafts']>,
): Promise<Output<Routes['listDrafts']>> {
  return draftsOf(ctx, input)
}

export async function createDraft(ctx: Context, input: Input<Routes['createDraft']>): Promise<Now> {
  const { unitId } = input
  if (unitId !== null && !(await ctx.house.scopes.knows?.(ctx.db, 'unit', unitId))) throw notFound({ what: 'unit' })
  if (unitId !== null && !ctx.may('reorganisation.read', { unitId })) throw notFound({ what: 'unit' })
  if (!ctx.may('reorganisation.edit', { unitId })) throw forbidden({ permission: 'reorganisation.edit' })
  const id = await insertDraft(ctx, input)
  await ctx.audit({ action: 'reorganisation.create', target: `draft/${id}`, after: input })
  await ctx.announce('reorganisation')
  return { id, version: 1 }
}

export async function readDraft(ctx: Context, { draftId }: { draftId: string }): Promise<Output<Routes['readDraft']>> {
  const draft = await findDraft(ctx, draftId)
  const kept = await changesOf(ctx, draftId)
  const changes = kept.map((one) => one.change)
  const ids = idsIn(changes)
  const chart = await readNames(ctx, ids)
  const book = await openBook(ctx, { charts: [chart], changes, day: draft.day, ids })
  const { createdBy: _author, ...row } = draft
  return {
    ...row,
    changeCount: changes.length,
    changes: kept.map(({ id, change }) => ({ id, change, sentence: changeSentence(book, change) })),
    names: book.names(ids),
    course: await courseOf(ctx, draftId),
    may: await deedsOf(ctx, draft, kept),
  }
}

export async function editDraft(ctx: Context, input: Input<Routes['editDraft']>): Promise<Now> {
  const { draftId, version, ...wanted } = input
  const draft = await openForWriting(ctx, draftId, version)
  const now = await updateDraft(ctx, draft, wanted)
  const { name, note, day } = draft
  await ctx.audit({
    action: 'reorganisation.edit',
    target: `draft/${draftId}`,
    before: { name, note, day },
    after: wanted,
  })
  await ctx.announce('reorganisation')
  return now
}

export async function discardDraft(ctx: Context, input: Input<Routes['discardDraft']>): Promise<Now> {
  const draft = await lockDraft(ctx, input.draftId, input.version)
  requireDeed(ctx, 'reorganisation.edit', draft)
  if (!['planning', 'submitted', 'approved'].includes(draft.state)) throw notPlanning({ state: draft.state })
  const now = await updateDraft(ctx, draft, { state: 'discarded' })
  await insertStep(ctx, draft.id, 'discarded')
  await ctx.audit({ action: 'reorganisation.discard', target: `draft/${draft.id}`, before: { state: draft.state } })
  await ctx.announce('reorganisation')
  return now
}

/** A draft that is still planned, held for this transaction, by who may edit it. */
export async function openForWriting(ctx: Context, draftId: string, version: number): Promise<Draft> {
  const draft = await lockDraft(ctx, draftId, version)
  requireDeed(ctx, 'reorganisation.edit', draft)
  if (draft.state !== 'planning') throw notPlanning({ state: draft.state })
  return draft
}

/** Who sees a draft may still not be allowed to do this with it. */
export function requireDeed(ctx: Context, permission: string, { unitId }: Pick<Draft, 'unitId'>): void {
  if (!ctx.may(permission, { unitId })) throw forbidden({ permission })
}

/** True when the asker has written any of it: with four eyes, somebody else has to approve it. */
export function isOwnWork(ctx: Context, draft: Draft, kept: readonly KeptChange[]): boolean {
  const { accountId } = ctx.actor
  return accountId !== null && (draft.createdBy === accountId || kept.some((one) => one.writtenBy === accountId))
}

async function deedsOf(
  ctx: Context,
  draft: Draft,
  kept: readonly KeptChange[],
): Promise<Output<Routes['readDraft']>['may']> {
  const { state, unitId } = draft
  const [edit, approve, apply] = ['edit', 'approve', 'apply'].map((verb) =>
    ctx.may(`reorganisation.${verb}`, { unitId }),
  )
  const ownWork = (await ctx.setting<boolean>('reorganisation.fourEyes')) && isOwnWork(ctx, draft, kept)
  const isOpen = state === 'planning' || state === 'submitted' || state === 'approved'
  return {
    edit: Boolean(edit) && state === 'planning',
    submit: Boolean(edit) && state === 'planning' && kept.length > 0,
    approve: Boolean(approve) && state === 'submitted' && !ownWork,
    ownWork: Boolean(approve) && state === 'submitted' && ownWork,
    return: Boolean(edit || approve) && (state === 'submitted' || state === 'approved'),
    apply: Boolean(apply) && state === 'approved',
    undo: Boolean(apply) && state === 'applied',
    discard: Boolean(edit) && isOpen,
  }
}
