import Building from 'lucide-react/icons/building-2'
import { BarChart } from '#ui/charts/BarChart'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Ranking, type RankedUnit } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { daysText, told, type Asked } from '../asked.ts'
import { PartCard } from '../PartCard.tsx'
import { Change } from './change.tsx'

type Props = { asked: Asked; title?: string | undefined; withChart?: boolean }

/** Units side by side with what changed since the period before. */
export function RankingPart({ asked, title, withChart }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  const ranking = useRead(routes.readRanking, told(asked), { keep: true })
  const name = local(ranking.data?.below?.name)
  const heading = title || (name ? t('ranking.below', { name }) : t('parts.ranking'))
  return (
    <PartCard title={heading} ask={{ kind: 'ranking', ...asked }} {...(withChart ? { hasPicture: true } : {})}>
      <Await query={ranking} shape="table">
        {(found) =>
          found.rows.length === 0 ? (
            <Empty icon={Building} title={t('ranking.empty')} description={t('ranking.emptyHint')} isSmall />
          ) : (
            <div className="flex flex-col gap-4">
              {withChart && <Bars ranking={found} />}
              <Rows ranking={found} />
              <p className="text-sm text-muted">
                {t('notes.compared', { period: daysText(found.comparedWith) })}{' '}
                {found.rows.some((row) => row.isSmall) && t('notes.small')}
              </p>
            </div>
          )
        }
      </Await>
    </PartCard>
  )
}

function Bars({ ranking }: { ranking: Ranking }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const known = ranking.rows.filter((row) => row.fulfilmentPermille !== null)
  if (known.length === 0) return null
  return (
    <BarChart
      title={t('ranking.chart')}
      nameTitle={t('columns.unit')}
      names={known.map((row) => local(row.name))}
      series={[{ name: t('columns.fulfilment'), values: known.map((row) => row.fulfilmentPermille) }]}
      format={format.percent}
      isLying
    />
  )
}

function Rows({ ranking }: { ranking: Ranking }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const reportOf = (row: RankedUnit) =>
    hrefTo(
      manifest,
      'reports',
      {},
      { tab: 'unit', of: row.unitId, period: ranking.period.kind, day: ranking.period.from },
    )
  return (
    <SimpleTable
      caption={t('parts.ranking')}
      rows={ranking.rows}
      rowKey={(row) => row.unitId}
      columns={[
        { title: t('columns.rank'), cell: (row) => row.rank ?? '–', align: 'end', widthPx: 64 },
        {
          title: t('columns.unit'),
          cell: (row) => (row.isSmall ? local(row.name) : <Link href={reportOf(row)}>{local(row.name)}</Link>),
          isRowHeader: true,
        },
        {
          title: t('columns.fulfilment'),
          cell: (row) =>
            row.fulfilmentPermille === null ? (
              <span className="text-muted">{t('ranking.tooSmall')}</span>
            ) : (
              format.percent(row.fulfilmentPermille)
            ),
          align: 'end',
        },
        { title: t('columns.change'), cell: (row) => <Change permille={row.changePermille} />, align: 'end' },
        { title: t('columns.mostChanged'), cell: (row) => row.mostChanged && <MostChanged row={row} /> },
        { title: t('columns.people'), cell: (row) => row.people, align: 'end' },
        { title: t('columns.behind'), cell: (row) => (row.isSmall ? '–' : row.behind), align: 'end' },
        { title: t('columns.lateTasks'), cell: (row) => (row.isSmall ? '–' : row.lateTasks), align: 'end' },
      ]}
    />
  )
}

function MostChanged({ row }: { row: RankedUnit }) {
  const local = useLocal()
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {local(row.mostChanged?.name)} <Change permille={row.mostChanged?.changePermille ?? null} />
    </span>
  )
}
