import { useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'

type Props = { count: number; isRunning: boolean; onReject: (opinion: string) => void; onClose: () => void }

/** Those refused are told why, once for all. */
export function RejectMany({ count, isRunning, onReject, onClose }: Props) {
  const t = useWords('flow')
  const [opinion, setOpinion] = useState('')
  const [isTried, setTried] = useState(false)
  const isMissing = opinion.trim() === ''
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('inbox.batch.rejectTitle', { count })}
      footer={
        <>
          <Button onPress={onClose}>{t('inbox.batch.cancel')}</Button>
          <Button
            variant="danger"
            isPending={isRunning}
            onPress={() => {
              setTried(true)
              if (!isMissing) onReject(opinion.trim())
            }}
          >
            {t('inbox.batch.reject')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('inbox.batch.why')}
        isRequired
        rows={3}
        maxLength={5000}
        value={opinion}
        onChange={setOpinion}
        errorMessage={isTried && isMissing ? t('inbox.batch.whyMissing') : undefined}
      />
    </Dialog>
  )
}
