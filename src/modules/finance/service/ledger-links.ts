import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { seal } from '#kernel/sealed'
import type { routes } from '../contract.ts'
import { needsSecret } from '../problems.ts'
import { ledgerLinks } from '../store/ledger-links.ts'
import { needKnown } from './known.ts'
import { need } from './rights.ts'

type Routes = typeof routes

export async function listLedgerLinks(ctx: Context): Promise<Output<Routes['listLedgerLinks']>> {
  return (await ledgerLinks(ctx)).map(({ secret: _secret, ...link }) => link)
}

/** The secret is kept sealed and never told; another host or user is not sent the one before. */
export async function saveLedgerLink(
  ctx: Context,
  { employerUnitId, secret, ...link }: Input<Routes['saveLedgerLink']>,
): Promise<Output<Routes['saveLedgerLink']>> {
  await needKnown(ctx, { unitId: employerUnitId })
  need(ctx, 'finance.set-up', employerUnitId)
  const known = (await ledgerLinks(ctx)).find((one) => one.employerUnitId === employerUnitId)
  const isSame = known && new URL(known.url).host === new URL(link.url).host && known.userName === link.userName
  if (secret === undefined && !isSame) throw needsSecret({})
  const sealed = secret === undefined ? (known?.secret as Buffer) : seal(ctx, placeOf(employerUnitId), secret)
  const version = (known?.version ?? 0) + 1
  const row = {
    url: link.url,
    account_set: link.accountSet,
    book: link.book,
    voucher_group: link.voucherGroup,
    user_name: link.userName,
    app_id: link.appId,
    secret: sealed,
    version,
  }
  await ctx.db
    .insertInto('ledger_link')
    .values({ tenant_id: ctx.tenantId, employer_unit_id: employerUnitId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'employer_unit_id']).doUpdateSet(row))
    .execute()
  await ctx.audit({
    action: 'finance.save-ledger-link',
    target: `unit/${employerUnitId}`,
    after: { ...link, hasNewSecret: secret !== undefined },
  })
  await ctx.announce('finance')
  return { employerUnitId, version }
}

export function placeOf(employerUnitId: string) {
  return { table: 'ledger_link', column: 'secret', id: employerUnitId }
}
