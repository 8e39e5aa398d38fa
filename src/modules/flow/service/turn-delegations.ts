import type { FlowEvent } from '#core/flow'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { inTenant } from '#kernel/transaction'
import {
  asEngine,
  lockDelegation,
  requestsConcerned,
  updateDelegation,
  windowsToTurn,
  type DelegationRow,
} from '../store/delegations.ts'
import { lockInstance } from '../store/instances.ts'
import { versionOf } from '../store/versions.ts'
import { happen } from './happen.ts'

/**
 * Windows that open and close by now: what is open changes hands, each request in a transaction of its own. The window
 * counts as turned only when all of them are, so that a crash in between is made good by the next run.
 */
export async function turnDelegations(ctx: Context): Promise<void> {
  const apart = <T>(work: (own: Context) => Promise<T>) =>
    inTenant(ctx.house, ctx.tenantId, systemActor(ctx.language), work)
  for (const one of await apart(windowsToTurn)) {
    const isOver = one.until <= ctx.now
    for (const id of await apart((own) => requestsConcerned(own, one))) await apart((own) => turn(own, id, one, isOver))
    await apart(async (own) => {
      const now = await lockDelegation(own, one.id)
      if (now && now.version === one.version) await updateDelegation(own, { ...now, state: isOver ? 'closed' : 'open' })
      await own.announce('flow')
    })
  }
}

async function turn(ctx: Context, requestId: string, one: DelegationRow, isOver: boolean): Promise<void> {
  const instance = await lockInstance(ctx, requestId)
  if (!instance || instance.status === 'ended' || instance.status === 'draft') return
  const version = await versionOf(ctx, instance.flowId, instance.version)
  const delegation = asEngine(one)
  const event: FlowEvent = isOver
    ? { do: 'delegation-closed', delegation: { ...delegation, flows: flowsOf(delegation) } }
    : { do: 'delegation-opened', delegation: { ...delegation, flows: flowsOf(delegation) } }
  // one that does not apply here is refused, and changes nothing
  await happen(ctx, instance, version, event)
}

function flowsOf({ flows }: ReturnType<typeof asEngine>): string[] | null {
  return flows === null ? null : [...flows]
}
