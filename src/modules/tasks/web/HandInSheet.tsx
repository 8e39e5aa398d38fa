import { Sheet } from '#ui/Sheet'
import { usePhone } from '#web/page'
import { useLocal } from '#web/words'
import type { ToDo } from '../contract.ts'
import { useDue } from './due.ts'
import { HandInForm } from './HandInForm.tsx'

/** The form of a piece of work over the page it was opened from. Closing it keeps the draft. */
export function HandInSheet({ task, onClose }: { task: ToDo; onClose: () => void }) {
  const local = useLocal()
  const due = useDue()
  const isPhone = usePhone()
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      title={local(task.title)}
      description={[
        task.status === 'open' ? due(task.dueAt) : '',
        task.quantityDue > 1 ? `${task.quantityDone}/${task.quantityDue}` : '',
        local(task.responsibilityName),
      ]
        .filter(Boolean)
        .join(' · ')}
      isFlush
    >
      <HandInForm task={task} onDone={onClose} />
    </Sheet>
  )
}
