import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import { usePages } from '#web/pages'
import { useWords } from '#web/words'
import { routes } from '../../../contract.ts'
import { offsetAfter } from '../../inbox/offset-after.ts'
import { BreachLine } from './BreachLine.tsx'

/** The latest numbers outside of their limits. */
export function Breaches() {
  const t = useWords('flow')
  const list = usePages(routes.listBreaches, { limit: 20 }, offsetAfter)
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const total = list.pages?.[0]?.total ?? 0
  return (
    <Card
      title={t('rules.breaches.title')}
      description={total > 0 && t('rules.breaches.count', { count: total })}
      isFlush
    >
      {!list.pages ? (
        <div className="p-4">
          {list.problem ? <ProblemNote problem={list.problem} onAgain={list.readAgain} /> : <Skeleton shape="lines" />}
        </div>
      ) : rows.length === 0 ? (
        <p className="px-4 py-6 text-center text-muted">{t('rules.breaches.empty')}</p>
      ) : (
        <ul aria-label={t('rules.breaches.title')} className="divide-y divide-line">
          {rows.map((breach) => (
            <BreachLine key={breach.id} breach={breach} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <div className="border-t border-line p-3">
          <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
            {t('inbox.more')}
          </Button>
        </div>
      )}
    </Card>
  )
}
