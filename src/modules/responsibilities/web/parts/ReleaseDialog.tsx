import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { useSession } from '#web/session'
import { routes, type Holder } from '../../contract.ts'

/** From which day on a position no longer holds it. */
export function ReleaseDialog({ holder, onClose }: { holder: Holder; onClose: () => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.releaseHolding, {
    start: { holdingId: holder.holdingId, until: today },
    fieldOf: { 'responsibilities.past-day': 'until', 'responsibilities.already-ended': 'until' },
    done: t('page.released'),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.releaseTitle')}
      description={`${local(holder.holder === 'unit' ? holder.unitName : holder.positionTitle)} · ${t(`raci.${holder.raci}`)}`}
      size="sm"
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.release')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <DateField
          label={t('page.releaseFrom')}
          {...form.field('until')}
          minDay={today}
          onChange={(until) => form.set('until', until ?? today)}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
