import { addDays } from '#core/calendar'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { FormProblem, useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

type Props = { responsibilityId: string; onClose: () => void }

/** From which day a draft is in force. */
export function StartDialog({ responsibilityId, onClose }: Props) {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.putInForce, {
    start: { responsibilityId, from: today },
    fieldOf: { 'responsibilities.past-day': 'from' },
    done: t('page.started'),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.start')}
      description={t('page.startHint')}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.start')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <DateField
          label={t('fields.validFrom')}
          {...form.field('from')}
          minDay={today}
          onChange={(from) => form.set('from', from ?? today)}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}

/** From which day it is no longer in force; who still holds it is told before they are ended. */
export function RetireDialog({ responsibilityId, onClose }: Props) {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.retire, {
    start: { responsibilityId, from: addDays(today, 1), endsHoldings: false },
    fieldOf: { 'responsibilities.past-day': 'from', 'responsibilities.later-version': 'from' },
    done: t('page.retired'),
    onDone: onClose,
  })
  const isHeld = form.problem?.code === 'responsibilities.held-then'
  const ends = form.field('endsHoldings')
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.retire')}
      description={t('page.retireHint')}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.retire')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <DateField
          label={t('page.retireFrom')}
          {...form.field('from')}
          minDay={today}
          onChange={(from) => form.set('from', from ?? today)}
        />
        <FormProblem problem={form.problem} />
        {(isHeld || ends.value) && (
          <Checkbox value={ends.value ?? false} onChange={(isChecked) => form.set('endsHoldings', isChecked)}>
            {t('page.endsHoldings')}
          </Checkbox>
        )}
      </form>
    </Dialog>
  )
}
