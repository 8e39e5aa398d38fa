import { sql, type RawBuilder } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { PayLine, PayProblem } from '#core/payroll'
import type { Context } from '#kernel/context'
import { nameIn, personMatches } from '#modules/organisation'
import { validOn } from '#kernel/as-of'
import { monthOf } from '../../rules/pay-day.ts'
import type { PayInput } from '../../rules/person-month.ts'
import type { StoredRun } from './runs.ts'

export type StoredRow = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly personNumber: string
  readonly unitName: LocalText | null
  readonly state: 'calculated' | 'failed' | 'held' | 'published'
  readonly isLocked: boolean
  readonly grossFen: number
  readonly insuranceFen: number
  readonly taxFen: number
  readonly netFen: number
  readonly receivableFen: number
  readonly employerCostFen: number
  readonly lastNetFen: number | null
  readonly diffFen: number | null
  readonly lines: PayLine[]
  readonly lastLines: PayLine[] | null
  readonly problem: PayProblem | null
  readonly findings: number
  readonly version: number
}
export type RowFilter = {
  readonly text?: string | undefined
  readonly show: 'all' | 'errors' | 'changed' | 'found' | 'held'
  readonly minDiffPermille?: number | undefined
  readonly sort: 'diff' | 'net' | 'name'
  readonly limit: number
  readonly offset: number
}

/** Slips of a run beside those of the run before: what has no result first, then the largest difference. */
export async function slipRows(
  ctx: Context,
  run: StoredRun,
  lastRunId: string | null,
  filter: RowFilter,
): Promise<{ total: number; rows: StoredRow[] }> {
  const where = sql.join([visible(ctx, run), ...wanted(ctx, filter)], sql` and `)
  const from = source(run, lastRunId)
  const { rows } = await sql<StoredRow>`${columns(ctx, run)}
    from (select s.*, l.net_fen as last_net, l.lines as last_lines ${from} where ${where} order by ${orders[filter.sort]}
      limit ${filter.limit} offset ${filter.offset}) s ${joined(run)} order by ${outerOrders[filter.sort]}`.execute(
    ctx.db,
  )
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from} where ${where}`.execute(ctx.db)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

export type StoredSlip = StoredRow & { readonly inputs: PayInput[] }

export async function slipOfRun(
  ctx: Context,
  run: StoredRun,
  lastRunId: string | null,
  slipId: string,
): Promise<StoredSlip | undefined> {
  const { rows } = await sql<StoredSlip>`${columns(ctx, run)}, s.inputs
    from (select s.*, l.net_fen as last_net, l.lines as last_lines ${source(run, lastRunId)}
      where ${visible(ctx, run)} and s.id = ${slipId}) s ${joined(run)}`.execute(ctx.db)
  return rows[0]
}

export async function lockSlip(
  ctx: Context,
  runId: string,
  slipId: string,
  version: number,
  isLocked: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('pay_slip')
    .set({ is_locked: isLocked, version: version + 1 })
    .where('tenant_id', '=', ctx.tenantId)
    .where('run_id', '=', runId)
    .where('id', '=', slipId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

function source(run: StoredRun, lastRunId: string | null): RawBuilder<unknown> {
  return sql`from pay_slip s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    left join pay_slip l on l.tenant_id = s.tenant_id and l.run_id = ${lastRunId}::uuid and l.person_id = s.person_id
      and l.state = 'published' and ${run.kind === 'regular'}`
}

function visible(ctx: Context, run: StoredRun): RawBuilder<unknown> {
  return sql`s.tenant_id = ${ctx.tenantId} and s.run_id = ${run.id}
    and ${ctx.visible('payroll.read', { person: 's.person_id', unit: 's.unit_id' })}`
}

function wanted(ctx: Context, { text, show, minDiffPermille }: RowFilter): RawBuilder<unknown>[] {
  const found = sql`exists (select 1 from pay_finding f where f.tenant_id = s.tenant_id and f.run_id = s.run_id
    and f.person_id = s.person_id and f.severity <> 'notice')`
  const changed = (permille: number) =>
    sql`(l.net_fen is null or abs(s.net_fen - l.net_fen) * 1000 >= ${permille}::bigint * greatest(l.net_fen, 1))`
  return [
    ...(text ? [sql`${personMatches(ctx, text)}`] : []),
    ...(show === 'errors' ? [sql`s.state = 'failed'`] : []),
    ...(show === 'held' ? [sql`s.state = 'held'`] : []),
    ...(show === 'found' ? [found] : []),
    ...(show === 'changed' ? [changed(minDiffPermille ?? 100)] : []),
    ...(show !== 'changed' && minDiffPermille ? [changed(minDiffPermille)] : []),
  ]
}

const difference = sql`abs(s.net_fen - l.net_fen) desc nulls first`
const outerDifference = sql`abs(s.net_fen - s.last_net) desc nulls first`
const orders = {
  diff: sql`s.state <> 'failed', ${difference}, p.number`,
  net: sql`s.net_fen desc, p.number`,
  name: sql`p.pinyin, p.number`,
} as const
const outerOrders = {
  diff: sql`s.state <> 'failed', ${outerDifference}, p.number`,
  net: sql`s.net_fen desc, p.number`,
  name: sql`p.pinyin, p.number`,
} as const

function columns(ctx: Context, _run: StoredRun): RawBuilder<unknown> {
  return sql`select s.id, s.person_id as "personId", ${nameIn(ctx)} as "personName", p.number as "personNumber", u.name as "unitName",
    s.state, s.is_locked as "isLocked", s.gross_fen as "grossFen", s.insurance_fen as "insuranceFen", s.tax_fen as "taxFen",
    s.net_fen as "netFen", s.receivable_fen as "receivableFen", s.employer_cost_fen as "employerCostFen", s.last_net as "lastNetFen",
    s.net_fen - s.last_net as "diffFen", s.lines, s.last_lines as "lastLines", s.problem, s.version,
    (select count(*)::int from pay_finding f where f.tenant_id = s.tenant_id and f.run_id = s.run_id and f.person_id = s.person_id
      and f.severity <> 'notice') as findings`
}

function joined(run: StoredRun): RawBuilder<unknown> {
  return sql`join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    left join unit_version u on u.tenant_id = s.tenant_id and u.unit_id = s.unit_id and ${validOn('u', monthOf(run.period).last)}`
}
