import { GridList, GridListItem } from 'react-aria-components/GridList'
import { Button as DragButton } from 'react-aria-components/Button'
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import GripVertical from 'lucide-react/icons/grip-vertical'
import { Badge } from '#ui/Badge'
import { Icon } from '#ui/Icon'
import { useLocal, useWords } from '#web/words'
import { boardColumns } from '../contract/board-columns.ts'
import type { BoardColumn, Task } from '../contract.ts'
import { useDue } from './due.ts'
import { TaskMark } from './TaskMark.tsx'

type Props = {
  column: { key: BoardColumn; count: number; rows: readonly Task[] }
  onOpen: (taskId: string) => void
  onMove: (taskId: string, to: BoardColumn) => void
}

const cardType = 'remit-task'
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * A column of the board. Cards are dragged with the mouse or the finger; by keys: the grip, Enter, Tab to a column,
 * Enter; or with a card in focus Alt and an arrow to the side.
 */
export function BoardList({ column, onOpen, onMove }: Props) {
  const t = useWords('tasks')
  const local = useLocal()
  const due = useDue()
  const title = t(`board.${column.key}`)
  const { dragAndDropHooks } = useDragAndDrop<Task>({
    getItems: (keys) => [...keys].map((key) => ({ [cardType]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [cardType],
    getDropOperation: () => 'move',
    async onRootDrop({ items }) {
      const item = items.find(isTextDropItem)
      const taskId = await item?.getText(cardType)
      if (taskId && !column.rows.some((row) => row.id === taskId)) onMove(taskId, column.key)
    },
  })
  const shift = (taskId: string, step: number) => {
    const to = boardColumns[boardColumns.indexOf(column.key) + step]
    if (to) onMove(taskId, to)
  }
  return (
    <section
      aria-label={title}
      onKeyDownCapture={(event) => {
        const step = steps[event.key]
        const taskId = (event.target as HTMLElement).closest('[data-key]')?.getAttribute('data-key')
        if (!event.altKey || step === undefined || !taskId) return
        event.preventDefault()
        event.stopPropagation()
        shift(taskId, step)
      }}
      className="flex w-72 shrink-0 flex-col gap-2 rounded-lg bg-sunken p-2"
    >
      <h2 className="flex items-center gap-2 px-1 font-medium">
        {title}
        <Badge count={column.count} max={9999} look="quiet" />
      </h2>
      <GridList
        aria-label={title}
        items={column.rows}
        selectionMode="none"
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => onOpen(String(key))}
        renderEmptyState={() => <p className="p-3 text-center text-sm text-muted">{t('board.empty')}</p>}
        className="flex min-h-24 flex-col gap-2 rounded-md outline-none data-drop-target:bg-selected"
      >
        {(task) => (
          <GridListItem
            id={task.id}
            textValue={`${local(task.title)} ${task.personName}`}
            className="rounded-md border border-line bg-surface p-2.5 data-dragging:opacity-50 data-hovered:border-line-strong"
          >
            <div className="flex gap-2">
              <TaskMark task={task} size="sm" />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{local(task.title)}</p>
                <p className="flex flex-wrap gap-x-2 text-sm text-muted">
                  <span>{task.personName}</span>
                  <span className={task.isLate ? 'text-red-text' : ''}>{due(task.dueAt, task.status === 'open')}</span>
                </p>
              </div>
              <DragButton
                slot="drag"
                aria-label={t('board.move', { title: local(task.title) })}
                className="size-6 shrink-0 cursor-grab touch:size-11"
              >
                <Icon as={GripVertical} className="text-faint" />
              </DragButton>
            </div>
          </GridListItem>
        )}
      </GridList>
      {column.count > column.rows.length && (
        <p className="px-1 text-sm text-muted">{t('board.more', { count: column.count - column.rows.length })}</p>
      )}
    </section>
  )
}
