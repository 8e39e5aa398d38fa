import { FormSheet } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type PayRun } from '../../contract.ts'
import type { Asked } from './RunDeeds.tsx'

/** What is done to a run with a reason that stays in the audit. */
export function RunReason({ run, deed, onClose }: { run: PayRun; deed: Asked; onClose: () => void }) {
  if (deed === 'lock' || deed === 'unlock') return <LockRun run={run} isLocked={deed === 'lock'} onClose={onClose} />
  return deed === 'return' ? <ReturnRun run={run} onClose={onClose} /> : <CancelRun run={run} onClose={onClose} />
}

type Props = { run: PayRun; onClose: () => void }

function ReturnRun({ run, onClose }: Props) {
  const t = useWords('payroll')
  const form = useRouteForm(routes.returnRun, {
    start: { runId: run.id, version: run.version, reason: '' },
    done: t('runs.done.return'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('runs.do.return')} deed={t('runs.do.return')} form={form} onClose={onClose}>
      <TextArea label={t('runs.reason')} description={t('runs.reasonHint')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}

function CancelRun({ run, onClose }: Props) {
  const t = useWords('payroll')
  const form = useRouteForm(routes.cancelRun, {
    start: { runId: run.id, version: run.version, reason: '' },
    done: t('runs.done.cancel'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('runs.do.cancel')} deed={t('runs.do.cancel')} isDanger form={form} onClose={onClose}>
      <TextArea label={t('runs.reason')} description={t('runs.reasonHint')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}

function LockRun({ run, isLocked, onClose }: Props & { isLocked: boolean }) {
  const t = useWords('payroll')
  const deed = isLocked ? 'lock' : 'unlock'
  const form = useRouteForm(routes.setRunLock, {
    start: { runId: run.id, version: run.version, isLocked, reason: '' },
    done: t(`runs.done.${deed}`),
    onDone: onClose,
  })
  return (
    <FormSheet title={t(`runs.do.${deed}`)} deed={t(`runs.do.${deed}`)} form={form} onClose={onClose}>
      <TextArea label={t('runs.reason')} description={t('runs.reasonHint')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}
