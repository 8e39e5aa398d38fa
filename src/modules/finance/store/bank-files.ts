import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/context'
import { nameIn } from '#modules/organisation'
import type { BankFile, BankRow } from '../contract.ts'

/** Files of the employers whose books the asker sees. `where` narrows by `f`. */
export async function bankFilesWhere(
  ctx: Context,
  where: RawBuilder<unknown>,
  { limit, offset }: { limit: number; offset: number },
): Promise<(BankFile & { employerUnitId: string })[]> {
  const { rows } = await sql<Omit<BankFile, 'madeAt'> & { madeAt: Date; employerUnitId: string }>`
    select f.id, f.run_id as "runId", f.number, f.template, f.name, f.follows_id as "followsId", f.reason,
      f.number > 1 and f.follows_id is null as "isRepeat", f.rows, f.total_fen as "totalFen", a.name as "madeBy", f.made_at as "madeAt",
      g.employer_unit_id as "employerUnitId",
      (select count(*)::int from bank_row w where w.tenant_id = f.tenant_id and w.file_id = f.id and w.failure is not null) as failed,
      (select coalesce(sum(w.fen), 0)::bigint from bank_row w where w.tenant_id = f.tenant_id and w.file_id = f.id and w.failure is not null) as "failedFen"
    from bank_file f
    join pay_run r on r.tenant_id = f.tenant_id and r.id = f.run_id
    join pay_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
    left join account a on a.tenant_id = f.tenant_id and a.id = f.made_by_id
    where f.tenant_id = ${ctx.tenantId} and ${ctx.visible('finance.read', { unit: 'g.employer_unit_id' })} and ${where}
    order by f.made_at desc, f.number desc limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }))
}

export async function bankRows(
  ctx: Context,
  fileId: string,
  { onlyFailed, limit, offset }: { onlyFailed: boolean; limit: number; offset: number },
): Promise<BankRow[]> {
  const { rows } = await sql<BankRow>`
    select w.line, w.person_id as "personId", ${nameIn(ctx, 'p')} as "personName", w.slip_id as "slipId", w.shown, w.fen, w.failure
    from bank_row w join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
    where w.tenant_id = ${ctx.tenantId} and w.file_id = ${fileId} and ${onlyFailed ? sql`w.failure is not null` : sql`true`}
    order by w.line limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

export type Payable = {
  readonly slipId: string
  readonly personId: string
  readonly personNumber: string
  readonly personName: string
  readonly mobile: string
  readonly fen: number
  readonly isHeld: boolean
  /** It stands in a file whose bank said nothing against it. */
  readonly isSent: boolean
}

/** What a run has to pay out, in the order of the staff numbers. */
export async function payables(ctx: Context, runId: string): Promise<Payable[]> {
  const { rows } = await sql<Payable>`
    select s.id as "slipId", s.person_id as "personId", p.number as "personNumber", p.name as "personName",
      coalesce(p.mobile, '') as mobile, s.net_fen as fen, s.state = 'held' as "isHeld",
      exists (select from bank_row w where w.tenant_id = s.tenant_id and w.slip_id = s.id and w.failure is null) as "isSent"
    from pay_slip s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    where s.tenant_id = ${ctx.tenantId} and s.run_id = ${runId} and s.state in ('published', 'held')
    order by p.number`.execute(ctx.db)
  return rows
}

/** One file of a run at a time. */
export async function lockRun(ctx: Context, runId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`finance bank ${ctx.tenantId} ${runId}`}, 0))`.execute(
    ctx.db,
  )
}

export type NewBankFile = {
  readonly id: string
  readonly runId: string
  readonly number: number
  readonly template: string
  readonly name: string
  readonly followsId: string | null
  readonly reason: string
  readonly totalFen: number
  readonly sealed: Buffer
}
export type NewBankRow = Pick<BankRow, 'line' | 'personId' | 'slipId' | 'shown' | 'fen'> & { readonly name: string }

export async function writeBankFile(ctx: Context, file: NewBankFile, rows: readonly NewBankRow[]): Promise<void> {
  await ctx.db
    .insertInto('bank_file')
    .values({
      tenant_id: ctx.tenantId,
      id: file.id,
      run_id: file.runId,
      number: file.number,
      template: file.template,
      name: file.name,
      follows_id: file.followsId,
      reason: file.reason,
      rows: rows.length,
      total_fen: file.totalFen,
      sealed: file.sealed,
      made_by_id: ctx.actor.accountId,
      made_at: ctx.now,
    })
    .execute()
  const written = rows.map((row) => ({
    tenant_id: ctx.tenantId,
    file_id: file.id,
    line: row.line,
    slip_id: row.slipId,
    person_id: row.personId,
    name: row.name,
    shown: row.shown,
    fen: row.fen,
  }))
  await sql`insert into bank_row select * from jsonb_populate_recordset(null::bank_row, ${JSON.stringify(written)}::jsonb)`.execute(
    ctx.db,
  )
}

export async function markFailed(
  ctx: Context,
  fileId: string,
  failed: readonly { readonly line: number; readonly reason: string }[],
): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    update bank_row w set failure = f.reason, failed_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(failed)}::jsonb) as f(line int, reason text)
    where w.tenant_id = ${ctx.tenantId} and w.file_id = ${fileId} and w.line = f.line
    returning w.fen`.execute(ctx.db)
  return rows.reduce((sum, { fen }) => sum + fen, 0)
}

export async function sealedFile(ctx: Context, fileId: string): Promise<Buffer | undefined> {
  const row = await ctx.db
    .selectFrom('bank_file')
    .select('sealed')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  return row?.sealed
}
