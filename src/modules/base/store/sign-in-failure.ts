import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** A count of failures: `free` of them cost nothing, then each doubles the wait up to `capSeconds`. */
export type Brake = { readonly subject: string; readonly free: number; readonly capSeconds: number }

/**
 * Counts a try before it is made, so that many at once can't slip past the count. Failures older than an hour are forgotten.
 * Returns the seconds still to wait when it must not be made; then nothing was counted.
 */
export async function takeTry(ctx: Context, brake: Brake): Promise<number> {
  const { rows } = await sql`
    insert into sign_in_failure as f (tenant_id, subject, failures, last_at)
    values (${ctx.tenantId}, ${brake.subject}, 1, ${ctx.now})
    on conflict (tenant_id, subject) do update set
      failures = case when f.last_at < ${ctx.now}::timestamptz - interval '1 hour' then 1 else f.failures + 1 end,
      retry_after = case when f.last_at >= ${ctx.now}::timestamptz - interval '1 hour' and f.failures + 1 > ${brake.free}::int
        then ${ctx.now}::timestamptz + make_interval(secs => least(${brake.capSeconds}::int, power(2, least(f.failures - ${brake.free}::int, 20)))) end,
      last_at = ${ctx.now}
    where f.retry_after is null or f.retry_after <= ${ctx.now}
    returning 1`.execute(ctx.db)
  return rows.length > 0 ? 0 : waitFor(ctx, brake.subject)
}

export async function forgetTries(ctx: Context, subjects: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('sign_in_failure')
    .where('tenant_id', '=', ctx.tenantId)
    .where('subject', 'in', [...subjects])
    .execute()
}

/** Takes one failure back: the try of a crowded address that succeeded. */
export async function returnTry(ctx: Context, subject: string): Promise<void> {
  await ctx.db
    .updateTable('sign_in_failure')
    .set({ failures: sql`greatest(1, failures - 1)`, retry_after: null })
    .where('tenant_id', '=', ctx.tenantId)
    .where('subject', '=', subject)
    .execute()
}

async function waitFor(ctx: Context, subject: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('sign_in_failure')
    .select('retry_after')
    .where('tenant_id', '=', ctx.tenantId)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const until = row?.retry_after?.getTime() ?? ctx.now.getTime()
  return Math.max(1, Math.ceil((until - ctx.now.getTime()) / 1000))
}
