import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextField } from '#ui/TextField'
import { FormProblem, useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Role } from '../contract.ts'

export function NewRole({ onClose }: { onClose: (made?: Role) => void }) {
  const t = useWords('base')
  const form = useRouteForm(routes.createRole, {
    start: { name: '' },
    done: t('screens.roles.made'),
    onDone: (role) => onClose(role),
  })
  return (
    <Dialog
      title={t('screens.roles.make')}
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={() => onClose()}>{t('screens.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('screens.roles.create')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <TextField label={t('screens.roles.name')} autoFocus {...form.field('name')} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
