import { useState } from 'react'
import BookOpenCheck from 'lucide-react/icons/book-open-check'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type BookedRun } from '../../contract.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { stepNames } from './steps.ts'
import { VoucherList } from './VoucherList.tsx'

const BookSheet = later(async () => (await import('./BookSheet.tsx')).BookSheet)

/** Published runs with what is booked of each, and the vouchers. */
export default function VouchersScreen() {
  const t = useWords('finance')
  const runs = useRead(routes.listBookedRuns, { limit: 30 })
  const [open, setOpen] = useState<BookedRun | null>(null)
  return (
    <Page title={t('menu.vouchers')} description={t('vouchers.lead')}>
      <div className="flex flex-col gap-6">
        <Await
          query={runs}
          shape="cards"
          empty={<Empty icon={BookOpenCheck} title={t('vouchers.noRuns')} description={t('vouchers.noRunsNote')} />}
        >
          {(rows) => (
            <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2 2xl:grid-cols-3">
              {rows.slice(0, 6).map((run) => (
                <li key={run.id}>
                  <RunCard run={run} onBook={() => setOpen(run)} />
                </li>
              ))}
            </ul>
          )}
        </Await>
        <VoucherList />
      </div>
      {open && <BookSheet run={open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function RunCard({ run, onBook }: { run: BookedRun; onBook: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const isWhole = run.steps.length === stepNames.length
  return (
    <Card
      title={`${run.period} ${local(run.groupName)}`}
      description={[t(`kinds.${run.kind}`), run.title, t('vouchers.paidOn', { day: format.day(run.paidOn) })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <span className="flex gap-2">
          {run.steps.length > 0 && (
            <ExportMenu title={`${run.period} ${local(run.groupName)}`} ask={{ runId: run.id }} />
          )}
          <Button size="sm" variant={isWhole ? 'secondary' : 'primary'} onPress={onBook}>
            {t(isWhole ? 'vouchers.look' : 'vouchers.book')}
          </Button>
        </span>
      }
    >
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted tabular-nums">
        <span>{t('vouchers.people', { count: run.people })}</span>
        <span>{t('vouchers.net', { amount: format.money(run.netFen) })}</span>
        {run.held > 0 && <span>{t('vouchers.held', { count: run.held })}</span>}
      </p>
      <ul className="mt-3 flex flex-wrap gap-1.5">
        {stepNames.map((step) => (
          <li key={step}>
            <Tag tone={run.steps.includes(step) ? 'green' : 'gray'} isOutlined={!run.steps.includes(step)}>
              {t(`steps.${step}`)}
            </Tag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
