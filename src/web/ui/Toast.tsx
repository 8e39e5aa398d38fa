import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { Button } from 'react-aria-components/Button'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { closeToast, currentToasts, pauseToasts, resumeToasts, subscribeToasts, type ShownToast } from './toasts.ts'

export { showToast, type ToastMessage } from './toasts.ts'

/** Stands once in each shell, above dialogs and reachable from them. */
export function ToastHost({ isRaised }: { isRaised?: boolean }) {
  const words = useKitWords()
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts)
  return createPortal(
    <section
      data-react-aria-top-layer="true"
      aria-label={words('notifications')}
      aria-live="polite"
      aria-relevant="additions"
      onPointerEnter={pauseToasts}
      onPointerLeave={resumeToasts}
      onFocus={pauseToasts}
      onBlur={resumeToasts}
      className={cx(
        'fixed inset-x-0 z-60 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-col items-center gap-2 print:hidden',
        isRaised ? 'bottom-[calc(8.5rem+env(safe-area-inset-bottom))]' : 'bottom-6',
      )}
    >
      {toasts.map((toast) => (
        <Toast key={toast.key} toast={toast} />
      ))}
    </section>,
    document.body,
  )
}

function Toast({ toast }: { toast: ShownToast }) {
  const words = useKitWords()
  const close = () => closeToast(toast.key)
  return (
    <div
      role={toast.tone === 'red' ? 'alert' : undefined}
      className="kit-toast flex max-w-full min-w-64 items-center gap-3 rounded-lg bg-inverse py-2 pr-2 pl-3.5 text-on-inverse shadow-dialog"
    >
      <Icon as={icons[toast.tone ?? 'green']} size={18} className="opacity-80" />
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium">{toast.title}</p>
        {toast.description && <p className="text-sm opacity-80">{toast.description}</p>}
      </div>
      {toast.undo && <Deed label={words('undo')} onAction={toast.undo} close={close} />}
      {toast.action && <Deed {...toast.action} close={close} />}
      <Button
        aria-label={words('close')}
        onPress={close}
        className="flex size-7 items-center justify-center rounded-md opacity-70 data-hovered:opacity-100 touch:size-control"
      >
        <Icon as={X} />
      </Button>
    </div>
  )
}

const icons = { green: CircleCheck, blue: Info, amber: TriangleAlert, red: CircleAlert }

function Deed({ label, onAction, close }: { label: string; onAction: () => void; close: () => void }) {
  const act = () => {
    close()
    onAction()
  }
  return (
    <Button
      onPress={act}
      className="min-h-7 rounded-md border border-current px-2.5 text-sm font-medium whitespace-nowrap data-hovered:opacity-80 touch:min-h-control touch:px-4"
    >
      {label}
    </Button>
  )
}
