import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Select } from '#ui/Select'
import { FormProblem, useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Plan } from '../contract.ts'
import { monthsBetween, shifted } from '../rules/months.ts'

type Props = { plan: Plan; isOn: boolean; earliest: string | null; onClose: () => void }

/** From which month a plan is on or off; only months that are not settled. */
export function SwitchDialog({ plan, isOn, earliest, onClose }: Props) {
  const t = useWords('incentives')
  const now = (useSession().tenant?.today ?? '').slice(0, 7)
  const after = plan.running?.from ? shifted(plan.running.from, 1) : null
  const first =
    [earliest, after, isOn ? shifted(now, -18) : now]
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? now
  const last = shifted(first > now ? first : now, 6)
  const start = first > now ? first : now
  const form = useRouteForm(isOn ? routes.switchOnPlan : routes.switchOffPlan, {
    start: { planId: plan.id, version: plan.version, from: start },
    done: t(isOn ? 'plan.isOn' : 'plan.isOff'),
    onDone: onClose,
  })
  const title = t(isOn ? 'plan.switchOn' : 'plan.switchOff')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={t(isOn ? 'plan.onLead' : 'plan.offLead')}
      footer={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button variant={isOn ? 'primary' : 'danger'} onPress={form.submit} isPending={form.command.isRunning}>
            {title}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <Select
          label={t('plan.from')}
          options={monthsBetween(first, last).map((id) => ({ id, label: id }))}
          {...form.field('from')}
          onChange={(from) => form.set('from', from ?? start)}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
