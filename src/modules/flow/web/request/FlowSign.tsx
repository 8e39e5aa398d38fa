import { Icon } from '#ui/Icon'
import { flowIcon } from './flow-icons.ts'

/** The sign of a flow on its coloured ground; decoration beside its name. */
export function FlowSign({ icon, size = 'md' }: { icon: string; size?: 'md' | 'lg' }) {
  return (
    <span
      aria-hidden="true"
      className={`flex shrink-0 items-center justify-center rounded-md bg-primary-soft text-primary-text ${size === 'lg' ? 'size-10' : 'size-8'}`}
    >
      <Icon as={flowIcon(icon)} size={size === 'lg' ? 20 : 16} />
    </span>
  )
}
