import Users from 'lucide-react/icons/users'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Sparkline } from '#ui/charts/Sparkline'
import { Stat } from '#ui/Stat'
import { Status } from '#ui/Status'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Load, type Workload } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { daysText, told } from '../asked.ts'
import { PartCard } from '../PartCard.tsx'

type Props = { asked: { unitId?: string | undefined }; title?: string | undefined; limit?: number }

/** Hours and open work against working time and one's own usual weeks. */
export function WorkloadPart({ asked, title, limit = 100 }: Props) {
  const t = useWords('reports')
  const load = useRead(routes.readWorkload, { ...told({ unitId: asked.unitId }), limit }, { keep: true })
  return (
    <PartCard title={title || t('parts.workload')} ask={{ kind: 'workload', ...told({ unitId: asked.unitId }) }}>
      <Await query={load} shape="table">
        {(found) =>
          found.people === 0 ? (
            <Empty icon={Users} title={t('workload.none')} description={t('workload.noneHint')} isSmall />
          ) : (
            <Loads load={found} />
          )
        }
      </Await>
    </PartCard>
  )
}

function Loads({ load }: { load: Workload }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()
  const late = (row: Load) => href('tasks.tasks', {}, { show: 'late', person: [row.personId] })
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Stat label={t('workload.people')} value={load.people} />
        <Stat label={t('workload.unusual')} value={load.overloaded} tone={load.overloaded > 0 ? 'amber' : 'plain'} />
      </div>
      <SimpleTable
        caption={t('parts.workload')}
        rows={load.rows}
        rowKey={(row) => row.personId}
        columns={[
          {
            title: t('columns.person'),
            cell: (row) => (
              <span className="flex flex-col">
                <Link href={hrefTo(manifest, 'personReport', { personId: row.personId })} isQuiet>
                  {row.name}
                </Link>
                <span className="text-xs text-muted">{local(row.unitName)}</span>
              </span>
            ),
            isRowHeader: true,
          },
          { title: t('columns.standsOut'), cell: (row) => <Signals row={row} /> },
          {
            title: t('columns.hours'),
            cell: (row) =>
              `${row.hours === null ? '–' : format.number(row.hours)} / ${format.number(row.capacityHours)}`,
            align: 'end',
          },
          {
            title: t('columns.utilisation'),
            cell: (row) => (row.utilisationPermille === null ? '–' : format.percent(row.utilisationPermille)),
            align: 'end',
          },
          {
            title: t('columns.openTasks'),
            cell: (row) => (
              <span className="inline-flex items-center gap-2">
                <Sparkline
                  label={t('workload.queueChart', { name: row.name, count: row.weeks.length })}
                  values={row.weeks.map((week) => week.queue)}
                  widthPx={64}
                  heightPx={20}
                />
                {row.openTasks}
              </span>
            ),
            align: 'end',
          },
          {
            title: t('columns.lateTasks'),
            cell: (row) => {
              const way = late(row)
              return way && row.lateTasks > 0 ? <Link href={way}>{row.lateTasks}</Link> : row.lateTasks
            },
            align: 'end',
          },
        ]}
      />
      <p className="text-sm text-muted">
        {t('notes.week', { period: daysText(load.week) })}. {t('notes.noScore')}
        {!load.hasHours && ` ${t('notes.noHours')}`}
      </p>
    </div>
  )
}

function Signals({ row }: { row: Load }) {
  const t = useWords('reports')
  const format = useFormat()
  if (row.signals.length === 0) return <span className="text-muted">{t('workload.usual')}</span>
  return (
    <ul>
      {row.signals.map(({ kind, value, against }) => (
        <li key={kind}>
          <Status color="amber">
            {t(`signals.${kind}`, { value: format.number(value), against: format.number(against) })}
          </Status>
        </li>
      ))}
    </ul>
  )
}
