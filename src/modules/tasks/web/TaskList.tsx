import { lazy, Suspense, useState } from 'react'
import type { Asked } from '#core/contract'
import type { FilterState } from '#ui/FilterBar'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { usePhone } from '#web/page'
import { usePages } from '#web/pages'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { TaskCards } from './TaskCards.tsx'
import { TaskCounts } from './TaskCounts.tsx'
import type { BulkDeed } from './BulkSheet.tsx'

const TaskGrid = lazy(() => import('./TaskGrid.tsx'))
const BulkSheet = later(async () => (await import('./BulkSheet.tsx')).BulkSheet)

type Props = {
  asked: Asked<(typeof routes)['listTasks']>
  state: FilterState
  onShow: (state: FilterState) => void
  onOpen: (taskId: string) => void
}

/** Tasks one below the other; on the desk several can be moved at once. */
export function TaskList({ asked, state, onShow, onOpen }: Props) {
  const t = useWords('tasks')
  const isPhone = usePhone()
  const [bulk, setBulk] = useState<{ deed: BulkDeed; taskIds: readonly string[] } | null>(null)
  const list = usePages(routes.listTasks, asked, ({ rows, hasMore }) => {
    const last = rows.at(-1)
    return hasMore && last ? { afterDueAt: last.dueAt, afterId: last.id } : undefined
  })
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  return (
    <>
      <TaskCounts asked={asked} state={state} onShow={onShow} />
      {isPhone ? (
        <>
          <p aria-live="polite" className="text-sm text-muted">
            {list.pages && t('list.count', { count: rows.length, more: list.hasMore ? '+' : '' })}
          </p>
          <TaskCards list={list} rows={rows} />
        </>
      ) : (
        <Suspense fallback={<Skeleton shape="table" count={8} />}>
          <TaskGrid
            list={list}
            rows={rows}
            asked={asked}
            onOpen={(task) => onOpen(task.id)}
            onBulk={(deed, taskIds) => setBulk({ deed, taskIds })}
          />
        </Suspense>
      )}
      {bulk && <BulkSheet {...bulk} rows={rows} onClose={() => setBulk(null)} />}
    </>
  )
}
