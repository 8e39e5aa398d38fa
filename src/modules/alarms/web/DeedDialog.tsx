import { addDays } from '#core/calendar'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import type { Deed } from './deeds.ts'
import { Unmute } from './Unmute.tsx'

export type DeedDialogProps = { deed: Deed; onClose: (isDone: boolean) => void }

/** Who is to see to some alarms, or until when they are out of sight and why. */
export function DeedDialog({ deed, onClose }: DeedDialogProps) {
  if (deed.kind === 'assign') return <Assign deed={deed} onClose={onClose} />
  if (deed.kind === 'mute') return <Mute deed={deed} onClose={onClose} />
  return <Unmute deed={deed} onClose={onClose} />
}

function Assign({ deed, onClose }: DeedDialogProps) {
  const t = useWords('alarms')
  const { alarms } = deed
  const form = useRouteForm(routes.assignAlarms, {
    start: { ids: alarms.map((alarm) => alarm.id), personId: alarms[0]?.assignedTo?.id ?? null },
    done: t('act.assigned'),
    onDone: () => onClose(true),
  })
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose(false)}
      title={t('act.assignTitle', { count: alarms.length })}
      footer={
        <>
          <Button onPress={() => onClose(false)}>{t('act.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('act.assign')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <PersonPicker
          label={t('act.to')}
          description={t('act.toHint')}
          {...form.field('personId')}
          onChange={(id) => form.set('personId', id)}
        />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}

const usualMuteDays = 14

function Mute({ deed, onClose }: DeedDialogProps) {
  const t = useWords('alarms')
  const { alarms } = deed
  const today = useSession().tenant?.today ?? alarms[0]?.since ?? ''
  const form = useRouteForm(routes.muteAlarms, {
    start: { ids: alarms.map((alarm) => alarm.id), until: addDays(today, usualMuteDays), reason: '' },
    fieldOf: { 'alarms.bad-mute-day': 'until' },
    done: t('act.muted'),
    onDone: () => onClose(true),
  })
  return (
    <Dialog
      isOpen
      size="sm"
      onOpenChange={(isOpen) => !isOpen && onClose(false)}
      title={t('act.muteTitle', { count: alarms.length })}
      description={t('act.muteHint')}
      footer={
        <>
          <Button onPress={() => onClose(false)}>{t('act.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('act.mute')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <DateField
          label={t('act.until')}
          {...form.field('until')}
          minDay={addDays(today, 1)}
          onChange={(until) => form.set('until', until ?? addDays(today, usualMuteDays))}
        />
        <TextArea label={t('act.reason')} rows={2} maxLength={500} {...form.field('reason')} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
