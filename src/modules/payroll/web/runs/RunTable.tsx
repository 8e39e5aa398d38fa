import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { PayRun } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { RunState } from './RunState.tsx'
import { useMoney } from './use-money.ts'

/** Runs as rows on the desk, as cards on the phone. */
export function RunTable({ rows }: { rows: readonly PayRun[] }) {
  const t = useWords('payroll')
  const f = useFormat()
  const local = useLocal()
  const money = useMoney()
  const isPhone = usePhone()
  const name = (run: PayRun) => (
    <Link href={hrefTo(manifest, 'run', { runId: run.id })}>
      {run.period} · {local(run.groupName)}
    </Link>
  )
  const kind = (run: PayRun) =>
    run.kind === 'regular' ? run.title : [t(`runs.kinds.${run.kind}`), run.title].filter(Boolean).join(' · ')
  if (isPhone)
    return (
      <ul className="flex flex-col gap-3">
        {rows.map((run) => (
          <li key={run.id}>
            <Card>
              <div className="flex items-start justify-between gap-3">
                <div className="min-w-0 font-medium">{name(run)}</div>
                <RunState run={run} />
              </div>
              <p className="mt-1 text-sm text-muted">
                {[kind(run), run.totals && money(run.totals.netFen, run.currency), f.shortDay(run.paidOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    )
  return (
    <SimpleTable
      caption={t('runs.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { title: t('runs.period'), isRowHeader: true, cell: name },
        { title: t('runs.kind'), cell: (run) => kind(run) || t('runs.kinds.regular') },
        { title: t('runs.paidOn'), cell: (run) => f.day(run.paidOn) },
        { title: t('runs.people'), align: 'end', cell: (run) => run.totals?.people ?? '—' },
        {
          title: t('runs.gross'),
          align: 'end',
          cell: (run) => (run.totals ? money(run.totals.grossFen, run.currency) : '—'),
        },
        {
          title: t('runs.net'),
          align: 'end',
          cell: (run) => (run.totals ? money(run.totals.netFen, run.currency) : '—'),
        },
        { title: t('runs.inputState'), cell: (run) => <RunState run={run} /> },
      ]}
    />
  )
}
