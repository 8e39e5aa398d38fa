import { FormSheet, PersonPicker } from '#screens/organisation'
import { ComboBox } from '#ui/ComboBox'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, runKinds } from '../../contract.ts'

/** One input, typed; of names that formulas use. */
export function InputSheet({ period, onClose }: { period: string; onClose: () => void }) {
  const t = useWords('payroll')
  const items = useRead(routes.listItems, {})
  const form = useRouteForm(routes.keepInput, {
    start: { personId: '', period, name: '', value: '', label: '', runKind: 'regular' },
    fieldOf: { 'payroll.input-reserved': 'name', 'payroll.input-used': 'name' },
    done: t('runs.done.input'),
    onDone: onClose,
  })
  const options = (items.data?.names ?? []).map(({ name, aliases }) => ({
    id: name,
    label: aliases[0] ?? name,
    note: name,
  }))
  const person = form.field('personId').errorMessage
  return (
    <FormSheet title={t('runs.inputAdd')} deed={t('runs.keep')} form={form} onClose={onClose}>
      <PersonPicker
        label={t('runs.person')}
        value={form.values.personId || null}
        onChange={(id) => form.set('personId', id ?? '')}
        {...(person ? { errorMessage: person } : {})}
      />
      <TextField label={t('runs.period')} {...form.field('period')} />
      <ComboBox
        label={t('runs.inputName')}
        description={t('runs.inputNameHint')}
        {...form.field('name')}
        options={options}
        onChange={(name) => form.set('name', name ?? '')}
      />
      <TextField label={t('runs.inputValue')} inputMode="decimal" {...form.field('value')} />
      <TextField
        label={t('runs.inputLabel')}
        value={form.values.label ?? ''}
        onChange={(label) => form.set('label', label)}
      />
      <Select
        label={t('runs.inputRun')}
        value={form.values.runKind ?? 'regular'}
        options={runKinds.map((id) => ({ id, label: t(`runs.kinds.${id}`), note: t(`runs.kindHints.${id}`) }))}
        onChange={(kind) => form.set('runKind', runKinds.find((one) => one === kind) ?? 'regular')}
      />
    </FormSheet>
  )
}
