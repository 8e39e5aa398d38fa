import type { ReactNode } from 'react'
import Inbox from 'lucide-react/icons/inbox'
import { cx } from './cx.ts'
import { Icon, type IconShape } from './Icon.tsx'

export type EmptyProps = {
  title: string
  /** Tells the next step. */
  description?: ReactNode
  icon?: IconShape
  action?: ReactNode
  /** For small places: cells, cards, popovers. */
  isSmall?: boolean
}

export function Empty({ title, description, icon = Inbox, action, isSmall }: EmptyProps) {
  return (
    <div className={cx('flex flex-col items-center justify-center text-center', isSmall ? 'px-4 py-6' : 'px-6 py-14')}>
      <span
        className={cx(
          'mb-3 flex items-center justify-center rounded-xl border border-line bg-surface text-faint shadow-card',
          isSmall ? 'size-9' : 'size-12',
        )}
      >
        <Icon as={icon} size={isSmall ? 18 : 22} />
      </span>
      <p className={cx('font-medium', !isSmall && 'text-md')}>{title}</p>
      {description && <p className="mt-1 max-w-md text-muted">{description}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
