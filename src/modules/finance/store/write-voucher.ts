import { sql } from 'kysely'
import type { LocalText } from '#core/local-text'
import type { VoucherStep } from '#core/voucher'
import type { Context } from '#kernel/context'

export type NewVoucher = {
  readonly employerUnitId: string
  readonly runId: string
  readonly step: VoucherStep
  readonly datedOn: string
  readonly number: number
  readonly summary: string
  readonly totalFen: number
}
export type NewLine = {
  readonly number: number
  readonly account: string
  readonly accountName: LocalText
  readonly costCentre: { readonly code: string; readonly name: LocalText } | null
  readonly debitFen: number
  readonly creditFen: number
  readonly parts: readonly {
    readonly slipId: string
    readonly code: string
    readonly unitId: string | null
    readonly fen: number
  }[]
}

/** The voucher with its lines and parts, in three statements. At commit the database adds all of it up again. */
export async function writeVoucher(ctx: Context, voucher: NewVoucher, lines: readonly NewLine[]): Promise<string> {
  const id = ctx.newId()
  const own = { tenant_id: ctx.tenantId, voucher_id: id }
  await ctx.db
    .insertInto('voucher')
    .values({
      tenant_id: ctx.tenantId,
      id,
      employer_unit_id: voucher.employerUnitId,
      run_id: voucher.runId,
      step: voucher.step,
      period: voucher.datedOn.slice(0, 7),
      number: voucher.number,
      dated_on: voucher.datedOn,
      summary: voucher.summary,
      total_fen: voucher.totalFen,
      made_by_id: ctx.actor.accountId,
      made_at: ctx.now,
    })
    .execute()
  await insert(
    ctx,
    'voucher_line',
    lines.map((line) => ({
      ...own,
      number: line.number,
      account_code: line.account,
      account_name: line.accountName,
      cost_centre_code: line.costCentre?.code ?? null,
      cost_centre_name: line.costCentre?.name ?? null,
      debit_fen: line.debitFen,
      credit_fen: line.creditFen,
    })),
  )
  const parts = lines.flatMap((line) =>
    line.parts.map((part, at) => ({
      ...own,
      line: line.number,
      number: at + 1,
      slip_id: part.slipId,
      code: part.code,
      unit_id: part.unitId,
      fen: part.fen,
    })),
  )
  for (let at = 0; at < parts.length; at += 20_000) await insert(ctx, 'voucher_part', parts.slice(at, at + 20_000))
  return id
}

/** The same amounts in red: what was booked wrong comes to nothing, and both stay to be seen. */
export async function writeReversal(
  ctx: Context,
  voucherId: string,
  { datedOn, number, summary, reason }: { datedOn: string; number: number; summary: string; reason: string },
): Promise<string> {
  const id = ctx.newId()
  const of = sql`tenant_id = ${ctx.tenantId} and voucher_id = ${voucherId}`
  await sql`insert into voucher (tenant_id, id, employer_unit_id, run_id, step, period, number, dated_on, summary, total_fen, reverses_id, reason, made_by_id, made_at)
    select tenant_id, ${id}, employer_unit_id, run_id, step, ${datedOn.slice(0, 7)}, ${number}, ${datedOn}, ${summary}, -total_fen, id, ${reason}, ${ctx.actor.accountId}, ${ctx.now}
    from voucher where tenant_id = ${ctx.tenantId} and id = ${voucherId}`.execute(ctx.db)
  await sql`insert into voucher_line (tenant_id, voucher_id, number, account_code, account_name, cost_centre_code, cost_centre_name, debit_fen, credit_fen)
    select tenant_id, ${id}, number, account_code, account_name, cost_centre_code, cost_centre_name, -debit_fen, -credit_fen
    from voucher_line where ${of}`.execute(ctx.db)
  await sql`insert into voucher_part (tenant_id, voucher_id, line, number, slip_id, code, unit_id, fen)
    select tenant_id, ${id}, line, number, slip_id, code, unit_id, -fen from voucher_part where ${of}`.execute(ctx.db)
  await sql`update voucher set is_reversed = true where tenant_id = ${ctx.tenantId} and id = ${voucherId}`.execute(
    ctx.db,
  )
  return id
}

async function insert(ctx: Context, table: 'voucher_line' | 'voucher_part', rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((column) => sql.ref(column))
  if (columns.length === 0) return
  await sql`insert into ${sql.table(table)} (${sql.join(columns)}) select ${sql.join(columns)}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(ctx.db)
}
