import { sql, type RawBuilder } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { Line, Part, VoucherHead } from '../contract.ts'

/** Heads of vouchers of the employers whose books the asker sees. `where` narrows by `v`. */
export async function voucherHeads(
  ctx: Context,
  where: RawBuilder<unknown>,
  { limit, offset }: { limit: number; offset: number },
): Promise<VoucherHead[]> {
  const { rows } = await sql<VoucherHead>`
    select v.id, v.run_id as "runId", v.step, v.period, v.number, v.dated_on as "datedOn", v.summary,
      v.employer_unit_id as "employerUnitId", e.name as "employerName", v.total_fen as "totalFen",
      v.is_reversed as "isReversed", v.reverses_id as "reversesId", v.reason,
      case when s.voucher_id is not null then
        jsonb_build_object('state', s.state, 'remoteNumber', s.remote_number, 'message', s.message) end as sending
    from voucher v
    left join unit_version e on e.tenant_id = v.tenant_id and e.unit_id = v.employer_unit_id and ${validOn('e', ctx.today)}
    left join voucher_sending s on s.tenant_id = v.tenant_id and s.voucher_id = v.id
    where v.tenant_id = ${ctx.tenantId} and ${ctx.visible('finance.read', { unit: 'v.employer_unit_id' })} and ${where}
    order by v.period desc, v.employer_unit_id, v.number desc
    limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

export async function findVoucher(ctx: Context, id: string): Promise<VoucherHead | undefined> {
  const [head] = await voucherHeads(ctx, sql`v.id = ${id}`, { limit: 1, offset: 0 })
  return head
}

export async function linesOf(ctx: Context, voucherIds: readonly string[]): Promise<(Line & { voucherId: string })[]> {
  const { rows } = await sql<Line & { voucherId: string }>`
    select l.voucher_id as "voucherId", l.number, l.account_code as account, l.account_name as "accountName",
      l.cost_centre_code as "costCentre", l.cost_centre_name as "costCentreName",
      l.debit_fen as "debitFen", l.credit_fen as "creditFen",
      (select count(*)::int from voucher_part p
        where p.tenant_id = l.tenant_id and p.voucher_id = l.voucher_id and p.line = l.number) as parts
    from voucher_line l
    where l.tenant_id = ${ctx.tenantId} and l.voucher_id = any(${[...voucherIds]}::uuid[])
    order by l.voucher_id, l.number`.execute(ctx.db)
  return rows
}

export type PartRow = Omit<Part, 'itemName'>

export async function partsOf(
  ctx: Context,
  voucherId: string,
  line: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; totalFen: number; rows: PartRow[] }> {
  const of = sql`p.tenant_id = ${ctx.tenantId} and p.voucher_id = ${voucherId} and p.line = ${line}`
  const sums = await sql<{ total: number; totalFen: number }>`
    select count(*)::int as total, coalesce(sum(fen), 0)::bigint as "totalFen" from voucher_part p where ${of}`.execute(
    ctx.db,
  )
  const { rows } = await sql<PartRow>`
    select p.slip_id as "slipId", s.person_id as "personId", ${nameIn(ctx, 'who')} as "personName", who.number as "personNumber",
      p.code, p.unit_id as "unitId", u.name as "unitName", p.fen
    from voucher_part p
    join pay_slip s on s.tenant_id = p.tenant_id and s.id = p.slip_id
    join person who on who.tenant_id = s.tenant_id and who.id = s.person_id
    left join unit_version u on u.tenant_id = p.tenant_id and u.unit_id = p.unit_id and ${validOn('u', ctx.today)}
    where ${of} order by p.number limit ${limit} offset ${offset}`.execute(ctx.db)
  return { ...(sums.rows[0] ?? { total: 0, totalFen: 0 }), rows }
}

/** One employer's books at a time: numbers without a gap, and no step of a run twice. */
export async function lockBooks(ctx: Context, employerUnitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`finance ${ctx.tenantId} ${employerUnitId}`}, 0))`.execute(
    ctx.db,
  )
}

export async function nextNumber(ctx: Context, employerUnitId: string, period: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0)::int + 1 as next from voucher
    where tenant_id = ${ctx.tenantId} and employer_unit_id = ${employerUnitId} and period = ${period}`.execute(ctx.db)
  return rows[0]?.next ?? 1
}

/** The vouchers of a run that hold, by step. */
export async function bookedSteps(
  ctx: Context,
  runIds: readonly string[],
): Promise<{ runId: string; step: string; id: string }[]> {
  const { rows } = await sql<{ runId: string; step: string; id: string }>`
    select run_id as "runId", step, id from voucher
    where tenant_id = ${ctx.tenantId} and run_id = any(${[...runIds]}::uuid[]) and reverses_id is null and not is_reversed`.execute(
    ctx.db,
  )
  return rows
}
