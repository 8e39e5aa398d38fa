import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type BadgeProps = {
  /** 0 draws nothing, above `max` it reads 99+. */
  count?: number
  max?: number
  /** `alert` red, `quiet` grey for mere numbers of things. */
  look?: 'alert' | 'quiet' | 'brand'
  /** Read out with the number: "3 unread". Needed where the number stands alone. */
  label?: string
  /** A dot without number at the corner of its child. */
  isDot?: boolean
  /** Nearer to the middle, for icon buttons with room around the icon. */
  isInset?: boolean
  /** With a child the badge sits at its corner. */
  children?: ReactNode
}

export function Badge({ count = 0, max = 99, look = 'alert', label, isDot, isInset, children }: BadgeProps) {
  const isShown = isDot || count > 0
  const mark = isShown && (
    <span
      className={cx(
        'inline-flex items-center justify-center rounded-full leading-none',
        looks[look],
        isDot ? 'size-2' : 'h-4 min-w-4 px-1 text-2xs font-semibold',
        children !== undefined &&
          cx(
            'absolute ring-2',
            isInset
              ? 'top-0 left-[calc(100%-0.9375rem)] ring-nav touch:top-1 touch:left-[calc(100%-1.375rem)] touch:ring-surface'
              : '-top-1 left-[calc(100%-0.5rem)] ring-surface',
          ),
      )}
    >
      {!isDot && <span aria-hidden={label ? true : undefined}>{count > max ? `${max}+` : count}</span>}
      {label && <span className="sr-only">{label}</span>}
    </span>
  )
  if (children === undefined) return mark
  return (
    <span className="relative inline-flex">
      {children}
      {mark}
    </span>
  )
}

const looks = {
  alert: 'bg-red text-white',
  quiet: 'bg-pressed text-muted',
  brand: 'bg-primary text-on-primary',
}
