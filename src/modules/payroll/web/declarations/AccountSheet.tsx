import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** Where my wage goes. */
export function AccountSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('payroll')
  const session = useSession()
  const form = useRouteForm(routes.declareAccount, {
    start: { bank: '', branch: '', number: '', holder: session.account?.name ?? '', from: session.tenant?.today ?? '' },
    fieldOf: { 'payroll.bad-account-number': 'number', 'payroll.not-your-account': 'holder' },
    done: t('declarations.sent'),
    onDone: onClose,
  })
  const from = form.field('from')
  return (
    <FormSheet title={t('declarations.kinds.bank-account')} deed={t('declarations.send')} form={form} onClose={onClose}>
      <TextField label={t('declarations.fields.bank')} {...form.field('bank')} />
      <TextField label={t('declarations.fields.branch')} {...form.field('branch')} value={form.values.branch ?? ''} />
      <TextField
        label={t('declarations.fields.number')}
        description={t('declarations.numberNote')}
        inputMode="numeric"
        autoComplete="off"
        {...form.field('number')}
      />
      <TextField label={t('declarations.fields.holder')} {...form.field('holder')} />
      <DateField
        label={t('declarations.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
    </FormSheet>
  )
}
