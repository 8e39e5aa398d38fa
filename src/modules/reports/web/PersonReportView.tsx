import CircleCheck from 'lucide-react/icons/circle-check'
import Target from 'lucide-react/icons/target'
import { LightStatus } from '#screens/indicators'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Progress } from '#ui/Progress'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { useWords } from '#web/words'
import type { PersonReport } from '../contract.ts'
import { GapList } from './GapList.tsx'
import { NextStep } from './NextStep.tsx'
import { ReportedCard } from './ReportedCard.tsx'
import { TrendChart } from './TrendChart.tsx'
import { useReasons } from './use-reasons.ts'

/** Somebody's fulfilment: the figure first, then what is missing and why, the next step, and the course. */
export function PersonReportView({ report, isMine }: { report: PersonReport; isMine: boolean }) {
  const t = useWords('reports')
  const format = useFormat()
  const href = useHref()
  const { sentence } = useReasons()
  if (report.responsibilities.length === 0)
    return <Empty icon={Target} title={t('mine.empty')} description={t('mine.emptyHint')} />
  const figures = isMine
    ? href('indicators.myFigures', {}, periodOf(report))
    : href('indicators.personFigures', { personId: report.person.id }, periodOf(report))
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <Progress
            look="ring"
            label={t('columns.fulfilment')}
            value={(report.fulfilmentPermille ?? 0) / 10}
            figure={report.fulfilmentPermille === null ? '–' : format.percent(report.fulfilmentPermille)}
            tone={tones[report.light]}
          />
          <div className="min-w-60 flex-1">
            <p className="text-md font-medium">{sentence(report.fulfilmentPermille, report.gaps)}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <LightStatus light={report.light} isOpen={report.period.isOpen} />
              {figures && <Link href={figures}>{t('mine.figures')}</Link>}
            </p>
            {isMine && <p className="mt-1 text-sm text-muted">{t('mine.note')}</p>}
          </div>
        </div>
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Card title={t('mine.missing')}>
          {report.gaps.length === 0 ? (
            <Empty icon={CircleCheck} title={t('mine.nothing')} isSmall />
          ) : (
            <GapList gaps={report.gaps} />
          )}
          {isMine && <NextStep report={report} />}
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
      {report.responsibilities.map((one) => (
        <ReportedCard key={one.responsibilityId} report={report} one={one} />
      ))}
    </div>
  )
}

const tones = { red: 'red', amber: 'amber', green: 'green', none: 'gray' } as const

export function periodOf({ period }: Pick<PersonReport, 'period'>): { period: string; day: string } {
  return { period: period.kind, day: period.from }
}
