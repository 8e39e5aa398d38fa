import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { NumberField } from '#ui/NumberField'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { useSession } from '#web/session'
import { routes, type Holder } from '../../contract.ts'

/** How much of the holder's work it is, from a day on. */
export function WeightDialog({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.changeWeight, {
    start: { holdingId: holder.holdingId, weightPermille: holder.weightPermille, from: today },
    fieldOf: { 'responsibilities.too-heavy': 'weightPermille', 'responsibilities.past-day': 'from' },
    done: t('page.weighed'),
    onDone: onClose,
  })
  const weight = form.field('weightPermille')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.weigh')}
      description={`${local(holder.positionTitle)} · ${t(`raci.${holder.raci}`)}`}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.weigh')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <NumberField
          label={t('fields.share')}
          unit="%"
          minValue={0}
          maxValue={100}
          {...weight}
          value={(weight.value ?? 0) / 10}
          onChange={(share) => form.set('weightPermille', Math.round((share ?? 0) * 10))}
        />
        <DateField
          label={t('fields.from')}
          {...form.field('from')}
          minDay={today}
          onChange={(from) => form.set('from', from ?? today)}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
