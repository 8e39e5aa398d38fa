import { useState } from 'react'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { FilterBar, noFilters } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import { useFilters } from '#web/links'
import { usePages } from '#web/pages'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Box, type InboxCounts, type InboxRow } from '../../contract.ts'
import { BatchBar } from './BatchBar.tsx'
import { EmptyBox } from './EmptyBox.tsx'
import { askedWith, useInboxFilters } from './inbox-filters.ts'
import { InboxLine } from './InboxLine.tsx'
import { offsetAfter } from './offset-after.ts'

/** One box of the inbox: narrowed, page by page, and what may be decided at once. */
export function InboxBox({ box, counts }: { box: Box; counts: InboxCounts | undefined }) {
  const t = useWords('flow')
  const filters = useInboxFilters(box)
  const [state, setState] = useFilters(filters)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = usePages(routes.listInbox, { ...askedWith(box, state), limit: pageSize }, offsetAfter)
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const total = list.pages?.at(-1)?.total
  const isFiltered = state.search !== '' || Object.keys(state.values).length > 0
  const picked = rows.filter((row) => chosen.has(keyOf(row)) && row.task?.isBatchable)
  const pick = (row: InboxRow, isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      if (isChosen) next.add(keyOf(row))
      else next.delete(keyOf(row))
      return next
    })
  return (
    <div className="flex flex-col gap-3">
      <FilterBar
        id={`inbox-${box}`}
        filters={filters}
        state={state}
        onChange={setState}
        searchLabel={t('inbox.search')}
        count={total === undefined ? undefined : t('inbox.count', { count: total })}
        views="none"
      >
        {box === 'todo' && counts && counts.overdue > 0 && !isFiltered && (
          <Button
            variant="danger-quiet"
            icon={TriangleAlert}
            onPress={() => setState({ ...noFilters, values: { due: ['late'] } })}
          >
            {t('inbox.late', { count: counts.overdue })}
          </Button>
        )}
        {box === 'copied' && counts && counts.unreadCopies > 0 && <ReadAll />}
      </FilterBar>
      {box === 'todo' && (
        <BatchBar
          rows={rows}
          picked={picked}
          onPick={(some) => setChosen(new Set(some.map(keyOf)))}
          onDone={() => setChosen(new Set())}
        />
      )}
      {!list.pages ? (
        list.problem ? (
          <ProblemNote problem={list.problem} onAgain={list.readAgain} />
        ) : (
          <Skeleton shape="cards" count={4} />
        )
      ) : rows.length === 0 ? (
        <EmptyBox box={box} isFiltered={isFiltered} onClear={() => setState(noFilters)} />
      ) : (
        <Card isFlush>
          <ul aria-label={t(`inbox.box.${box}`)} className="divide-y divide-line">
            {rows.map((row) => (
              <InboxLine
                key={keyOf(row)}
                row={row}
                box={box}
                isChosen={chosen.has(keyOf(row))}
                onChoose={(isChosen) => pick(row, isChosen)}
              />
            ))}
          </ul>
          {list.hasMore && (
            <div className="border-t border-line p-3">
              <Button isBlock variant="quiet" onPress={list.more} isPending={list.isReading}>
                {t('inbox.more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </div>
  )
}

const pageSize = 30

function ReadAll() {
  const t = useWords('flow')
  const read = useCommand(routes.markCopiesRead, { done: ({ changed }) => t('inbox.allRead', { count: changed }) })
  return (
    <Button variant="quiet" isPending={read.isRunning} onPress={() => read.run({})}>
      {t('inbox.readAll')}
    </Button>
  )
}

function keyOf(row: InboxRow): string {
  return row.task ? `${row.requestId}/${row.task.id}` : row.requestId
}
