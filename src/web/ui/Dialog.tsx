import type { ReactElement, ReactNode } from 'react'
import { Dialog as RacDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import X from 'lucide-react/icons/x'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './kit-words.tsx'

type Inside = ReactNode | ((close: () => void) => ReactNode)

export type DialogProps = {
  title: string
  description?: ReactNode
  /** The button that opens it; leave out when `isOpen` is steered from outside. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children?: Inside
  /** Buttons, the main one last. */
  footer?: Inside
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** `alert` interrupts: no close by a click beside it. Prefer undo over it. */
  kind?: 'dialog' | 'alert'
}

export function Dialog({
  title,
  description,
  trigger,
  isOpen,
  onOpenChange,
  children,
  footer,
  size = 'md',
  kind = 'dialog',
}: DialogProps) {
  const words = useKitWords()
  const overlay = (
    <ModalOverlay
      isOpen={trigger ? undefined : isOpen}
      onOpenChange={trigger ? undefined : onOpenChange}
      isDismissable={kind === 'dialog'}
      className="kit-scrim fixed inset-0 z-50 flex items-center justify-center bg-scrim p-4"
    >
      <Modal className={cx('kit-dialog flex max-h-full w-full flex-col', sizes[size])}>
        <RacDialog
          role={kind === 'alert' ? 'alertdialog' : 'dialog'}
          className="flex max-h-[calc(100vh-2rem)] min-h-0 flex-col rounded-xl bg-raised text-text shadow-dialog outline-none"
        >
          {({ close }) => (
            <>
              <header className="flex items-start gap-3 px-5 pt-4 pb-3">
                <div className="min-w-0 flex-1">
                  <Heading slot="title" className="text-md font-semibold">
                    {title}
                  </Heading>
                  {description && <p className="mt-1 text-muted">{description}</p>}
                </div>
                {kind === 'dialog' && (
                  <div className="-mt-1 -mr-2">
                    <IconButton slot={null} icon={X} label={words('close')} onPress={close} />
                  </div>
                )}
              </header>
              {children !== undefined && (
                <div className="min-h-0 flex-1 overflow-auto px-5 pt-1 pb-5">
                  {typeof children === 'function' ? children(close) : children}
                </div>
              )}
              {footer && (
                <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
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
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {overlay}
    </DialogTrigger>
  )
}

const sizes = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-5xl' }
