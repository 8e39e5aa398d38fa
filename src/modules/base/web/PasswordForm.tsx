import { Button } from '#ui/Button'
import { PasswordField } from '#ui/PasswordField'
import { FormProblem, useRouteForm } from '#web/form'
import { refreshSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

const empty = { old: '', new: '' }

export function PasswordForm() {
  const t = useWords('base')
  const form = useRouteForm(routes.changePassword, {
    start: empty,
    fieldOf: {
      'base.wrong-password': 'old',
      'base.password-too-short': 'new',
      'base.password-too-common': 'new',
      'base.password-unchanged': 'new',
    },
    done: t('screens.me.changed'),
    onDone: () => {
      form.reset(empty)
      void refreshSession()
    },
  })
  return (
    <form {...form.bind} className="flex max-w-md flex-col gap-4">
      <PasswordField label={t('screens.me.old')} {...form.field('old')} />
      <PasswordField
        label={t('screens.me.new')}
        description={t('screens.me.newWhy')}
        autoComplete="new-password"
        {...form.field('new')}
      />
      <FormProblem problem={form.problem} />
      <div>
        <Button type="submit" variant="primary" isPending={form.command.isRunning}>
          {t('screens.me.change')}
        </Button>
      </div>
    </form>
  )
}
