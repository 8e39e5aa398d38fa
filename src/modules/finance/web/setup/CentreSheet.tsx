import { FormSheet, LocalTextField, UnitPicker } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { useToday } from './today.ts'

export function CentreSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('finance')
  const today = useToday()
  const form = useRouteForm(routes.setCostCentre, {
    start: { code: '', name: {}, unitId: '', from: `${today.slice(0, 8)}01` },
    done: t('setUp.saved'),
    onDone: onClose,
  })
  const { value: unitId, onChange, ...unit } = form.field('unitId')
  return (
    <FormSheet title={t('setUp.addCentre')} deed={t('setUp.save')} form={form} onClose={onClose}>
      <UnitPicker label={t('cost.unit')} {...unit} value={unitId || null} onChange={(id) => onChange(id ?? '')} />
      <TextField label={t('setUp.code')} {...form.field('code')} />
      <LocalTextField
        label={t('setUp.name')}
        isRequired
        value={form.values.name}
        onChange={(name) => form.set('name', name)}
      />
      <DateField label={t('setUp.from')} value={form.values.from} onChange={(day) => form.set('from', day ?? today)} />
    </FormSheet>
  )
}
