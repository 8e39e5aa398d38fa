import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { routes, type Task } from '../contract.ts'

/** Asks why a task is called off; its doer reads it. */
export function CancelTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useWords('tasks')
  const local = useLocal()
  const form = useRouteForm(routes.cancelTask, {
    start: { taskId: task.id, version: task.version, reason: '' },
    done: t('cancel.done', { title: local(task.title) }),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('cancel.title', { title: local(task.title) })}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel.keep')}</Button>
          <Button variant="danger" onPress={form.submit} isPending={form.command.isRunning}>
            {t('cancel.deed')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <TextArea label={t('cancel.reason')} rows={3} maxLength={500} {...form.field('reason')} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
