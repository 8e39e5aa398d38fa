import { FormSheet } from '#screens/organisation'
import { Checkbox } from '#ui/Checkbox'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Finding } from '../../contract.ts'

/** A warning is taken on with a note why it is right. */
export function AcceptSheet({ runId, finding, onClose }: { runId: string; finding: Finding; onClose: () => void }) {
  const t = useWords('payroll')
  const form = useRouteForm(routes.acceptFinding, {
    start: { runId, findingId: finding.id, note: '', andLike: false },
    done: t('runs.done.accept'),
    onDone: onClose,
  })
  const { errorMessage } = form.field('note')
  return (
    <FormSheet
      title={t('runs.acceptTitle')}
      description={`${finding.personName ?? ''} ${finding.sentence}`}
      deed={t('runs.accept')}
      form={form}
      onClose={onClose}
    >
      <TextArea
        label={t('runs.acceptNote')}
        rows={3}
        isRequired
        value={form.values.note ?? ''}
        onChange={(note) => form.set('note', note)}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <Checkbox value={form.values.andLike ?? false} onChange={(andLike) => form.set('andLike', andLike)}>
        {t('runs.acceptLike')}
      </Checkbox>
    </FormSheet>
  )
}
