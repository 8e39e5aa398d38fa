import type { Asked, Output } from '#core/contract'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'

type Row = Output<(typeof routes)['readLoad']>['rows'][number]

/** Person by week: how much falls due, how much of it is late; the fullest first. A cell leads to its tasks. */
export default function LoadView({ asked }: { asked: Asked<(typeof routes)['listTasks']> }) {
  const t = useWords('tasks')
  const f = useFormat()
  const local = useLocal()
  const load = useRead(routes.readLoad, { weeks: 6, ...(asked.unitId ? { unitId: asked.unitId } : {}) }, { keep: true })
  return (
    <Await query={load} shape="table">
      {({ weeks, rows, hasMore }) => (
        <>
          <SimpleTable<Row>
            caption={t('load.caption')}
            rows={rows}
            rowKey={(row) => row.personId}
            empty={<Empty title={t('list.empty')} />}
            columns={[
              {
                title: t('person'),
                isRowHeader: true,
                cell: (row) => (
                  <>
                    {row.personName} <span className="text-sm text-muted">{local(row.unitName)}</span>
                  </>
                ),
              },
              ...weeks.map((from, at) => ({
                title: f.shortDay(from),
                align: 'end' as const,
                cell: (row: Row) => <Cell row={row} at={at} />,
              })),
            ]}
          />
          {hasMore && <p className="text-sm text-muted">{t('load.more')}</p>}
        </>
      )}
    </Await>
  )
}

function Cell({ row, at }: { row: Row; at: number }) {
  const t = useWords('tasks')
  const cell = row.weeks[at]
  const all = cell ? cell.open + cell.done : 0
  if (!cell || all === 0) return <span className="text-faint">–</span>
  const until = new Date(Date.parse(`${cell.from}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
  const href = hrefTo(manifest, 'tasks', {}, { person: row.personId, show: 'all', due: `${cell.from}..${until}` })
  return (
    <Link href={href}>
      {t('load.cell', { open: cell.open, all })}
      {cell.late > 0 && <span className="ml-1 text-red-text">{t('load.late', { count: cell.late })}</span>}
    </Link>
  )
}
