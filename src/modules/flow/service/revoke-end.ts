import type { Context } from '#kernel/context'
import { voidEvidence } from '../store/evidence.ts'
import type { Instance } from '../store/instances.ts'
import { markRevoked } from '../store/related.ts'

/** A request that was to take another one back is approved: the other one holds no more, and its evidence is void. */
export async function finishRevocation(ctx: Context, { id, linkId }: Instance): Promise<void> {
  if (linkId === null) return
  const revoked = await markRevoked(ctx, { id, linkId })
  if (revoked === undefined) return
  await voidEvidence(ctx, revoked, 'withdrawn')
  await ctx.emit('flow.revoked', { requestId: revoked, by: id })
}
