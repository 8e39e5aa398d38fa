import { useId, useState, type FormEvent } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { PasswordField } from '#ui/PasswordField'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { baseRoutes } from '../lib/base-routes.ts'
import { isRouteProblem } from '../lib/problem.ts'
import { send } from '../lib/send.ts'

/** Who is signed in types the password again; what waited for it then goes on by itself. */
export function ConfirmDialog({ onAnswer }: { onAnswer: (isConfirmed: boolean) => void }) {
  const t = useWords('base')
  const formId = useId()
  const { account } = useSession()
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState('')
  const [isRunning, setRunning] = useState(false)

  async function confirm(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (!password || isRunning) return
    setRunning(true)
    try {
      await send(baseRoutes.confirm, { password })
      onAnswer(true)
    } catch (problem) {
      setFault(isRouteProblem(problem) ? problem.detail : String(problem))
      setPassword('')
    } finally {
      setRunning(false)
    }
  }

  return (
    <Dialog
      isOpen
      size="sm"
      title={t('confirm.title')}
      description={t('confirm.why')}
      onOpenChange={(isOpen) => !isOpen && onAnswer(false)}
      footer={
        <>
          <Button onPress={() => onAnswer(false)}>{t('confirm.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isRunning}>
            {t('confirm.go')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void confirm(event)}>
        <input type="text" name="username" autoComplete="username" value={account?.login ?? ''} readOnly hidden />
        <PasswordField
          label={t('confirm.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          {...(fault ? { errorMessage: fault } : {})}
        />
      </form>
    </Dialog>
  )
}
