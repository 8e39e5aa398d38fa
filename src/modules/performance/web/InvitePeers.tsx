import { useState } from 'react'
import UserPlus from 'lucide-react/icons/user-plus'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type ReviewDetail } from '../contract.ts'

/** Asks colleagues for their view, one after the other. */
export function InvitePeers({ review }: { review: ReviewDetail }) {
  const t = useWords('performance')
  const [isOpen, setOpen] = useState(false)
  const [personId, setPersonId] = useState<string | null>(null)
  const invite = useCommand(routes.invitePeers, {
    done: (output) => t('invite.done', { count: output.added }),
    onDone: () => setPersonId(null),
    showsProblem: () => true,
  })
  return (
    <>
      <Button icon={UserPlus} size="sm" onPress={() => setOpen(true)}>
        {t('invite.open')}
      </Button>
      <Dialog
        title={t('invite.title', { name: review.person.name })}
        description={t('invite.lead')}
        isOpen={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onPress={() => setOpen(false)}>{t('deeds.close')}</Button>
            <Button
              variant="primary"
              isDisabled={personId === null}
              isPending={invite.isRunning}
              onPress={() => personId && invite.run({ reviewId: review.id, personIds: [personId] })}
            >
              {t('invite.ask')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <PersonPicker label={t('invite.person')} value={personId} onChange={setPersonId} />
          <FormProblem problem={invite.problem} />
        </div>
      </Dialog>
    </>
  )
}
