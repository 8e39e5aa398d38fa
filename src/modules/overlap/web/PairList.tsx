import SearchX from 'lucide-react/icons/search-x'
import type { Asked } from '#core/contract'
import { Empty } from '#ui/Empty'
import { Pagination } from '#ui/Pagination'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { PairCard } from './PairCard.tsx'

const pageSize = 20

type Props = {
  asked: Omit<Asked<(typeof routes)['listPairs']>, 'limit' | 'offset'>
  isStacked: boolean
}

/** Pairs page by page, the most alike first. */
export function PairList({ asked, isStacked }: Props) {
  const t = useWords('overlap')
  const [{ page }, setSearch] = useSearch({ page: 1, pair: '' })
  const pairs = useRead(routes.listPairs, { ...asked, limit: pageSize, offset: (page - 1) * pageSize }, { keep: true })
  return (
    <Await query={pairs} shape="cards">
      {({ total, items }) =>
        items.length === 0 ? (
          <Empty icon={SearchX} title={t('pairs.none')} description={t('pairs.noneHint')} isSmall />
        ) : (
          <div className="flex flex-col gap-3">
            <p className="text-sm text-muted" aria-live="polite">
              {t('pairs.count', { count: total })}
            </p>
            {items.map((pair) => (
              <PairCard key={pair.id} pair={pair} isStacked={isStacked} onOpen={() => setSearch({ pair: pair.id })} />
            ))}
            {total > pageSize && (
              <Pagination page={page} pageSize={pageSize} total={total} onPage={(next) => setSearch({ page: next })} />
            )}
          </div>
        )
      }
    </Await>
  )
}
