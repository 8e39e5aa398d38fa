import type { ReactNode } from 'react'
import { cx } from '../look.ts'
import { useDeeds, useLook } from './marks.ts'

type ItemProps = {
  id: string
  level: number
  /** Read out: what it is, what it is called, what it does. */
  label: string
  place: readonly [number, number]
  isExpanded?: boolean | undefined
  card: ReactNode
  children?: ReactNode
  className?: string
}

/** One item of the tree: its card, what hangs below, and the line to the next. */
export function Item({ id, level, label, place, isExpanded, card, children, className }: ItemProps) {
  const { choose, isPhone } = useDeeds()
  const { isCurrent, isChosen, isDragged } = useLook(id)
  return (
    <div
      role="treeitem"
      id={`stop-${id}`}
      data-stop={id}
      tabIndex={isCurrent ? 0 : -1}
      aria-level={level}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      aria-expanded={isExpanded}
      aria-selected={isChosen}
      aria-label={label}
      className={cx(
        'group/item flex min-w-0 flex-col outline-none',
        isPhone ? 'w-full items-stretch' : 'items-center',
        isDragged && 'pointer-events-none opacity-50',
        className,
      )}
    >
      <div
        data-card={id}
        onClick={(event) => {
          event.stopPropagation()
          choose(id)
        }}
        className={cx(
          'cursor-pointer rounded-lg',
          isPhone && 'w-full',
          isCurrent && 'outline-2 outline-offset-2 outline-transparent',
        )}
      >
        {card}
      </div>
      {children}
    </div>
  )
}
