import { useState } from 'react'
import Landmark from 'lucide-react/icons/landmark'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type BankFile, type BookedRun } from '../../contract.ts'
import { FileTable } from './FileTable.tsx'

const MakeSheet = later(async () => (await import('./MakeSheet.tsx')).MakeSheet)
const RowsSheet = later(async () => (await import('./RowsSheet.tsx')).RowsSheet)

/** Published runs to be paid out, and the files that went to banks. */
export default function BankFilesScreen() {
  const t = useWords('finance')
  const runs = useRead(routes.listBookedRuns, { limit: 30 })
  const files = useRead(routes.listBankFiles, { limit: 100 })
  const [run, setRun] = useState<BookedRun | null>(null)
  const [file, setFile] = useState<BankFile | null>(null)
  return (
    <Page title={t('menu.bankFiles')} description={t('bank.lead')}>
      <div className="flex flex-col gap-6">
        <Await
          query={runs}
          shape="cards"
          empty={<Empty icon={Landmark} title={t('vouchers.noRuns')} description={t('bank.noRunsNote')} />}
        >
          {(rows) => (
            <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2 2xl:grid-cols-3">
              {rows.slice(0, 6).map((one) => (
                <li key={one.id}>
                  <RunCard run={one} onMake={() => setRun(one)} />
                </li>
              ))}
            </ul>
          )}
        </Await>
        <Card title={t('bank.files')} isFlush>
          <Await query={files}>{(rows) => <FileTable files={rows} onOpen={setFile} />}</Await>
        </Card>
      </div>
      {run && <MakeSheet run={run} onClose={() => setRun(null)} />}
      {file && <RowsSheet file={files.data?.find(({ id }) => id === file.id) ?? file} onClose={() => setFile(null)} />}
    </Page>
  )
}

function RunCard({ run, onMake }: { run: BookedRun; onMake: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const format = useFormat()
  const may = useMay()
  return (
    <Card
      title={`${run.period} ${local(run.groupName)}`}
      description={[t(`kinds.${run.kind}`), run.title, t('vouchers.paidOn', { day: format.day(run.paidOn) })]
        .filter(Boolean)
        .join(' · ')}
      actions={
        may('finance.book') && (
          <Button size="sm" variant={run.bankFiles === 0 ? 'primary' : 'secondary'} onPress={onMake}>
            {t(run.bankFiles === 0 ? 'bank.make' : 'bank.more')}
          </Button>
        )
      }
    >
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted tabular-nums">
        <span>{t('vouchers.people', { count: run.people })}</span>
        <span>{t('vouchers.net', { amount: format.money(run.netFen) })}</span>
        {run.bankFiles > 0 && <Tag tone="green">{t('bank.fileCount', { count: run.bankFiles })}</Tag>}
      </p>
    </Card>
  )
}
