import { SimpleTable } from '#ui/SimpleTable'
import { Status } from '#ui/Status'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Run } from '../contract.ts'

/** What each run brought, the last first. */
export function Runs({ sourceId }: { sourceId: string }) {
  const t = useWords('sources')
  const format = useFormat()
  const isPhone = usePhone()
  const runs = useRead(routes.listRuns, { sourceId, limit: 50 })
  const number = (of: 'rows' | 'recorded' | 'known' | 'refused') => ({
    title: t(`runs.${of}`),
    align: 'end' as const,
    cell: (run: Run) => format.number(run[of]),
  })
  return (
    <Await query={runs} shape="table">
      {({ rows }) =>
        isPhone ? (
          <ul className="divide-y divide-line">
            {rows.map((run) => (
              <li key={run.id} className="flex flex-col gap-1 py-3">
                <span className="flex justify-between gap-2">
                  <span>{format.dateTime(run.startedAt)}</span>
                  <Result run={run} />
                </span>
                <span className="text-sm text-muted">
                  {(['rows', 'recorded', 'known', 'refused'] as const)
                    .map((of) => `${t(`runs.${of}`)} ${format.number(run[of])}`)
                    .join(' · ')}
                </span>
                {run.trouble && <span className="text-sm text-red-text">{run.trouble.detail}</span>}
              </li>
            ))}
            {rows.length === 0 && <li className="py-6 text-center text-muted">{t('runs.none')}</li>}
          </ul>
        ) : (
          <SimpleTable
            caption={t('runs.label')}
            rows={rows}
            rowKey={(run) => run.id}
            empty={t('runs.none')}
            columns={[
              { title: t('runs.startedAt'), isRowHeader: true, cell: (run) => format.dateTime(run.startedAt) },
              { title: t('runs.cause'), cell: (run) => t(`runs.causes.${run.cause}`) },
              number('rows'),
              number('recorded'),
              number('known'),
              number('refused'),
              {
                title: t('runs.result'),
                cell: (run) => (
                  <span className="flex flex-col gap-0.5">
                    <Result run={run} />
                    {run.trouble && <span className="text-sm text-muted">{run.trouble.detail}</span>}
                  </span>
                ),
              },
            ]}
          />
        )
      }
    </Await>
  )
}

function Result({ run }: { run: Run }) {
  const t = useWords('sources')
  if (run.trouble) return <Status color="red">{t('states.failing')}</Status>
  return run.endedAt ? <Status color="green">{t('runs.ok')}</Status> : <Status color="gray">{t('runs.running')}</Status>
}
