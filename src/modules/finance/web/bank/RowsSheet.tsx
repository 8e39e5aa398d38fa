import { useState } from 'react'
import { Sheet } from '#ui/Sheet'
import { SimpleTable } from '#ui/SimpleTable'
import { Switch } from '#ui/Switch'
import { Upload } from '#ui/Upload'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { reasonOf } from '#web/upload'
import { useWords } from '#web/words'
import type { Output } from '#core/contract'
import { routes, type BankFile } from '../../contract.ts'

type Returned = Output<(typeof routes)['importFailures']>

/** What is in a file, and what the bank returned of it. */
export function RowsSheet({ file, onClose }: { file: BankFile; onClose: () => void }) {
  const t = useWords('finance')
  const format = useFormat()
  const may = useMay()
  const isPhone = usePhone()
  const [onlyFailed, setOnlyFailed] = useState(file.failed > 0)
  const [returned, setReturned] = useState<Returned | null>(null)
  const rows = useRead(
    routes.listBankRows,
    { id: file.id, onlyFailed: onlyFailed ? 'true' : 'false', limit: 500 },
    { keep: true },
  )
  const take = useCommand(routes.importFailures, {
    onDone: (answer) => {
      setReturned(answer)
      setOnlyFailed(true)
    },
    showsProblem: () => true,
  })
  return (
    <Sheet
      title={file.name}
      description={`${t('vouchers.people', { count: file.rows })} · ${format.money(file.totalFen)}`}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="flex flex-col gap-4">
        {may('finance.book') && (
          <Upload
            label={t('bank.failureList')}
            description={t('bank.failureNote')}
            accept=".xlsx,.csv,.txt"
            limitFiles={1}
            limitBytes={5_000_000}
            keepPictures
            send={(chosen) => take.ask({ id: file.id }, { file: chosen, fileName: chosen.name })}
            reasonOf={reasonOf}
          />
        )}
        {returned && <Answer returned={returned} />}
        <Switch value={onlyFailed} onChange={setOnlyFailed}>
          {t('bank.onlyFailed')}
        </Switch>
        <Await query={rows}>
          {(found) => (
            <SimpleTable
              caption={t('bank.rows')}
              rows={found}
              rowKey={(row) => String(row.line)}
              empty={t(onlyFailed ? 'bank.noFailures' : 'bank.noRows')}
              columns={[
                { title: t('cost.person'), isRowHeader: true, cell: (row) => row.personName },
                { title: t('bank.account'), cell: (row) => <span className="tabular-nums">{row.shown}</span> },
                {
                  title: t('vouchers.amount'),
                  align: 'end',
                  cell: (row) => <span className="tabular-nums">{format.money(row.fen)}</span>,
                },
                {
                  title: t('bank.failure'),
                  cell: (row) => row.failure && <span className="text-red-text">{row.failure}</span>,
                },
              ]}
            />
          )}
        </Await>
        {file.failed > 0 && <p className="text-muted">{t('bank.sendAgainNote')}</p>}
      </div>
    </Sheet>
  )
}

function Answer({ returned }: { returned: Returned }) {
  const t = useWords('finance')
  const format = useFormat()
  return (
    <div role="status" className="rounded-lg border border-amber-line bg-amber-soft p-3">
      <p>{t('bank.returned', { count: returned.failed, amount: format.money(returned.failedFen) })}</p>
      {returned.unknown.length > 0 && (
        <p>
          {t('bank.unknown', {
            count: returned.unknown.length,
            rows: returned.unknown
              .slice(0, 5)
              .map(({ line, name }) => `${line} ${name}`)
              .join('；'),
          })}
        </p>
      )}
    </div>
  )
}
