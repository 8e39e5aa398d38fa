import { FormSheet, PersonPicker } from '#screens/organisation'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes, type Hold } from '../../contract.ts'
import { thisMonth } from './this-month.ts'

export function HoldSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('payroll')
  const form = useRouteForm(routes.holdPay, {
    start: { personId: '', fromPeriod: thisMonth(), reason: '' },
    fieldOf: { 'payroll.already-held': 'personId' },
    done: t('runs.done.hold'),
    onDone: onClose,
  })
  const person = form.field('personId').errorMessage
  return (
    <FormSheet title={t('runs.holdAdd')} deed={t('runs.keep')} form={form} onClose={onClose}>
      <PersonPicker
        label={t('runs.person')}
        value={form.values.personId || null}
        onChange={(id) => form.set('personId', id ?? '')}
        {...(person ? { errorMessage: person } : {})}
      />
      <TextField label={t('runs.holdFrom')} description={t('runs.periodHint')} {...form.field('fromPeriod')} />
      <TextArea label={t('runs.reason')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}

export function ReleaseSheet({ hold, onClose }: { hold: Hold; onClose: () => void }) {
  const t = useWords('payroll')
  const form = useRouteForm(routes.releasePay, {
    start: { holdId: hold.id, version: hold.version, reason: '' },
    done: t('runs.done.release'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('runs.release')}
      description={`${hold.personName} ${hold.personNumber}`}
      deed={t('runs.release')}
      form={form}
      onClose={onClose}
    >
      <TextArea label={t('runs.reason')} description={t('runs.reasonHint')} rows={3} {...form.field('reason')} />
    </FormSheet>
  )
}
