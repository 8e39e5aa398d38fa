import { Button } from 'react-aria-components/Button'
import {
  Text,
  UNSTABLE_Toast as RacToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import X from 'lucide-react/icons/x'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type ToastMessage = {
  title: string
  description?: string
  tone?: 'green' | 'blue' | 'amber' | 'red'
  /** Shown for 10 s with a button that takes the deed back. */
  undo?: () => void
  action?: { label: string; onAction: () => void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

/** Says that something happened. Refusals stay until closed, others go by themselves. Returns a function that closes it. */
export function showToast(message: ToastMessage): () => void {
  const key = queue.add(message, {
    timeout: message.undo || message.action ? 10_000 : message.tone === 'red' ? undefined : 5_000,
  })
  return () => queue.close(key)
}

/** Stands once in each shell. Screen readers reach it with F6 and hear each message. */
export function ToastHost({ isRaised }: { isRaised?: boolean }) {
  const words = useKitWords()
  return (
    <ToastRegion
      queue={queue}
      aria-label={words('notifications')}
      className={cx(
        'fixed inset-x-0 z-60 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-col items-center gap-2 outline-none',
        isRaised ? 'bottom-[calc(5.5rem+env(safe-area-inset-bottom))]' : 'bottom-6',
      )}
    >
      {({ toast }) => (
        <RacToast
          toast={toast}
          className="kit-toast flex max-w-full min-w-64 items-center gap-3 rounded-lg bg-inverse py-2 pr-2 pl-3.5 text-on-inverse shadow-dialog outline-offset-2"
        >
          <Icon as={icons[toast.content.tone ?? 'green']} size={18} className="opacity-80" />
          <ToastContent className="min-w-0 flex-1 py-1">
            <Text slot="title" className="block font-medium">
              {toast.content.title}
            </Text>
            {toast.content.description && (
              <Text slot="description" className="block text-sm opacity-80">
                {toast.content.description}
              </Text>
            )}
          </ToastContent>
          {toast.content.undo && <Deed label={words('undo')} toastKey={toast.key} onAction={toast.content.undo} />}
          {toast.content.action && <Deed {...toast.content.action} toastKey={toast.key} />}
          <Button
            slot="close"
            aria-label={words('close')}
            className="flex size-7 items-center justify-center rounded-md opacity-70 data-hovered:opacity-100 touch:size-control"
          >
            <Icon as={X} />
          </Button>
        </RacToast>
      )}
    </ToastRegion>
  )
}

const icons = { green: CircleCheck, blue: Info, amber: TriangleAlert, red: CircleAlert }

function Deed({ label, toastKey, onAction }: { label: string; toastKey: string; onAction: () => void }) {
  const act = () => {
    queue.close(toastKey)
    onAction()
  }
  return (
    <Button
      slot={null}
      onPress={act}
      className="min-h-7 rounded-md border border-current px-2.5 text-sm font-medium whitespace-nowrap data-hovered:opacity-80 touch:min-h-control touch:px-4"
    >
      {label}
    </Button>
  )
}
