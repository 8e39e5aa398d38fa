import { useState } from 'react'
import { addDays } from '#core/calendar'
import Lock from 'lucide-react/icons/lock'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Link } from '#ui/Link'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ClosedPeriod } from '../contract.ts'
import { ClosePeriodDialog, ReopenDialog } from './ClosingDialogs.tsx'
import { LateSheet } from './LateSheet.tsx'
import { periodText } from './periods.ts'

/** Which periods are closed, by whom, and what came too late for them. */
export default function ClosingScreen() {
  const t = useWords('indicators')
  const format = useFormat()
  const periods = useRead(routes.listClosedPeriods, {})
  const [isClosing, setClosing] = useState(false)
  const [reopening, setReopening] = useState<ClosedPeriod | null>(null)
  const [{ late }, setSearch] = useSearch({ late: '' })
  const nameOf = (row: ClosedPeriod) => periodText(row.kind, row.from, t, format)
  const chosen = periods.data?.rows.find((row) => row.id === late)
  return (
    <Page
      title={t('closing.title')}
      description={t('closing.lead')}
      actions={
        periods.data?.may.close && (
          <Button variant="primary" icon={Lock} onPress={() => setClosing(true)}>
            {t('closing.close')}
          </Button>
        )
      }
    >
      <Await query={periods} shape="table">
        {({ rows, may }) =>
          rows.length === 0 ? (
            <Empty icon={Lock} title={t('closing.empty')} description={t('closing.lead')} />
          ) : (
            <SimpleTable
              caption={t('closing.title')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  title: t('closing.kind'),
                  isRowHeader: true,
                  cell: (row) => (
                    <span>
                      {nameOf(row)}{' '}
                      <span className="text-sm text-muted">
                        {row.from} – {addDays(row.until, -1)}
                      </span>
                    </span>
                  ),
                },
                {
                  title: t('closing.state'),
                  cell: (row) =>
                    row.reopenedAt ? (
                      <span>
                        <Tag tone="amber">{t('closing.isOpen')}</Tag> {row.reopener} · {format.dateTime(row.reopenedAt)}{' '}
                        · {row.reason}
                      </span>
                    ) : (
                      <Tag tone="green">{t('closing.isClosed')}</Tag>
                    ),
                },
                { title: t('closing.by'), cell: (row) => `${row.closer} · ${format.dateTime(row.closedAt)}` },
                { title: t('closing.note'), cell: (row) => row.note },
                {
                  title: t('closing.late'),
                  align: 'end',
                  cell: (row) =>
                    row.lateFacts === 0 ? '0' : <Link href={`?late=${row.id}`}>{format.number(row.lateFacts)}</Link>,
                },
                {
                  title: '',
                  align: 'end',
                  cell: (row) =>
                    may.reopen && !row.reopenedAt ? (
                      <Button size="sm" onPress={() => setReopening(row)}>
                        {t('closing.reopen')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Await>
      {isClosing && <ClosePeriodDialog onClose={() => setClosing(false)} />}
      {reopening && <ReopenDialog period={reopening} name={nameOf(reopening)} onClose={() => setReopening(null)} />}
      {chosen && <LateSheet period={chosen} name={nameOf(chosen)} onClose={() => setSearch({ late: '' })} />}
    </Page>
  )
}
