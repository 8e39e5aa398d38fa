import { FormSheet } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type RunSlip } from '../../contract.ts'

/** A locked result stays when the run is computed again. */
export function SlipLock({ slip, onClose }: { slip: RunSlip; onClose: () => void }) {
  const t = useWords('payroll')
  const deed = slip.isLocked ? 'unlock' : 'lock'
  const form = useRouteForm(routes.setSlipLock, {
    start: { runId: slip.runId, slipId: slip.id, version: slip.version, isLocked: !slip.isLocked, reason: '' },
    done: t(`runs.done.${deed}`),
    onDone: onClose,
  })
  return (
    <FormSheet title={t(`runs.do.${deed}`)} deed={t(`runs.do.${deed}`)} form={form} onClose={onClose}>
      <TextArea label={t('runs.reason')} description={t('runs.reasonHint')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}
