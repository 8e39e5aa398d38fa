import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { Status } from '#ui/Status'
import { Await } from '#web/await'
import { later } from '#web/later'
import { useSearch } from '#web/links'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Finding, type PayRun } from '../../contract.ts'

const AcceptSheet = later(async () => (await import('./AcceptSheet.tsx')).AcceptSheet)
const SlipSheet = later(async () => (await import('./SlipSheet.tsx')).SlipSheet)
const pageSize = 100
const colors = { blocking: 'red', warning: 'amber', notice: 'gray' } as const

/** What checking found, errors first; a warning is accepted with a note. */
export function RunFindings({ run }: { run: PayRun }) {
  const t = useWords('payroll')
  const [search, setSearch] = useSearch({ page: 1 })
  const [accepting, setAccepting] = useState<Finding | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const query = useRead(
    routes.listFindings,
    { runId: run.id, limit: pageSize, offset: (search.page - 1) * pageSize },
    { keep: true },
  )
  return (
    <div className="pt-3">
      <Await query={query} shape="lines">
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={t('runs.findingsNone')} description={t('runs.findingsNoneWhy')} />
          ) : (
            <div className="flex flex-col gap-3">
              <Card isFlush>
                <ul className="divide-y divide-line" aria-label={t('runs.findings')}>
                  {rows.map((finding) => (
                    <FindingRow
                      key={finding.id}
                      finding={finding}
                      run={run}
                      onAccept={() => setAccepting(finding)}
                      onOpen={() => setOpened(finding.slipId)}
                    />
                  ))}
                </ul>
              </Card>
              {total > pageSize && (
                <Pagination
                  page={search.page}
                  pageSize={pageSize}
                  total={total}
                  onPage={(page) => setSearch({ page })}
                />
              )}
            </div>
          )
        }
      </Await>
      {accepting && <AcceptSheet runId={run.id} finding={accepting} onClose={() => setAccepting(null)} />}
      {opened && <SlipSheet run={run} slipId={opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

type RowProps = { finding: Finding; run: PayRun; onAccept: () => void; onOpen: () => void }

function FindingRow({ finding, run, onAccept, onOpen }: RowProps) {
  const t = useWords('payroll')
  const may = useMay()
  const takeBack = useCommand(routes.acceptFinding, { done: t('runs.done.acceptBack') })
  const { severity, personName, personNumber, sentence, note, acceptedBy, slipId } = finding
  const isOpen = run.state === 'draft' || run.state === 'calculated'
  const mayAccept = may('payroll.run') && isOpen && severity === 'warning'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <Status color={colors[severity]}>{t(`runs.severity.${severity}`)}</Status>
      <div className="min-w-0 flex-1 basis-60">
        {personName && (
          <span className="font-medium">
            {personName} <span className="font-normal text-muted">{personNumber}</span>{' '}
          </span>
        )}
        <span>{sentence}</span>
        {note !== null && (
          <p className="text-sm text-muted">{t('runs.acceptedBy', { name: acceptedBy ?? '—', note })}</p>
        )}
      </div>
      {slipId && (
        <Button size="sm" variant="quiet" onPress={onOpen}>
          {t('why.opens')}
        </Button>
      )}
      {mayAccept && note === null && (
        <Button size="sm" onPress={onAccept}>
          {t('runs.accept')}
        </Button>
      )}
      {mayAccept && note !== null && (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => takeBack.run({ runId: run.id, findingId: finding.id, note: null })}
        >
          {t('runs.takeBack')}
        </Button>
      )}
    </li>
  )
}
