import type { Input } from '#core/contract'
import { pick } from '#core/local-text'
import { fenText } from '#core/payroll'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { writeCsv, writeSpreadsheet } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import type { routes } from '../contract.ts'
import { readLabourCost } from './labour-cost.ts'

/** The table as it is shown to who asks, with what is hidden left empty. */
export async function exportLabourCost(
  ctx: Context,
  { format, ...asked }: Input<(typeof routes)['exportLabourCost']>,
): Promise<Download> {
  const cost = await inTransaction(ctx, async (own) => {
    const read = await readLabourCost(own, asked)
    await own.audit({
      action: 'finance.export-labour-cost',
      target: 'labour-cost',
      after: { ...asked, period: read.period },
    })
    return read
  })
  const word = (key: string) => say(ctx.language, `finance.cost.${key}`, {})
  const columns = [
    { title: word(cost.by), kind: 'text' as const },
    { title: word('people'), kind: 'number' as const },
    { title: word('costYuan'), kind: 'money' as const },
    { title: word('budgetYuan'), kind: 'money' as const },
    { title: word('differenceYuan'), kind: 'money' as const },
  ]
  const yuan = (fen: number | null) => (fen === null ? null : fenText(fen))
  const rows = cost.rows.map(({ name, kind, people, costFen, budgetFen }) => [
    pick(name, ctx.language) || word(kind),
    people,
    yuan(costFen),
    yuan(budgetFen),
    yuan(costFen === null || budgetFen === null ? null : costFen - budgetFen),
  ])
  const name = `${say(ctx.language, 'finance.menu.labourCost', {})} ${cost.period}.${format}`
  if (format === 'csv') return { name, mediaType: 'text/csv', body: writeCsv(columns, rows) }
  const body = await writeSpreadsheet(columns, rows)
  return { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}
