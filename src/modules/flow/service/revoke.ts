import type { Context } from '#kernel/context'
import { refused } from '../problems.ts'
import type { Instance } from '../store/instances.ts'
import { linksFollowing, revocationsRunning } from '../store/related.ts'
import { currentFlow } from '../store/flows.ts'
import { versionOf } from '../store/versions.ts'
import { startLinked } from './happen.ts'

/** Whether what was approved may be taken back: a link says how, and nobody is at it already. */
export async function mayRevoke(ctx: Context, instance: Instance): Promise<boolean> {
  if (instance.outcome !== 'approved' || instance.revokedAt) return false
  const links = await linksFollowing(ctx, instance.flowId, { on: 'revoked' })
  return links.length > 0 && (await revocationsRunning(ctx, instance.id)) === 0
}

/** 撤销已通过的申请: what was approved holds until the request that takes it back is approved too. */
export async function revoke(ctx: Context, instance: Instance, reason: string): Promise<void> {
  if (!(await mayRevoke(ctx, instance))) throw refused('cannot-revoke', {})
  for (const link of await linksFollowing(ctx, instance.flowId, { on: 'revoked' })) {
    const target = await currentFlow(ctx, link.targetId)
    const form = target && (await versionOf(ctx, target.id, target.version)).form
    const asksReason = form?.fields.some((field) => field.key === 'reason' && field.kind === 'text') ?? false
    await startLinked(ctx, instance, link, asksReason ? { reason } : {})
  }
  await ctx.audit({ action: 'flow.revoke', target: `request/${instance.id}`, after: { reason } })
}
