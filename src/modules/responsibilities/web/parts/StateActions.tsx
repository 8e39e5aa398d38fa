import { useState } from 'react'
import Archive from 'lucide-react/icons/archive'
import Play from 'lucide-react/icons/play'
import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#ui/Button'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type ResponsibilityDetail } from '../../contract.ts'
import { RetireDialog, StartDialog } from './StateDialogs.tsx'

/** Puts a draft in force, retires what is in force, or lets it go on after all. */
export function StateActions({ detail }: { detail: ResponsibilityDetail }) {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  const [isAsking, setAsking] = useState(false)
  const resume = useCommand(routes.resume, { done: t('page.resumed') })
  const close = () => setAsking(false)
  if (detail.version?.validFrom === null)
    return (
      <>
        <Button variant="primary" icon={Play} onPress={() => setAsking(true)}>
          {t('page.start')}
        </Button>
        {isAsking && <StartDialog responsibilityId={detail.id} onClose={close} />}
      </>
    )
  if (detail.retiredFrom !== null)
    return (
      detail.retiredFrom > today && (
        <Button icon={Undo2} isPending={resume.isRunning} onPress={() => resume.run({ responsibilityId: detail.id })}>
          {t('page.resume')}
        </Button>
      )
    )
  return (
    <>
      <Button icon={Archive} onPress={() => setAsking(true)}>
        {t('page.retire')}
      </Button>
      {isAsking && <RetireDialog responsibilityId={detail.id} onClose={close} />}
    </>
  )
}
