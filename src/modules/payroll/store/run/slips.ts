import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { isFailed, type SlipResult } from '../../rules/compute-slip.ts'
import type { RunTotals } from '../../contract/run-shapes.ts'
import type { StoredRun } from './runs.ts'

/**
 * Writes the slips of a chunk by one statement. Written again it is the same slip with new content; locked and published
 * ones are left as they are.
 */
export async function writeSlips(ctx: Context, run: StoredRun, results: readonly SlipResult[]): Promise<void> {
  if (results.length === 0) return
  const rows = JSON.stringify(results.map((result) => rowOf(ctx, result)))
  await sql`insert into pay_slip (tenant_id, id, run_id, person_id, period, paid_on, unit_id, position_id, state, gross_fen,
      insurance_fen, tax_fen, deductions_fen, net_fen, receivable_fen, recovered_fen, employer_cost_fen, lines, inputs, year_before,
      year_after, problem, is_once, calculation, computed_at)
    select ${ctx.tenantId}, x.id, ${run.id}, x.person_id, ${run.period}, ${run.paidOn}, x.unit_id, x.position_id, x.state, x.gross_fen,
      x.insurance_fen, x.tax_fen, x.deductions_fen, x.net_fen, x.receivable_fen, x.recovered_fen, x.employer_cost_fen, x.lines,
      x.inputs, x.year_before, x.year_after, x.problem, x.is_once, ${run.calculation}, ${ctx.now}
    from jsonb_to_recordset(${rows}::jsonb) x (id uuid, person_id uuid, unit_id uuid, position_id uuid, state text, gross_fen bigint,
      insurance_fen bigint, tax_fen bigint, deductions_fen bigint, net_fen bigint, receivable_fen bigint, recovered_fen bigint,
      employer_cost_fen bigint, lines jsonb, inputs jsonb, year_before jsonb, year_after jsonb, problem jsonb, is_once boolean)
    on conflict (tenant_id, run_id, person_id) do update set unit_id = excluded.unit_id, position_id = excluded.position_id,
      paid_on = excluded.paid_on, state = excluded.state, gross_fen = excluded.gross_fen, insurance_fen = excluded.insurance_fen,
      tax_fen = excluded.tax_fen, deductions_fen = excluded.deductions_fen, net_fen = excluded.net_fen,
      receivable_fen = excluded.receivable_fen, recovered_fen = excluded.recovered_fen, employer_cost_fen = excluded.employer_cost_fen,
      lines = excluded.lines, inputs = excluded.inputs, year_before = excluded.year_before, year_after = excluded.year_after,
      problem = excluded.problem, is_once = excluded.is_once, calculation = excluded.calculation,
      computed_at = excluded.computed_at, version = pay_slip.version + 1
    where not pay_slip.is_locked and pay_slip.state <> 'published'`.execute(ctx.db)
}

function rowOf(ctx: Context, result: SlipResult) {
  const { person } = result
  const base = { id: ctx.newId(), person_id: person.personId, unit_id: person.unitId, position_id: person.positionId }
  if (isFailed(result))
    return {
      ...base,
      ...none,
      state: 'failed',
      lines: [],
      inputs: [],
      year_before: null,
      year_after: null,
      problem: result.problem,
      is_once: person.isOnce,
    }
  return {
    ...base,
    state: person.holdReason === null ? 'calculated' : 'held',
    gross_fen: result.grossFen,
    insurance_fen: result.insuranceFen,
    tax_fen: result.taxFen,
    deductions_fen: result.deductionsFen,
    net_fen: result.netFen,
    receivable_fen: result.receivableFen,
    recovered_fen: result.recoveredFen,
    employer_cost_fen: result.employerCostFen,
    lines: result.lines,
    inputs: result.inputs,
    year_before: result.before,
    year_after: result.after,
    problem: null,
    is_once: person.isOnce,
  }
}

const none = {
  gross_fen: 0,
  insurance_fen: 0,
  tax_fen: 0,
  deductions_fen: 0,
  net_fen: 0,
  receivable_fen: 0,
  recovered_fen: 0,
  employer_cost_fen: 0,
}

/** People whose slip of a run is locked: their result stays, and so do its findings. */
export async function lockedPeople(ctx: Context, runId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('pay_slip')
    .select('person_id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('run_id', '=', runId)
    .where('is_locked', '=', true)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Takes away slips of people who no longer belong to a run: those its last computing did not write. */
export async function dropStale(ctx: Context, { id, calculation }: StoredRun): Promise<void> {
  await sql`delete from pay_slip where tenant_id = ${ctx.tenantId} and run_id = ${id} and calculation <> ${calculation}
    and not is_locked and state <> 'published'`.execute(ctx.db)
}

/** What a run's slips add up to. Failed and held ones are counted, not added. */
export async function totalsOf(ctx: Context, runId: string): Promise<RunTotals> {
  const paid = sql`filter (where state in ('calculated', 'published'))`
  const { rows } =
    await sql<RunTotals>`select count(*)::int as people, (count(*) filter (where state = 'failed'))::int as failed,
    (count(*) filter (where state = 'held'))::int as held, coalesce(sum(gross_fen) ${paid}, 0)::bigint as "grossFen",
    coalesce(sum(insurance_fen) ${paid}, 0)::bigint as "insuranceFen", coalesce(sum(tax_fen) ${paid}, 0)::bigint as "taxFen",
    coalesce(sum(net_fen) ${paid}, 0)::bigint as "netFen", coalesce(sum(receivable_fen) ${paid}, 0)::bigint as "receivableFen",
    coalesce(sum(employer_cost_fen) ${paid}, 0)::bigint as "employerCostFen"
    from pay_slip where tenant_id = ${ctx.tenantId} and run_id = ${runId}`.execute(ctx.db)
  return rows[0] as RunTotals
}
