import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** Two who write about one position wait for each other: numbers and periods follow one another. */
export async function lockPosition(ctx: Context, positionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profile ${ctx.tenantId} ${positionId}`}, 0))`.execute(
    ctx.db,
  )
}
