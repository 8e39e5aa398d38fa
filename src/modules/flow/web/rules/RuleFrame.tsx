import type { ReactNode } from 'react'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'

type Props = {
  title: string
  /** A refusal of the server, as a sentence. */
  problem: string | undefined
  isRunning: boolean
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** The drawer in which a rule is written; what the server refuses stands beside the button. */
export function RuleFrame({ title, problem, isRunning, onSave, onClose, children }: Props) {
  const t = useWords('flow')
  const isPhone = usePhone()
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      size="lg"
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t('rules.cancel')}</Button>
          <Button variant="primary" isPending={isRunning} onPress={onSave}>
            {t('rules.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {children}
        <p role="alert" className="text-red-text empty:hidden">
          {problem}
        </p>
      </div>
    </Sheet>
  )
}
