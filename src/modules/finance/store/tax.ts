import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { TaxDifference } from '../rules/tax-check.ts'

type Year = { readonly income?: number; readonly exempt?: number; readonly insurance?: number } | null
export type TaxSlip = {
  readonly slipId: string
  readonly personId: string
  readonly personNumber: string
  readonly personName: string
  /** As the identity card has it: the sheets are Chinese. */
  readonly writtenName: string
  readonly idNumber: string | null
  readonly paidOn: string
  readonly gross: number
  readonly insurance: number
  readonly deductions: number
  readonly net: number
  readonly receivable: number
  readonly before: Year
  readonly after: Year
  /** Contributions and tax: code, fen, facts. */
  readonly lines: readonly (readonly [code: string, fen: number, facts: Readonly<Record<string, string>>])[]
}

/** What an employer paid in a month, slip by slip, in the order of payment. Held pay is filed when it is paid. */
export async function taxSlips(ctx: Context, employerUnitId: string, period: string): Promise<TaxSlip[]> {
  const { rows } = await sql<TaxSlip>`
    select s.id as "slipId", s.person_id as "personId", p.number as "personNumber", ${nameIn(ctx, 'p')} as "personName",
      p.name as "writtenName", f.id_number as "idNumber", s.paid_on as "paidOn", s.gross_fen as gross, s.insurance_fen as insurance,
      s.deductions_fen as deductions, s.net_fen as net, s.receivable_fen as receivable, s.year_before as before, s.year_after as after,
      coalesce((select jsonb_agg(jsonb_build_array(l->'code', l->'fen', l->'reason'->'facts') order by at)
        from jsonb_array_elements(s.lines) with ordinality e(l, at)
        where l->>'side' = 'employee' and l->'reason'->>'rule' <> 'item'), '[]') as lines
    from pay_slip s
    join pay_run r on r.tenant_id = s.tenant_id and r.id = s.run_id and r.state = 'published'
    join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
    join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    left join personnel_file f on f.tenant_id = s.tenant_id and f.person_id = s.person_id
    where s.tenant_id = ${ctx.tenantId} and g.employer_unit_id = ${employerUnitId} and s.state = 'published'
      and s.paid_on >= ${`${period}-01`}::date and s.paid_on < (${`${period}-01`}::date + interval '1 month')
    order by p.number, s.paid_on, r.created_at`.execute(ctx.db)
  return rows
}

/** Who pays in China, of the employers whose books the asker sees, with the last month somebody was paid in. */
export async function employersOf(
  ctx: Context,
): Promise<{ id: string; name: LocalText | null; last: string | null }[]> {
  const { rows } = await sql<{ id: string; name: LocalText | null; last: string | null }>`
    select g.employer_unit_id as id, (array_agg(u.name))[1] as name, to_char(max(r.paid_on), 'YYYY-MM') as last
    from pay_group g
    left join unit_version u on u.tenant_id = g.tenant_id and u.unit_id = g.employer_unit_id and ${validOn('u', ctx.today)}
    left join pay_run r on r.tenant_id = g.tenant_id and r.group_id = g.id and r.state = 'published'
    where g.tenant_id = ${ctx.tenantId} and g.jurisdiction = 'cn' and ${ctx.visible('finance.read', { unit: 'g.employer_unit_id' })}
    group by g.employer_unit_id order by max(r.paid_on) desc nulls last limit 100`.execute(ctx.db)
  return rows
}

export async function taxResults(
  ctx: Context,
  employerUnitId: string,
  period: string,
): Promise<Map<string, TaxDifference[]>> {
  const rows = await ctx.db
    .selectFrom('tax_result')
    .select(['person_id as personId', sql<TaxDifference[]>`differences`.as('differences')])
    .where('tenant_id', '=', ctx.tenantId)
    .where('employer_unit_id', '=', employerUnitId)
    .where('period', '=', period)
    .execute()
  return new Map(rows.map(({ personId, differences }) => [personId, differences]))
}

export type NewResult = {
  readonly personId: string
  readonly figures: object
  readonly differences: readonly TaxDifference[]
}

/** The client's latest word counts; an earlier import of the month is replaced. */
export async function writeResults(
  ctx: Context,
  employerUnitId: string,
  period: string,
  results: readonly NewResult[],
): Promise<void> {
  await ctx.db
    .deleteFrom('tax_result')
    .where('tenant_id', '=', ctx.tenantId)
    .where('employer_unit_id', '=', employerUnitId)
    .where('period', '=', period)
    .execute()
  const rows = results.map(({ personId, figures, differences }) => ({
    tenant_id: ctx.tenantId,
    employer_unit_id: employerUnitId,
    period,
    person_id: personId,
    figures,
    differences,
    imported_at: ctx.now.toISOString(),
  }))
  await sql`insert into tax_result select * from jsonb_populate_recordset(null::tax_result, ${JSON.stringify(rows)}::jsonb)`.execute(
    ctx.db,
  )
}
