import { useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'

export type Deed = 'submit' | 'approve' | 'return' | 'apply' | 'undo' | 'discard'

const commands = {
  submit: routes.submitDraft,
  approve: routes.approveDraft,
  return: routes.returnDraft,
  apply: routes.applyDraft,
  undo: routes.undoDraft,
  discard: routes.discardDraft,
} as const
const doneWords = {
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  apply: 'applied',
  undo: 'undone',
  discard: 'discarded',
} as const
const withNote: ReadonlySet<Deed> = new Set(['submit', 'approve', 'return', 'undo'])

/** Says what a step of a draft means, takes a note along, and tells what is in the way. */
export function DeedDialog({ draft, deed, onClose }: { draft: DraftDetail; deed: Deed; onClose: () => void }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const [note, setNote] = useState('')
  const command = useCommand(commands[deed] as typeof routes.submitDraft, {
    done: t(`draft.${doneWords[deed]}`),
    onDone: onClose,
    showsProblem: () => true,
  })
  const hasNote = withNote.has(deed)
  const known = { draftId: draft.id, version: draft.version }
  const isDanger = deed === 'undo' || deed === 'discard'
  const description =
    deed === 'return'
      ? undefined
      : t(`draft.${deed}${deed === 'submit' || deed === 'approve' ? 'Note' : 'AskNote'}`, { day: f.day(draft.day) })
  return (
    <Dialog
      title={t(`draft.${deed}Ask`)}
      {...(description ? { description } : {})}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            isPending={command.isRunning}
            onPress={() => command.run(hasNote ? { ...known, note } : known)}
          >
            {t(`draft.${deed}`)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {hasNote && (
          <TextArea
            label={deed === 'return' ? t('draft.returnNote') : t('draft.noteField')}
            value={note}
            onChange={setNote}
            rows={3}
            isRequired={false}
          />
        )}
        {command.problem && <ProblemNote problem={command.problem} />}
      </div>
    </Dialog>
  )
}
