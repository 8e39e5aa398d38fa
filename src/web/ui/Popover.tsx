import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as RacPopover } from 'react-aria-components/Popover'

export type PopoverProps = {
  /** Names the small window for screen readers. */
  label: string
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: 'bottom start' | 'bottom end' | 'bottom' | 'top' | 'right top'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** No inner padding, for lists. */
  isFlush?: boolean
}

export function Popover({
  label,
  trigger,
  children,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  isFlush,
}: PopoverProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <RacPopover offset={4} placement={placement} className="kit-popover max-w-[min(28rem,calc(100vw-1rem))]">
        <Dialog aria-label={label} className={isFlush ? 'outline-none' : 'p-4 outline-none'}>
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </RacPopover>
    </DialogTrigger>
  )
}
