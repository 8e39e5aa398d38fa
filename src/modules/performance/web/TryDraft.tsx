import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { SimpleTable } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type SchemeDetail } from '../contract.ts'
import { usePoints } from './use-points.ts'

/** What the draft would have given in the last round, before anybody is judged by it. */
export function TryDraft({ scheme, isChanged }: { scheme: SchemeDetail; isChanged: boolean }) {
  const t = useWords('performance')
  const local = useLocal()
  const { score } = usePoints()
  const tried = useRead(
    routes.trySchemeDraft,
    { schemeId: scheme.id, limit: 500 },
    { when: scheme.draft !== null && !isChanged },
  )
  if (isChanged) return <Empty title={t('try.saveFirst')} isSmall />
  if (!scheme.draft) return <Empty title={t('try.noDraft')} isSmall />
  return (
    <Await query={tried} shape="table">
      {(found) =>
        found.round === null ? (
          <Empty title={t('try.noRound')} isSmall />
        ) : (
          <Card title={t('try.title', { round: local(found.round.name) })} description={t('try.lead')}>
            <SimpleTable
              caption={t('scheme.try')}
              rows={found.rows}
              rowKey={(row) => row.reviewId}
              isFlush
              columns={[
                { title: t('list.person'), isRowHeader: true, cell: (row) => row.personName },
                {
                  title: t('try.before'),
                  align: 'end',
                  cell: (row) => `${score(row.beforeHundredths)} ${row.beforeLevel ?? ''}`,
                },
                {
                  title: t('try.after'),
                  align: 'end',
                  cell: (row) => `${score(row.afterHundredths)} ${row.afterLevel ?? ''}`,
                },
                {
                  title: t('try.change'),
                  align: 'end',
                  cell: (row) => {
                    if (row.beforeHundredths === null || row.afterHundredths === null) return '—'
                    const change = row.afterHundredths - row.beforeHundredths
                    return `${change > 0 ? '+' : ''}${score(change)}`
                  },
                },
              ]}
            />
          </Card>
        )
      }
    </Await>
  )
}
