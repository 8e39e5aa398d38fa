import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import type { ComputedSlip, Month } from '#modules/payroll'
import { demoItems } from './items.ts'
import { city } from './law.ts'
import { origins, type Told } from './month-story.ts'
import type { PlannedTerm } from './terms.ts'

export type Group = { readonly id: string; readonly code: string }

/** The items hold from long ago: the demo pays by the same ones all along. */
export async function keepItems(ctx: Context, groups: readonly Group[]): Promise<void> {
  const rows = demoItems.map((item, at) => ({
    tenant_id: ctx.tenantId,
    id: ctx.newId(),
    group_id: groups.find(({ code }) => code === item.group)?.id ?? null,
    code: item.code,
    name: JSON.stringify(item.name),
    kind: item.kind,
    formula: item.formula,
    is_taxable: item.isTaxable ?? true,
    taxed_as: item.taxedAs ?? 'wage',
    is_normal_hours: item.isNormalHours ?? true,
    rounding: item.rounding ?? null,
    place: (at + 1) * 10,
    is_on_slip: item.isOnSlip ?? true,
    valid_from: '2020-01-01',
  }))
  await ctx.db.insertInto('pay_item').values(rows).execute()
}

/** All terms in one statement. */
export async function keepTerms(
  ctx: Context,
  terms: readonly (PlannedTerm & { personId: string })[],
  groups: readonly Group[],
): Promise<void> {
  const groupId = new Map(groups.map(({ code, id }) => [code, id]))
  const column = <T>(of: (term: PlannedTerm & { personId: string }) => T) => terms.map(of)
  await sql`insert into pay_term (tenant_id, id, person_id, group_id, wage_fen, amounts, city, bases, reason, valid_from,
      valid_until, changed_at)
    select ${ctx.tenantId}, t.id, t.person, t.grp, t.wage, t.amounts, t.city, jsonb_build_object('all', t.base), t.reason,
      t.since, t.until, ${ctx.now}
    from unnest(${column(() => ctx.newId())}::uuid[], ${column(({ personId }) => personId)}::uuid[],
      ${column(({ group }) => groupId.get(group))}::uuid[], ${column(({ wage }) => wage)}::bigint[],
      ${column(({ amounts }) => JSON.stringify(amounts))}::jsonb[],
      ${column((term) => term.city ?? city)}::text[], ${column(({ base }) => base)}::bigint[],
      ${column(({ reason }) => reason)}::text[], ${column(({ from }) => from)}::date[],
      ${column(({ until }) => until)}::date[]) as t (id, person, grp, wage, amounts, city, base, reason, since, until)`.execute(
    ctx.db,
  )
}

/** What other systems told of a month, kept with the run that used it; without one it is still to be used. */
export async function keepInputs(
  ctx: Context,
  { period, runId, at }: { period: string; runId: string | null; at: Date },
  told: readonly (Told & { personId: string })[],
): Promise<void> {
  const origin = ({ from }: Told) => origins[from]
  await sql`insert into pay_input (tenant_id, id, person_id, period, name, value, source, source_key, label, used_by_run_id, created_at)
    select ${ctx.tenantId}, i.id, i.person, ${period}, i.name, i.value, i.source, i.key, i.label, ${runId}, ${at}
    from unnest(${told.map(() => ctx.newId())}::uuid[], ${told.map(({ personId }) => personId)}::uuid[],
      ${told.map(({ name }) => name)}::text[], ${told.map(({ value }) => value)}::numeric[],
      ${told.map((one) => origin(one).kind)}::text[], ${told.map((one) => (origin(one).kind === 'file' ? origin(one).label : ''))}::text[],
      ${told.map((one) => `${origin(one).label} ${period}`)}::text[]) as i (id, person, name, value, source, key, label)`.execute(
    ctx.db,
  )
}

/** The slips of a run in one statement; published ones are never touched again. @returns their ids by person */
export async function keepSlips(
  ctx: Context,
  { id, month, paidOn, at }: { id: string; month: Month; paidOn: Day; at: Date },
  slips: readonly ComputedSlip[],
): Promise<Map<string, string>> {
  const rows = slips.map((slip) => ({
    id: ctx.newId(),
    person_id: slip.person.personId,
    unit_id: slip.person.unitId,
    position_id: slip.person.positionId,
    gross_fen: slip.grossFen,
    insurance_fen: slip.insuranceFen,
    tax_fen: slip.taxFen,
    deductions_fen: slip.deductionsFen,
    net_fen: slip.netFen,
    receivable_fen: slip.receivableFen,
    recovered_fen: slip.recoveredFen,
    employer_cost_fen: slip.employerCostFen,
    lines: slip.lines,
    inputs: slip.inputs,
    year_before: slip.before,
    year_after: slip.after,
  }))
  await sql`insert into pay_slip (tenant_id, id, run_id, person_id, period, paid_on, unit_id, position_id, state, gross_fen,
      insurance_fen, tax_fen, deductions_fen, net_fen, receivable_fen, recovered_fen, employer_cost_fen, lines, inputs,
      year_before, year_after, published_at, calculation)
    select ${ctx.tenantId}, s.id, ${id}, s.person_id, ${month.from.slice(0, 7)}, ${paidOn}, s.unit_id, s.position_id, 'published',
      s.gross_fen, s.insurance_fen, s.tax_fen, s.deductions_fen, s.net_fen, s.receivable_fen, s.recovered_fen,
      s.employer_cost_fen, s.lines, s.inputs, s.year_before, s.year_after, ${at}, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s (id uuid, person_id uuid, unit_id uuid, position_id uuid,
      gross_fen bigint, insurance_fen bigint, tax_fen bigint, deductions_fen bigint, net_fen bigint, receivable_fen bigint,
      recovered_fen bigint, employer_cost_fen bigint, lines jsonb, inputs jsonb, year_before jsonb, year_after jsonb)`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.person_id, row.id]))
}
