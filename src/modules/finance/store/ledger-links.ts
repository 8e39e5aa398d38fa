import { sql } from 'kysely'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { LedgerLink } from '../contract.ts'

export async function ledgerLinks(ctx: Context): Promise<(LedgerLink & { secret: Buffer })[]> {
  const { rows } = await sql<LedgerLink & { secret: Buffer }>`
    select l.employer_unit_id as "employerUnitId", u.name as "employerName", l.url, l.account_set as "accountSet", l.book,
      l.voucher_group as "voucherGroup", l.user_name as "userName", l.app_id as "appId", l.version, l.secret
    from ledger_link l
    left join unit_version u on u.tenant_id = l.tenant_id and u.unit_id = l.employer_unit_id and ${validOn('u', ctx.today)}
    where l.tenant_id = ${ctx.tenantId} and ${ctx.visible('finance.read', { unit: 'l.employer_unit_id' })}
    order by l.employer_unit_id limit 200`.execute(ctx.db)
  return rows
}

/** True when this asker may ask the other system now; who asked within two minutes and is not back goes first. */
export async function claimSending(ctx: Context, voucherId: string): Promise<{ before: string | null } | undefined> {
  const { rows: known } = await sql<{ state: string; isFresh: boolean }>`
    select state, asked_at > ${new Date(ctx.now.getTime() - 120_000)} as "isFresh" from voucher_sending
    where tenant_id = ${ctx.tenantId} and voucher_id = ${voucherId} for update`.execute(ctx.db)
  const [row] = known
  if (row?.state === 'sending' && row.isFresh) return undefined
  const { rows } = await sql<{ attempts: number }>`
    insert into voucher_sending as s (tenant_id, voucher_id, state, asked_at) values (${ctx.tenantId}, ${voucherId}, 'sending', ${ctx.now})
    on conflict (tenant_id, voucher_id) do update set state = 'sending', asked_at = excluded.asked_at, attempts = s.attempts + 1
      where ${row !== undefined}
    returning attempts`.execute(ctx.db)
  return rows.length === 0 ? undefined : { before: row?.state ?? null }
}

export async function noteSending(
  ctx: Context,
  voucherId: string,
  { state, remoteNumber, message }: { state: string; remoteNumber: string | null; message: string },
): Promise<void> {
  await ctx.db
    .updateTable('voucher_sending')
    .set({ state: state as 'sent', remote_number: remoteNumber, message })
    .where('tenant_id', '=', ctx.tenantId)
    .where('voucher_id', '=', voucherId)
    .execute()
}
