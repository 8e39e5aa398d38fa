import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { StoredRun } from './runs.ts'

/** Slips become what was paid, all at once; held and failed ones stay behind. @returns how many */
export async function publishSlips(ctx: Context, runId: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_slip')
    .set({ state: 'published', published_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('run_id', '=', runId)
    .where('state', '=', 'calculated')
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The inputs that went into published slips are theirs from now on. */
export async function useInputs(ctx: Context, run: StoredRun): Promise<void> {
  await sql`update pay_input i set used_by_run_id = ${run.id} where i.tenant_id = ${ctx.tenantId} and i.period = ${run.period}
    and i.run_kind = ${run.kind} and i.used_by_run_id is null
    and exists (select 1 from pay_slip s where s.tenant_id = i.tenant_id and s.run_id = ${run.id} and s.person_id = i.person_id
      and s.state = 'published')`.execute(ctx.db)
}

/** What was recovered, the oldest first; then what this run itself could not take. */
export async function settleReceivables(ctx: Context, runId: string): Promise<void> {
  await sql`update pay_receivable r set recovered_fen = r.recovered_fen + x.taken from (
      select o.id, least(o.fen - o.recovered_fen, greatest(0, s.recovered_fen - coalesce(sum(o.fen - o.recovered_fen)
        over (partition by o.person_id order by o.created_at, o.id rows between unbounded preceding and 1 preceding), 0)))::bigint as taken
      from pay_receivable o join pay_slip s on s.tenant_id = o.tenant_id and s.person_id = o.person_id and s.run_id = ${runId}
        and s.state = 'published' and s.recovered_fen > 0
      where o.tenant_id = ${ctx.tenantId} and o.recovered_fen < o.fen
    ) x where r.tenant_id = ${ctx.tenantId} and r.id = x.id and x.taken > 0`.execute(ctx.db)
  await sql`insert into pay_receivable (tenant_id, id, person_id, slip_id, fen, created_at)
    select tenant_id, gen_random_uuid(), person_id, id, receivable_fen, ${ctx.now} from pay_slip
    where tenant_id = ${ctx.tenantId} and run_id = ${runId} and state = 'published' and receivable_fen > 0`.execute(
    ctx.db,
  )
}

/** Does the firm demand that people decided on it in a flow first? */
export async function hasGate(ctx: Context, gate: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select 1 from flow f
    join flow_version v on v.tenant_id = f.tenant_id and v.flow_id = f.id and v.version = f.current_version
    where f.tenant_id = ${ctx.tenantId} and f.retired_at is null
      and jsonb_path_exists(v.definition, '$.**.gate ? (@ == $gate)', jsonb_build_object('gate', ${gate}::text))) as has`.execute(
    ctx.db,
  )
  return rows[0]?.has ?? false
}
