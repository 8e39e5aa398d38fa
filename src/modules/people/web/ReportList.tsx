import { PersonName } from '#screens/organisation'
import type { PersonDetail } from '#contract/organisation'
import { Avatar } from '#ui/Avatar'
import { Card } from '#ui/Card'
import { useLocal, useWords } from '#web/words'

/** Who answers to somebody directly. */
export function ReportList({ reports }: { reports: PersonDetail['reports'] }) {
  const t = useWords('people')
  const local = useLocal()
  return (
    <Card title={t('screens.reports', { count: reports.length })} isFlush>
      <ul className="divide-y divide-line">
        {reports.map((report) => (
          <li key={report.id} className="flex items-center gap-3 px-4 py-2">
            <Avatar name={report.name} size="sm" />
            <span className="min-w-0">
              <PersonName id={report.id} name={report.name} />
              <span className="block truncate text-sm text-muted">{local(report.positionTitle)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
