import { LightStatus, useFigureText } from '#screens/indicators'
import { ResponsibilityName } from '#screens/responsibilities'
import { Card } from '#ui/Card'
import { Sparkline } from '#ui/charts/Sparkline'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { PersonReport, ReportedResponsibility } from '../contract.ts'
import { Capabilities } from './Capabilities.tsx'
import { useReasons } from './use-reasons.ts'

/** One responsibility of a report: how far, its course, its figures, why not all, and what it asks for. */
export function ReportedCard({ report, one }: { report: PersonReport; one: ReportedResponsibility }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const isPhone = usePhone()
  const text = useFigureText()
  const href = useHref()
  const { reason } = useReasons()
  const asked = { period: report.period.kind, day: report.period.from }
  const known = one.trend.filter((each) => each !== null)
  return (
    <Card
      title={<ResponsibilityName id={one.responsibilityId} name={one.name} withMark isLink={!isPhone} />}
      description={one.missingPermille > 0 && t('mine.lostHere', { part: format.percent(one.missingPermille) })}
      actions={
        <span className="flex items-center gap-3">
          {known.length > 1 && (
            <Sparkline
              label={t('mine.course', { count: one.trend.length })}
              values={one.trend.map((each) => each ?? null)}
              target={1000}
            />
          )}
          <LightStatus
            look="soft"
            light={one.light}
            isOpen={report.period.isOpen}
            {...(one.fulfilmentPermille === null ? {} : { figure: format.percent(one.fulfilmentPermille) })}
          />
        </span>
      }
    >
      <ul className="divide-y divide-line">
        {one.indicators.map((indicator) => {
          const way = href(
            'indicators.figure',
            { personId: report.person.id, responsibilityId: one.responsibilityId, indicatorKey: indicator.key },
            asked,
          )
          const name = local(indicator.name)
          return (
            <li
              key={indicator.key}
              className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 py-1 touch:min-h-11"
            >
              {way ? <Link href={way}>{name}</Link> : name}
              <span className="flex items-center gap-3">
                <span>
                  <b className="font-semibold">{text(indicator.value, indicator.unit)}</b>
                  <span className="text-sm text-muted"> / {text(indicator.target, indicator.unit)}</span>
                </span>
                <LightStatus light={indicator.light} isOpen={report.period.isOpen} />
              </span>
            </li>
          )
        })}
      </ul>
      {one.reasons.length > 0 && (
        <p className="mt-2 text-sm text-muted">
          {t('columns.why')}: {one.reasons.map(reason).join(t('sentence.and'))}
        </p>
      )}
      {one.capabilities.length > 0 && <Capabilities report={report} capabilities={one.capabilities} />}
    </Card>
  )
}
