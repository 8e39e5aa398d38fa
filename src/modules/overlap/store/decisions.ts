import { sql } from 'kysely'
import type { Context } from '#kernel/context'

export type NewDecision = {
  readonly verdict: 'same' | 'different'
  readonly reason: string
  readonly leadUnitId: string | null
  readonly supportUnitId: string | null
  readonly until: string | null
  readonly note: string
}

/** Writes the decision of a pair, over an earlier one; the score is that of now. */
export async function putDecision(ctx: Context, pairIds: readonly string[], decision: NewDecision): Promise<void> {
  await sql`
    insert into overlap_decision (tenant_id, pair_id, verdict, reason, lead_unit_id, support_unit_id, until, note,
      score_permille, decided_at, decided_by)
    select p.tenant_id, p.id, ${decision.verdict}, ${decision.reason}, ${decision.leadUnitId}::uuid, ${decision.supportUnitId}::uuid,
      ${decision.until}::date, ${decision.note}, p.score_permille, ${ctx.now}, ${ctx.actor.accountId}::uuid
    from overlap_pair p where p.tenant_id = ${ctx.tenantId} and p.id = any(${[...pairIds]}::uuid[])
    on conflict (tenant_id, pair_id) do update set verdict = excluded.verdict, reason = excluded.reason,
      lead_unit_id = excluded.lead_unit_id, support_unit_id = excluded.support_unit_id, until = excluded.until,
      note = excluded.note, score_permille = excluded.score_permille, decided_at = excluded.decided_at,
      decided_by = excluded.decided_by, version = overlap_decision.version + 1`.execute(ctx.db)
}

export async function linkDraft(ctx: Context, pairId: string, draftId: string): Promise<void> {
  await ctx.db
    .updateTable('overlap_decision')
    .set({ draft_id: draftId })
    .where('tenant_id', '=', ctx.tenantId)
    .where('pair_id', '=', pairId)
    .execute()
}

export async function removeDecision(ctx: Context, pairId: string): Promise<void> {
  await ctx.db
    .deleteFrom('overlap_decision')
    .where('tenant_id', '=', ctx.tenantId)
    .where('pair_id', '=', pairId)
    .execute()
}

/** Holds the pair until the transaction ends, so that two who decide at once come one after the other. */
export async function lockPair(
  ctx: Context,
  pairId: string,
): Promise<{ isCurrent: boolean; version: number } | undefined> {
  const row = await ctx.db
    .selectFrom('overlap_pair')
    .select('is_current')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', pairId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const decision = await ctx.db
    .selectFrom('overlap_decision')
    .select('version')
    .where('tenant_id', '=', ctx.tenantId)
    .where('pair_id', '=', pairId)
    .executeTakeFirst()
  return { isCurrent: row.is_current, version: decision?.version ?? 0 }
}
