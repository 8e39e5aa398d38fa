import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { useWords } from '#web/words'

type Props = {
  title: string
  /** What deleting means, and what stays. */
  note: string
  isRunning: boolean
  onDelete: () => void
  onClose: () => void
}

/** Asks before a rule is deleted. */
export function DeleteDialog({ title, note, isRunning, onDelete, onClose }: Props) {
  const t = useWords('flow')
  return (
    <Dialog
      kind="alert"
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>{t('rules.cancel')}</Button>
          <Button variant="danger" isPending={isRunning} onPress={onDelete}>
            {t('rules.delete')}
          </Button>
        </>
      }
    >
      <p>{note}</p>
    </Dialog>
  )
}
