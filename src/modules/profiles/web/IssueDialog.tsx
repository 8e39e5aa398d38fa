import { useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextField } from '#ui/TextField'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type DescriptionDetail } from '../contract.ts'

/** Puts what is on the page on record. */
export function IssueDialog({ detail, onClose }: { detail: DescriptionDetail; onClose: () => void }) {
  const t = useWords('profiles')
  const [note, setNote] = useState('')
  const number = (detail.issues[0]?.number ?? 0) + 1
  const issue = useCommand(routes.issueDescription, {
    done: t('description.issued', { number }),
    onDone: onClose,
    showsProblem: () => true,
  })
  return (
    <Dialog
      isOpen
      title={t('description.issueTitle', { number })}
      description={t('description.issueLead')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button
            variant="primary"
            isPending={issue.isRunning}
            onPress={() => issue.run({ positionId: detail.positionId, contentHash: detail.contentHash, note })}
          >
            {t('description.issue')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField label={t('description.note')} value={note} onChange={setNote} maxLength={500} />
        <FormProblem problem={issue.problem} />
      </div>
    </Dialog>
  )
}
