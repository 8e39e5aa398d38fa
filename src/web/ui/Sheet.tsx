import type { ReactElement, ReactNode } from 'react'
import { Dialog as RacDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import X from 'lucide-react/icons/x'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'

type Inside = ReactNode | ((close: () => void) => ReactNode)

export type SheetProps = {
  title: string
  /** A line under the title: number, state tags. */
  description?: ReactNode
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: Inside
  /** Buttons; on the phone they fill the width. */
  footer?: Inside
  /** `right` on the desk, `bottom` on the phone, `left` for the menu. */
  side?: 'right' | 'bottom' | 'left'
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl'
  /** No padding around the content, for lists and grids. */
  isFlush?: boolean
  /** Asks before closing when something typed would be lost: return false to stay. */
  mayClose?: () => boolean
}

/** A drawer over the page: look at and edit one thing without leaving the list. */
export function Sheet(props: SheetProps) {
  const {
    title,
    description,
    trigger,
    isOpen,
    onOpenChange,
    children,
    footer,
    side = 'right',
    size = 'md',
    isFlush,
    mayClose,
  } = props
  const words = useKitWords()
  const change = (open: boolean) => {
    if (open || !mayClose || mayClose()) onOpenChange?.(open)
  }
  const overlay = (
    <ModalOverlay
      isOpen={trigger ? undefined : isOpen}
      onOpenChange={trigger ? undefined : change}
      isDismissable
      className={cx('kit-scrim fixed inset-0 z-40 flex overflow-hidden bg-scrim', places[side])}
    >
      <Modal className={cx(`kit-sheet-${side}`, shapes[side], side !== 'bottom' && sizes[size])}>
        <RacDialog className="flex h-full max-h-[inherit] min-h-0 flex-col outline-none">
          {({ close }) => (
            <>
              {side === 'bottom' && (
                <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-full bg-line-strong" />
              )}
              <header
                className={cx('flex shrink-0 items-start gap-3 px-5 py-3', side !== 'bottom' && 'border-b border-line')}
              >
                <div className="min-w-0 flex-1 py-1">
                  <Heading slot="title" className="text-md font-semibold">
                    {title}
                  </Heading>
                  {description && <div className="mt-0.5 text-sm text-muted">{description}</div>}
                </div>
                <div className="-mr-2">
                  <IconButton slot={null} icon={X} label={words('close')} onPress={close} />
                </div>
              </header>
              {/* positioned, so that the hidden inputs of radios and ticks scroll with it and not with the scrim */}
              <div className={cx('relative min-h-0 flex-1 overflow-auto', !isFlush && 'px-5 py-4')}>
                {typeof children === 'function' ? children(close) : children}
              </div>
              {footer && (
                <footer className="flex shrink-0 justify-end gap-2 border-t border-line px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] touch:*:flex-1">
                  {typeof footer === 'function' ? footer(close) : footer}
                </footer>
              )}
            </>
          )}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  )
  if (!trigger) return overlay
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={change}>
      {trigger}
      {overlay}
    </DialogTrigger>
  )
}

const places = { right: 'justify-end', left: 'justify-start', bottom: 'items-end' }
const shapes = {
  right: 'h-full w-full bg-raised text-text shadow-dialog',
  left: 'h-full w-full bg-raised text-text shadow-dialog',
  bottom: 'max-h-[88vh] w-full rounded-t-2xl bg-raised text-text shadow-dialog',
}
const sizes = { xs: 'max-w-72', sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-5xl' }
