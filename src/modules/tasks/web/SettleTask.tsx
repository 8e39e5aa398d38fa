import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Task } from '../contract.ts'

/** What becomes of the work of somebody who left: another does it, or it is closed with a reason. */
export function SettleTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useWords('tasks')
  const form = useRouteForm(routes.settleTask, {
    start: { taskId: task.id, personId: null, reason: '', withOthers: false },
    fieldOf: { 'tasks.person-has-no-position': 'personId', 'base.not-found': 'personId' },
    done: t('settle.done'),
    onDone: onClose,
  })
  const person = form.field('personId')
  const isHandedOn = Boolean(person.value)
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('settle.title', { person: task.personName })}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel.keep')}</Button>
          <Button variant={isHandedOn ? 'primary' : 'danger'} onPress={form.submit} isPending={form.command.isRunning}>
            {t(isHandedOn ? 'settle.handOn' : 'settle.close')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <PersonPicker
          {...person}
          label={t('settle.person')}
          description={t('settle.personHint')}
          value={person.value ?? null}
        />
        <TextArea label={t('settle.reason')} rows={2} maxLength={500} {...form.field('reason')} />
        <Checkbox value={form.values.withOthers ?? false} onChange={(on) => form.set('withOthers', on)}>
          {t('settle.withOthers', { person: task.personName })}
        </Checkbox>
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
