import { FormSheet, PersonPicker } from '#screens/organisation'
import { RadioGroup } from '#ui/Radio'
import { TextArea } from '#ui/TextArea'
import { showToast } from '#ui/Toast'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { pleaKinds, routes, type Task } from '../contract.ts'

const kinds = ['help', 'hand-over', 'transfer', 'appeal'] as const satisfies typeof pleaKinds

/** "I can't do it": who is asked for what, and why. */
export function PleadSheet({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useWords('tasks')
  const form = useRouteForm(routes.plead, {
    start: { taskId: task.id, kind: 'help', reason: '' },
    fieldOf: {
      'tasks.no-colleague': 'personId',
      'tasks.asks-oneself': 'personId',
      'tasks.asked-already': 'personId',
      'tasks.person-has-no-position': 'personId',
    },
    onDone: ({ askedName }) => {
      showToast({ title: t('plea.asked', { person: askedName }), tone: 'green' })
      onClose()
    },
  })
  const kind = form.values.kind ?? 'help'
  const person = form.field('personId')
  return (
    <FormSheet title={t('plea.title')} deed={t('plea.deed')} form={form} onClose={onClose}>
      <RadioGroup
        label={t('plea.what')}
        look="cards"
        value={kind}
        options={kinds.map((id) => ({ id, label: t(`plea.kind.${id}`), note: t(`plea.note.${id}`) }))}
        onChange={(chosen) => form.set('kind', kinds.find((one) => one === chosen) ?? 'help')}
      />
      {(kind === 'help' || kind === 'hand-over') && (
        <PersonPicker
          label={t('plea.colleague')}
          value={form.values.personId ?? null}
          onChange={(id) => form.set('personId', id ?? undefined)}
          {...(person.errorMessage ? { errorMessage: person.errorMessage } : {})}
        />
      )}
      <TextArea label={t('plea.reason')} rows={3} maxLength={1000} {...form.field('reason')} />
    </FormSheet>
  )
}
