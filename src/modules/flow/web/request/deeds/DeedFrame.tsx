import type { ReactNode } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { useWords } from '#web/words'
import type { Act } from '../use-act.ts'

type Props = {
  title: string
  description: string
  /** What the main button says. */
  deed: string
  isDanger?: boolean
  act: Act
  onDo: () => void
  onClose: () => void
  children: ReactNode
}

/** The frame of all these questions: what it does, the fields, why it was refused, and the two buttons. */
export function DeedFrame({ title, description, deed, isDanger, act, onDo, onClose, children }: Props) {
  const t = useWords('flow')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onPress={onClose}>{t('request.close')}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} isPending={act.isRunning} onPress={onDo}>
            {deed}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <p role="alert" className="text-red-text empty:hidden">
          {act.problem?.detail}
        </p>
      </div>
    </Dialog>
  )
}
