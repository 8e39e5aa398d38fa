import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { MoneyField } from '#ui/MoneyField'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'

/** What the tax office goes by: the taxpayer's number, the first job in the year, a personal pension. */
export function TaxSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('payroll')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.declareTax, {
    start: { taxNumber: '', isFirstJob: false, personalPensionFen: 0, from: `${today.slice(0, 4)}-01-01` },
    done: t('declarations.sent'),
    onDone: onClose,
  })
  const from = form.field('from')
  return (
    <FormSheet title={t('declarations.kinds.tax-data')} deed={t('declarations.send')} form={form} onClose={onClose}>
      <TextField
        label={t('declarations.fields.taxNumber')}
        description={t('declarations.taxNumberNote')}
        autoComplete="off"
        {...form.field('taxNumber')}
      />
      <Switch isRow value={form.values.isFirstJob ?? false} onChange={(is) => form.set('isFirstJob', is)}>
        {t('declarations.fields.isFirstJob')}
      </Switch>
      <MoneyField
        label={t('declarations.fields.personalPensionFen')}
        description={t('declarations.pensionNote')}
        valueFen={form.values.personalPensionFen ?? 0}
        maxFen={100_000}
        onChangeFen={(fen) => form.set('personalPensionFen', fen ?? 0)}
      />
      <DateField
        label={t('declarations.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
    </FormSheet>
  )
}
