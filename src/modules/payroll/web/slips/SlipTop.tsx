import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { SlipDetail } from '../../contract.ts'
import { useDifference } from './use-difference.ts'

/** What arrived, and the sums it came from. */
export function SlipTop({ slip }: { slip: SlipDetail }) {
  const t = useWords('payroll')
  const f = useFormat()
  const local = useLocal()
  const difference = useDifference(slip)
  const { sums, before } = slip
  const shown = (['gross', 'insurance', 'tax', 'otherDeductions', 'receivable', 'employerCost'] as const).filter(
    (key) => key === 'gross' || sums[key] !== 0,
  )
  return (
    <Card>
      <p className="text-sm text-muted">
        {t('slips.sums.net')} · {t('slips.paidOnDay', { day: f.day(slip.paidOn) })}
      </p>
      <p className="text-3xl font-semibold tracking-tight tabular-nums">{f.money(sums.net)}</p>
      {before && <p className="mt-0.5 text-sm text-muted">{difference(sums.net, before.sums.net)}</p>}
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
        {shown.map((key) => (
          <div key={key}>
            <dt className="text-sm text-muted">{t(`slips.sums.${key}`)}</dt>
            <dd className="font-medium tabular-nums">{f.money(sums[key])}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 border-t border-line pt-3 text-sm text-muted">
        {[`${slip.personName} (${slip.personNumber})`, local(slip.unitName), local(slip.positionName)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Card>
  )
}
