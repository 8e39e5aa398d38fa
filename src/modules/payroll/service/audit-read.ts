import type { Context } from '#kernel/context'
import { afterwards, inTransaction } from '#kernel/transaction'

/** Records that somebody looked at what others are paid. A read has no transaction to write in: it is written once it has ended. */
export async function auditRead(ctx: Context, action: string, target: string, after?: unknown): Promise<void> {
  await afterwards(ctx, () => inTransaction(ctx, (own) => own.audit({ action, target, after })))
}
