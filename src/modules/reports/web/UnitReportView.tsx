import Users from 'lucide-react/icons/users'
import { ResponsibilityName } from '#screens/responsibilities'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Progress } from '#ui/Progress'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { UnitReport } from '../contract.ts'
import { GapList } from './GapList.tsx'
import { TrendChart } from './TrendChart.tsx'
import { useReasons } from './use-reasons.ts'

/** How much of their work people of a unit do together; of fewer than five nothing is broken down. */
export function UnitReportView({ report }: { report: UnitReport }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()
  const { sentence } = useReasons()
  const search = { period: report.period.kind, day: report.period.from }
  const board = href('indicators.board', {}, { ...search, ...(report.unit ? { unit: [report.unit.id] } : {}) })
  const toBoard = board && <Link href={board}>{t('unit.board')}</Link>
  if (report.isSmall)
    return <Empty icon={Users} title={t('ranking.tooSmall')} description={t('notes.small')} action={toBoard} />
  const figure = (permille: number | null) => (permille === null ? '–' : format.percent(permille))
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <Progress
            look="ring"
            label={t('columns.fulfilment')}
            value={(report.fulfilmentPermille ?? 0) / 10}
            figure={figure(report.fulfilmentPermille)}
          />
          <div className="min-w-60 flex-1">
            <p className="text-md font-medium">{sentence(report.fulfilmentPermille, report.gaps)}</p>
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted">
              <span>{t('unit.people', { count: report.people })}</span>
              <span>{t('unit.measured', { count: report.measured })}</span>
              {toBoard}
            </p>
          </div>
        </div>
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={t('parts.gaps')} description={t('notes.firstReason')}>
          <GapList gaps={report.gaps} showPeople />
        </Card>
        <Card>
          <TrendChart
            title={t('mine.course', { count: report.trend.length })}
            points={report.trend}
            kind={report.period.kind}
            heightPx={200}
          />
        </Card>
      </div>
      <Card title={t('unit.responsibilities')} isFlush>
        <SimpleTable
          caption={t('unit.responsibilities')}
          isFlush
          rows={report.responsibilities}
          rowKey={(row) => row.responsibilityId}
          columns={[
            {
              title: t('columns.responsibility'),
              cell: (row) => <ResponsibilityName id={row.responsibilityId} name={row.name} />,
              isRowHeader: true,
            },
            { title: t('columns.people'), cell: (row) => row.people, align: 'end' },
            {
              title: t('columns.fulfilment'),
              cell: (row) => (row.people < 5 ? t('unit.few') : figure(row.fulfilmentPermille)),
              align: 'end',
            },
            { title: t('columns.missing'), cell: (row) => figure(row.missingPermille), align: 'end' },
          ]}
          empty={local(report.unit?.name)}
        />
      </Card>
    </div>
  )
}
