import Database from 'lucide-react/icons/database'
import { addDays, periodAround } from '#core/calendar'
import { routes as indicatorRoutes } from '#contract/indicators'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { told, type Asked } from '../asked.ts'
import { PartCard } from '../PartCard.tsx'

const shownRows = 10
type Props = { asked: Asked; factKind: string | undefined; title?: string | undefined }

/** The latest facts of the period, as whoever reads may see them. */
export function FactsPart({ asked, factKind, title }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  const href = useHref()
  const today = useSession().tenant?.today ?? ''
  const { from, until } = periodAround(asked.period ?? 'month', asked.day ?? today)
  const facts = useRead(
    indicatorRoutes.listFacts,
    {
      from,
      until: addDays(until, -1),
      limit: shownRows,
      ...(factKind ? { kind: factKind } : {}),
      ...(asked.unitId ? { unitId: [asked.unitId] } : {}),
      ...(asked.responsibilityId ? { responsibilityId: [asked.responsibilityId] } : {}),
    },
    { keep: true },
  )
  const all = href('indicators.facts')
  return (
    <PartCard
      title={title || t('parts.facts')}
      ask={{ kind: 'facts', ...told({ ...asked, factKind }) }}
      actions={all && <Link href={all}>{t('next.open')}</Link>}
    >
      <Await query={facts} shape="table">
        {(found) => (
          <SimpleTable
            caption={t('parts.facts')}
            rows={found.rows}
            rowKey={(row) => row.id}
            empty={<Empty icon={Database} title={t('mine.empty')} isSmall />}
            columns={[
              { title: t('columns.day'), cell: (row) => row.day },
              { title: t('columns.kind'), cell: (row) => row.kind },
              { title: t('columns.person'), cell: (row) => row.personName ?? '–', isRowHeader: true },
              { title: t('columns.unit'), cell: (row) => local(row.unitName) },
              {
                title: t('columns.says'),
                cell: (row) =>
                  [...Object.entries(row.dimensions), ...Object.entries(row.measures)]
                    .map(([name, value]) => `${name} ${value}`)
                    .join('; '),
              },
            ]}
          />
        )}
      </Await>
    </PartCard>
  )
}
