import { FormSheet, PersonPicker } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Plea, type PleaAnswer, type Task } from '../contract.ts'
import { DueFields } from './DueFields.tsx'

type Props = { task: Task; plea: Plea; answer: PleaAnswer; onClose: () => void }

/** Answers a plea: with a word, and with who goes on or until when. */
export function AnswerSheet({ task, plea, answer, onClose }: Props) {
  const t = useWords('tasks')
  const form = useRouteForm(routes.answerPlea, {
    start: { taskId: task.id, pleaId: plea.id, answer, words: '' },
    fieldOf: {
      'tasks.no-colleague': 'personId',
      'tasks.same-doer': 'personId',
      'tasks.person-has-no-position': 'personId',
      'tasks.due-in-the-past': 'dueAt',
    },
    done: t('plea.answered'),
    onDone: onClose,
  })
  const person = form.field('personId')
  return (
    <FormSheet
      title={t(`plea.answer.${answer}`)}
      description={plea.reason}
      deed={t(`plea.answer.${answer}`)}
      form={form}
      onClose={onClose}
    >
      {answer === 'transfer' && (
        <PersonPicker
          label={t('settle.person')}
          value={form.values.personId ?? null}
          onChange={(id) => form.set('personId', id ?? undefined)}
          {...(person.errorMessage ? { errorMessage: person.errorMessage } : {})}
        />
      )}
      {answer === 'extend' && (
        <DueFields
          dueAt={task.dueAt}
          onChange={(dueAt) => form.set('dueAt', dueAt)}
          fault={form.field('dueAt').errorMessage}
        />
      )}
      <TextArea
        label={t('plea.words')}
        rows={3}
        maxLength={1000}
        {...form.field('words')}
        value={form.values.words ?? ''}
      />
    </FormSheet>
  )
}
