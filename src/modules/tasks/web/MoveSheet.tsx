import { FormSheet, PersonPicker } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Task } from '../contract.ts'
import { DueFields } from './DueFields.tsx'

/** Gives a task to another at once. */
export function HandOverTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useWords('tasks')
  const form = useRouteForm(routes.handOverTask, {
    start: { taskId: task.id, personId: '', reason: '' },
    fieldOf: {
      'tasks.must-ask': 'personId',
      'tasks.same-doer': 'personId',
      'tasks.person-has-no-position': 'personId',
    },
    done: t('move.handedOver'),
    onDone: onClose,
  })
  const { errorMessage } = form.field('personId')
  return (
    <FormSheet title={t('move.handOver')} deed={t('move.handOver')} form={form} onClose={onClose}>
      <PersonPicker
        label={t('settle.person')}
        isRequired
        value={form.values.personId || null}
        onChange={(id) => form.set('personId', id ?? '')}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <TextArea label={t('settle.reason')} rows={2} maxLength={500} {...form.field('reason')} />
    </FormSheet>
  )
}

/** Puts a task off. */
export function ExtendTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useWords('tasks')
  const form = useRouteForm(routes.extendTask, {
    start: { taskId: task.id, dueAt: '', reason: '' },
    fieldOf: { 'tasks.due-in-the-past': 'dueAt' },
    done: t('move.extended'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('move.extend')} deed={t('move.extend')} form={form} onClose={onClose}>
      <DueFields
        dueAt={task.dueAt}
        onChange={(dueAt) => form.set('dueAt', dueAt ?? '')}
        fault={form.field('dueAt').errorMessage}
      />
      <TextArea label={t('settle.reason')} rows={2} maxLength={500} {...form.field('reason')} />
    </FormSheet>
  )
}
