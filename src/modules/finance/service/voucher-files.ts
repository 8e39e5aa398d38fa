import { sql } from 'kysely'
import type { Input } from '#core/contract'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { encodeGbk } from '#kernel/gbk'
import { say } from '#kernel/i18n'
import { writeCsv, writeSpreadsheet } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import type { routes } from '../contract.ts'
import { notInGbk, nothingToExport } from '../problems.ts'
import { csvRows, kingdeeColumns, kingdeeRows, yonyouText, type Entry } from '../rules/voucher-rows.ts'
import { linesOf, voucherHeads } from '../store/vouchers.ts'
import { needWholePay } from './rights.ts'

type Asked = Input<(typeof routes)['exportVouchers']>
const most = 500

export async function exportVouchers(ctx: Context, asked: Asked): Promise<Download> {
  const entries = await inTransaction({ ...ctx }, async (own) => {
    needWholePay(own)
    const found = await entriesOf(own, asked)
    await own.audit({
      action: 'finance.export-vouchers',
      target: `pay-run/${asked.runId ?? asked.period ?? 'all'}`,
      after: { ...asked, lines: found.length },
    })
    return found
  })
  const name = `${say(ctx.language, 'finance.files.vouchers', {})} ${asked.period ?? entries[0]?.datedOn.slice(0, 7) ?? ''}`
  if (asked.format === 'yonyou')
    return { name: `${name}.txt`, mediaType: 'text/plain', body: inGbk(yonyouText(entries, ctx.actor.name), name) }
  if (asked.format === 'kingdee') {
    const body = await writeSpreadsheet([...kingdeeColumns], kingdeeRows(entries), { sheetName: '凭证列表' })
    return {
      name: `${name}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body,
    }
  }
  const columns = csvTitles.map((key) => ({ title: say(ctx.language, `finance.columns.${key}`, {}) }))
  return { name: `${name}.csv`, mediaType: 'text/csv', body: writeCsv(columns, csvRows(entries, ctx.language)) }
}

const csvTitles = [
  'date',
  'voucher',
  'line',
  'summary',
  'account',
  'accountName',
  'costCentre',
  'costCentreName',
  'debit',
  'credit',
]

async function entriesOf(ctx: Context, { runId, period }: Asked): Promise<Entry[]> {
  const where = sql`${runId === undefined ? sql`true` : sql`v.run_id = ${runId}`} and ${period === undefined ? sql`true` : sql`v.period = ${period}`}`
  const heads = (await voucherHeads(ctx, where, { limit: most, offset: 0 })).toReversed()
  if (heads.length === 0) throw nothingToExport({})
  const lines = await linesOf(
    ctx,
    heads.map(({ id }) => id),
  )
  const byVoucher = Map.groupBy(lines, ({ voucherId }) => voucherId)
  return heads.flatMap(({ id, datedOn, number, summary }) =>
    (byVoucher.get(id) ?? []).map((line) => ({ ...line, datedOn, voucherNumber: number, summary })),
  )
}

/** Bytes of a text for systems that know no other; a rare character is named instead of turned into a question mark. */
export function inGbk(text: string, where: string): Uint8Array {
  const { bytes, unknown } = encodeGbk(text)
  if (unknown.length > 0) throw notInGbk({ marks: unknown.slice(0, 10).join(' '), where })
  return bytes
}
