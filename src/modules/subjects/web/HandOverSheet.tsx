import { FormSheet, PersonPicker } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { showToast } from '#ui/Toast'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'

/** Gives subjects to another owner. */
export function HandOverSheet({ subjectIds, onClose }: { subjectIds: readonly string[]; onClose: () => void }) {
  const t = useWords('subjects')
  const form = useRouteForm(routes.handOverSubjects, {
    start: { subjectIds: [...subjectIds], ownerId: '', reason: '' },
    fieldOf: { 'subjects.no-seat': 'ownerId' },
    onDone: ({ results }) => {
      const done = results.filter((result) => result.code === 'done').length
      showToast({ title: t('form.handedOver', { done, left: results.length - done }), tone: 'green' })
      onClose()
    },
  })
  const { errorMessage } = form.field('ownerId')
  return (
    <FormSheet
      title={t('form.handOverTitle', { count: subjectIds.length })}
      deed={t('form.handOver')}
      form={form}
      onClose={onClose}
    >
      <PersonPicker
        label={t('form.to')}
        isRequired
        value={form.values.ownerId || null}
        onChange={(id) => form.set('ownerId', id ?? '')}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <TextArea
        label={t('field.reason')}
        rows={3}
        maxLength={500}
        {...form.field('reason')}
        value={form.values.reason ?? ''}
      />
    </FormSheet>
  )
}
