import ArrowRight from 'lucide-react/icons/arrow-right'
import { LinkButton } from '#ui/Button'
import { useHref } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { PersonReport } from '../contract.ts'

/** The one thing to do next: about the largest part of what is missing, with the way there. */
export function NextStep({ report }: { report: PersonReport }) {
  const t = useWords('reports')
  const local = useLocal()
  const href = useHref()
  const [gap] = report.gaps
  if (!gap) return <p className="mt-3 text-sm text-muted">{t('next.done')}</p>
  const { kind, name, indicatorKey } = gap.reason
  const of = report.responsibilities.find((one) => one.reasons.some((reason) => reason.kind === kind))
  const indicator = of?.indicators.find((one) => one.key === indicatorKey) ?? of?.indicators[0]
  const figure =
    of &&
    indicator &&
    href(
      'indicators.figure',
      { personId: report.person.id, responsibilityId: of.responsibilityId, indicatorKey: indicator.key },
      { period: report.period.kind, day: report.period.from },
    )
  const way = kind === 'late-tasks' ? href('tasks.tasks', {}, { show: 'late' }) : figure
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
      <p className="min-w-0 flex-1">
        <span className="mr-2 text-sm font-medium text-muted">{t('next.title')}</span>
        {t(`next.${kind}`, { name: local(name) || local(indicator?.name) })}
      </p>
      {way && (
        <LinkButton href={way} size="sm" iconAfter={ArrowRight}>
          {t('next.open')}
        </LinkButton>
      )}
    </div>
  )
}
