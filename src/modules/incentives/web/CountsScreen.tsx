import Gift from 'lucide-react/icons/gift'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { Page } from '#web/page'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type CountedRow } from '../contract.ts'

/** How far those are whom I lead; what it brings them is theirs. */
export default function CountsScreen() {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const read = useRead(routes.listCounts, {})
  return (
    <Page title={t('menu.counts')} description={t('counts.lead')}>
      <Await query={read} shape="cards">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon={Gift} title={t('counts.empty')} description={t('counts.lead')} />
          ) : (
            <div className="flex max-w-4xl flex-col gap-4">
              {byPlan(rows).map(([planId, own]) => (
                <Card key={planId} title={local(own[0]?.planName)} isFlush>
                  <SimpleTable
                    caption={local(own[0]?.planName)}
                    isFlush
                    rows={own}
                    rowKey={(row) => row.personId}
                    columns={[
                      { title: t('settlement.person'), isRowHeader: true, cell: (row) => `${row.name} ${row.number}` },
                      {
                        title: t('counts.value'),
                        align: 'end',
                        cell: (row) =>
                          t(`value.${row.take}`, { value: format.number(row.milli / 1000), count: row.milli / 1000 }),
                      },
                    ]}
                  />
                </Card>
              ))}
            </div>
          )
        }
      </Await>
    </Page>
  )
}

/** Rows come plan by plan; `Map.groupBy` is too new for the phones that read this. */
function byPlan(rows: readonly CountedRow[]): [string, CountedRow[]][] {
  const found = new Map<string, CountedRow[]>()
  for (const row of rows) found.set(row.planId, [...(found.get(row.planId) ?? []), row])
  return [...found]
}
