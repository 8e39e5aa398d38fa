import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import type { routes } from '../contract.ts'
import { tooManyViews } from '../problems.ts'
import { countSavedViews, dropView, findView, keepView, savedViews } from '../store/saved-view.ts'
import { ownAccountId } from './notifications.ts'

type Routes = typeof routes
const sharing = 'base.share-views'
const limit = 500

export async function listSavedViews(
  ctx: Context,
  { screen }: Input<Routes['listSavedViews']>,
): Promise<Output<Routes['listSavedViews']>> {
  return { rows: await savedViews(ctx, ownAccountId(ctx), screen), mayShare: ctx.may(sharing) }
}

/** Keeps the filters of a list under a name. What they show is still decided by who looks. */
export async function saveView(ctx: Context, input: Input<Routes['saveView']>): Promise<Output<Routes['saveView']>> {
  const accountId = ownAccountId(ctx)
  if (input.isShared && !ctx.may(sharing)) throw forbidden({ permission: sharing })
  if ((await countSavedViews(ctx, accountId)) >= limit) throw tooManyViews({ limit })
  const viewId = await keepView(ctx, { ...input, accountId })
  await ctx.audit({ action: 'base.save-view', target: `saved-view/${viewId}`, after: input })
  await ctx.announce('base', input.isShared ? undefined : [accountId])
  return { viewId }
}

/** One's own; and, for who administers, one that somebody shared. */
export async function deleteSavedView(
  ctx: Context,
  { viewId }: Input<Routes['deleteSavedView']>,
): Promise<Output<Routes['deleteSavedView']>> {
  const accountId = ownAccountId(ctx)
  const view = await findView(ctx, viewId, accountId)
  if (!view) throw notFound({ what: 'view' })
  const permission = 'base.administer'
  if (view.account_id !== accountId && !ctx.may(permission)) throw forbidden({ permission })
  await dropView(ctx, viewId)
  await ctx.audit({ action: 'base.delete-view', target: `saved-view/${viewId}`, before: { name: view.name } })
  await ctx.announce('base')
  return { viewId }
}
