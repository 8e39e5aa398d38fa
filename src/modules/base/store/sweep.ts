import type { Context } from '#kernel/context'

export async function sweepRows(
  ctx: Context,
  {
    keysBefore,
    failuresBefore,
    invitationsBefore,
  }: { keysBefore: Date; failuresBefore: Date; invitationsBefore: Date },
): Promise<void> {
  await ctx.db
    .deleteFrom('idempotency_key')
    .where('tenant_id', '=', ctx.tenantId)
    .where('created_at', '<', keysBefore)
    .execute()
  await ctx.db
    .deleteFrom('session')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb.or([eb('idle_until', '<', ctx.now), eb('ends_at', '<', ctx.now)]))
    .execute()
  await ctx.db
    .deleteFrom('invitation')
    .where('tenant_id', '=', ctx.tenantId)
    .where('expires_at', '<', invitationsBefore)
    .execute()
  await ctx.db
    .deleteFrom('sign_in_failure')
    .where('tenant_id', '=', ctx.tenantId)
    .where('last_at', '<', failuresBefore)
    .execute()
}
