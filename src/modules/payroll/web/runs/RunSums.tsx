import { Stat } from '#ui/Stat'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { PayRun } from '../../contract.ts'
import { useMoney } from './use-money.ts'

/** What a run comes to. */
export function RunSums({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const f = useFormat()
  const money = useMoney()
  const { totals, currency } = run
  if (!totals) return null
  const failed = totals.failed > 0 ? ` · ${t('runs.errors')} ${totals.failed}` : ''
  const held = totals.held > 0 ? ` · ${t('runs.heldCount')} ${totals.held}` : ''
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      <Stat label={t('runs.people')} value={String(totals.people)} note={`${f.shortDay(run.paidOn)}${failed}${held}`} />
      <Stat label={t('runs.gross')} value={money(totals.grossFen, currency)} />
      <Stat label={t('runs.insurance')} value={money(totals.insuranceFen, currency)} />
      <Stat label={t('runs.tax')} value={money(totals.taxFen, currency)} />
      <Stat
        label={t('runs.net')}
        value={money(totals.netFen, currency)}
        {...(totals.receivableFen > 0
          ? { note: `${t('runs.receivable')} ${money(totals.receivableFen, currency)}` }
          : {})}
      />
      <Stat label={t('runs.cost')} value={money(totals.employerCostFen, currency)} />
    </div>
  )
}
