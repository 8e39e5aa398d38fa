import { useState } from 'react'
import type { Asked } from '#core/contract'
import { showToast } from '#ui/Toast'
import { Await } from '#web/await'
import { later } from '#web/later'
import { readNow, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type BoardColumn, type TaskDetail } from '../contract.ts'
import { BoardList } from './BoardList.tsx'

const HandInSheet = later(async () => (await import('./HandInSheet.tsx')).HandInSheet)
const PleadSheet = later(async () => (await import('./PleadSheet.tsx')).PleadSheet)
const ExtendTask = later(async () => (await import('./MoveSheet.tsx')).ExtendTask)

type Props = { asked: Asked<(typeof routes)['listTasks']>; onOpen: (taskId: string) => void }
type Moving = { task: TaskDetail; to: BoardColumn } | null

/**
 * Tasks by how they stand. A card goes to another column by what makes it stand there: handing in, asking somebody, a
 * new due time. So a move opens the form for it, and a column that only time can fill takes nothing.
 */
export default function BoardView({ asked, onOpen }: Props) {
  const t = useWords('tasks')
  const { limit: _limit, show, ...filter } = asked
  const board = useRead(routes.readBoard, { ...filter, ...(show ? { show } : {}) }, { keep: true })
  const [moving, setMoving] = useState<Moving>(null)
  const close = () => setMoving(null)
  const move = async (taskId: string, to: BoardColumn) => {
    const task = await readNow(routes.readTask, { taskId })
    if (mayMove(task, to)) setMoving({ task, to })
    else showToast({ title: t(`board.refused.${to}`), tone: 'amber' })
  }
  return (
    <>
      <Await query={board} shape="cards">
        {({ columns }) => (
          <div className="flex gap-3 overflow-x-auto pb-2">
            {columns.map((column) => (
              <BoardList key={column.key} column={column} onOpen={onOpen} onMove={(id, to) => void move(id, to)} />
            ))}
          </div>
        )}
      </Await>
      {moving?.to === 'done' && <HandInSheet task={moving.task} onClose={close} />}
      {moving?.to === 'waiting' && <PleadSheet task={moving.task} onClose={close} />}
      {(moving?.to === 'open' || moving?.to === 'today') && <ExtendTask task={moving.task} onClose={close} />}
    </>
  )
}

function mayMove(task: TaskDetail, to: BoardColumn): boolean {
  if (to === 'done') return task.canHandIn && task.status === 'open'
  if (to === 'waiting') return task.canPlead
  return to !== 'late' && task.canExtend
}
