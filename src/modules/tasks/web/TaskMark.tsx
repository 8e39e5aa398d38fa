import UserPen from 'lucide-react/icons/user-pen'
import { Icon } from '#ui/Icon'
import { ResponsibilityMark } from '#screens/responsibilities'
import type { Task } from '../contract.ts'

/** Tells at a glance which responsibility a task belongs to; work given by hand has a sign of its own. */
export function TaskMark({ task, size = 'md' }: { task: Task; size?: 'sm' | 'md' | 'lg' }) {
  if (task.responsibilityId && task.responsibilityName)
    return <ResponsibilityMark id={task.responsibilityId} name={task.responsibilityName} size={size} />
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center bg-gray-soft text-gray-text ${sizes[size]}`}
    >
      <Icon as={UserPen} size={size === 'lg' ? 20 : 14} />
    </span>
  )
}

const sizes = { sm: 'size-5 rounded-xs', md: 'size-7 rounded-sm', lg: 'size-10 rounded-md' }
