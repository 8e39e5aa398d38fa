import { compareCharts } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { findDraft } from '../store/drafts.ts'
import { lookAt } from './look.ts'

/** Tells everybody whose position, unit or superior changes with an applied draft, once. */
export async function tellConcerned(ctx: Context, { draftId }: { draftId: string }): Promise<void> {
  if (!(await ctx.setting<boolean>('reorganisation.tellPeople'))) return
  const draft = await findDraft(ctx, draftId)
  if (draft.state !== 'applied') return
  const { before, after, day } = await lookAt(ctx, draft)
  const { people } = compareCharts(before, after, day)
  await tellPeople(
    ctx,
    people.map((one) => one.personId),
    {
      kind: 'reorganisation.concerns-you',
      facts: { name: draft.name, day: draft.day },
      link: '/my-responsibilities',
      onceKey: `reorganisation.${draft.id}`,
    },
  )
}
