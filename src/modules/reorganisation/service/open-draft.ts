import type { Day } from '#core/calendar'
import { Change } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'
import { insertChanges } from '../store/changes.ts'
import { insertDraft } from '../store/drafts.ts'
import { requireKnown } from './references.ts'

export type DraftOpening = {
  readonly name: string
  readonly note?: string
  readonly day: Day
  /** The part of the firm it is about; the whole unless told. */
  readonly unitId?: string | null
  readonly changes: readonly Change[]
}

/** Opens a draft with changes on behalf of the asker, who goes on from there: for modules that find something to change. */
export async function openDraft(
  ctx: Context,
  { name, note, day, unitId, changes }: DraftOpening,
): Promise<{ draftId: string }> {
  if (!ctx.may('reorganisation.edit', { unitId: unitId ?? null }))
    throw forbidden({ permission: 'reorganisation.edit' })
  const read = changes.map((change) => Change.parse(change))
  await requireKnown(ctx, read, new Set())
  const draftId = await insertDraft(ctx, { name, note: note ?? '', day, unitId: unitId ?? null })
  if (read.length > 0) await insertChanges(ctx, draftId, read)
  await ctx.audit({ action: 'reorganisation.create', target: `draft/${draftId}`, after: { name, day, changes: read } })
  await ctx.announce('reorganisation')
  return { draftId }
}
