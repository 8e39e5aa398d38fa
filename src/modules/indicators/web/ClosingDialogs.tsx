import { addDays, monthStart } from '#core/calendar'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { RadioGroup } from '#ui/Radio'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { closableKinds, routes, type ClosedPeriod } from '../contract.ts'

/** Closes the month before unless another period is chosen. */
export function ClosePeriodDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('indicators')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.closePeriod, {
    start: { kind: 'month', day: addDays(monthStart(today), -1), note: '' },
    done: t('closing.closed'),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('closing.close')}
      description={t('closing.lead')}
      footer={
        <>
          <Button onPress={onClose}>{t('reverse.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('closing.close')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <RadioGroup
          label={t('closing.kind')}
          look="segments"
          options={closableKinds.map((id) => ({ id, label: t(`closing.kinds.${id}`) }))}
          {...form.field('kind')}
          onChange={(kind) => form.set('kind', closableKinds.find((one) => one === kind) ?? 'month')}
        />
        <DateField label={t('closing.day')} {...form.field('day')} onChange={(day) => form.set('day', day ?? '')} />
        <TextArea label={t('closing.note')} {...form.field('note')} maxLength={500} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}

export function ReopenDialog({ period, name, onClose }: { period: ClosedPeriod; name: string; onClose: () => void }) {
  const t = useWords('indicators')
  const form = useRouteForm(routes.reopenPeriod, {
    start: { periodId: period.id, reason: '' },
    done: t('closing.reopened'),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('closing.reopen')}
      description={name}
      footer={
        <>
          <Button onPress={onClose}>{t('reverse.cancel')}</Button>
          <Button variant="danger" onPress={form.submit} isPending={form.command.isRunning}>
            {t('closing.reopen')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <TextArea label={t('closing.reason')} {...form.field('reason')} maxLength={500} isRequired />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
