import type { Context } from '#kernel/context'
import { afterwards, inTransaction } from '#kernel/transaction'

/** Records that somebody looked at what others earn: a read can't write, so it is written once it has ended. */
export async function auditRead(ctx: Context, target: string, period: string): Promise<void> {
  await afterwards(ctx, () =>
    inTransaction(ctx, (own) => own.audit({ action: 'incentives.read-others', target, after: { period } })),
  )
}
