import { useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { showToast } from '#ui/Toast'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes } from '../../../contract.ts'
import type { RunningRow } from './RunningTab.tsx'

/** Ends requests for good, with a reason everybody concerned can read. It cannot be undone, so it asks. */
export function CancelDialog({ rows, onClose }: { rows: readonly RunningRow[]; onClose: () => void }) {
  const t = useWords('flow')
  const [reason, setReason] = useState('')
  const [isRunning, setRunning] = useState(false)
  const act = useCommand(routes.act)
  const cancel = async () => {
    setRunning(true)
    let count = 0
    for (const row of rows)
      count += await act.ask({ requestId: row.id, deed: { do: 'cancel', reason: reason.trim() } }).then(
        () => 1,
        () => 0,
      )
    showToast({ title: t('designer.running.cancelled', { count }) })
    onClose()
  }
  return (
    <Dialog
      kind="alert"
      title={t('designer.running.cancelTitle', { count: rows.length })}
      description={t('designer.running.cancelNote')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('designer.running.keep')}</Button>
          <Button
            variant="danger"
            isPending={isRunning}
            isDisabled={reason.trim() === ''}
            onPress={() => void cancel()}
          >
            {t('designer.running.cancelNow')}
          </Button>
        </>
      }
    >
      <TextArea label={t('designer.running.reason')} value={reason} isRequired maxLength={2000} onChange={setReason} />
    </Dialog>
  )
}
