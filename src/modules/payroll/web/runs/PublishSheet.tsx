import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type PayRun } from '../../contract.ts'
import { useMoney } from './use-money.ts'

/** Paying can't be undone, so it is asked once more, with what it comes to. */
export function PublishSheet({ run, onClose }: { run: PayRun; onClose: () => void }) {
  const t = useWords('payroll')
  const money = useMoney()
  const publish = useCommand(routes.publishRun, { done: t('runs.done.publish'), onDone: onClose })
  const { id: runId, version, totals } = run
  const count = (totals?.people ?? 0) - (totals?.failed ?? 0) - (totals?.held ?? 0)
  return (
    <Dialog
      kind="alert"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('runs.do.publish')}
      footer={
        <>
          <Button onPress={onClose}>{t('runs.back')}</Button>
          <Button variant="primary" isPending={publish.isRunning} onPress={() => publish.run({ runId, version })}>
            {t('runs.do.publish')}
          </Button>
        </>
      }
    >
      <p>{t('runs.publishAsk', { count, amount: money(totals?.netFen ?? 0, run.currency) })}</p>
    </Dialog>
  )
}
