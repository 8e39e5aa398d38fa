import { FormSheet, LocalTextField, UnitPicker } from '#screens/organisation'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { frequencies, jurisdictions, prorations, routes, type PayGroup } from '../../contract.ts'

type Props = { group?: PayGroup; mayEdit: boolean; onClose: () => void }

/** A new pay group, or what one is changed to. */
export function GroupSheet({ group, mayEdit, onClose }: Props) {
  const t = useWords('payroll')
  const form = useRouteForm((group ? routes.updateGroup : routes.createGroup) as typeof routes.updateGroup, {
    start: group ?? {
      name: {},
      jurisdiction: 'cn',
      city: null,
      frequency: 'month',
      payDay: 10,
      paysNextMonth: true,
      proration: 'own-paid-days',
    },
    fieldOf: { 'payroll.code-taken': 'code', 'payroll.employer-no-company': 'employerUnitId' },
    done: t('setup.saved'),
    onDone: onClose,
  })
  const city = form.field('city')
  const day = form.field('payDay')
  const employer = form.field('employerUnitId')
  return (
    <FormSheet
      title={t(group ? 'setup.group' : 'setup.addGroup')}
      deed={t('setup.save')}
      form={mayEdit ? form : { ...form, submit: onClose }}
      onClose={onClose}
    >
      <TextField label={t('setup.code')} {...form.field('code')} />
      <LocalTextField label={t('setup.name')} {...form.field('name')} isRequired />
      <UnitPicker
        label={t('setup.employer')}
        description={t('setup.employerNote')}
        {...employer}
        onChange={(id) => id && employer.onChange(id)}
      />
      <FieldGrid columns={2}>
        <Select
          label={t('setup.jurisdiction')}
          options={jurisdictions.map((id) => ({ id, label: t(`setup.jurisdictions.${id}`) }))}
          {...form.field('jurisdiction')}
          onChange={(id) => form.set('jurisdiction', id as PayGroup['jurisdiction'])}
        />
        <TextField
          label={t('setup.city')}
          description={t('setup.cityNote')}
          {...city}
          value={city.value ?? ''}
          onChange={(text) => city.onChange(text || null)}
        />
        <Select
          label={t('setup.frequency')}
          options={frequencies.map((id) => ({ id, label: t(`setup.frequencies.${id}`) }))}
          {...form.field('frequency')}
          onChange={(id) => form.set('frequency', id as PayGroup['frequency'])}
        />
        <NumberField
          label={t('setup.payDay')}
          minValue={1}
          maxValue={31}
          {...day}
          value={day.value ?? null}
          onChange={(value) => day.onChange(value ?? 10)}
        />
      </FieldGrid>
      <Switch isRow value={form.values.paysNextMonth ?? true} onChange={(is) => form.set('paysNextMonth', is)}>
        {t('setup.paysNextMonth')}
      </Switch>
      <RadioGroup
        label={t('setup.proration')}
        options={prorations.map((id) => ({
          id,
          label: t(`setup.prorations.${id}`),
          note: t(`setup.prorationNotes.${id}`),
        }))}
        {...form.field('proration')}
        onChange={(id) => form.set('proration', id as PayGroup['proration'])}
      />
      {group && (
        <Switch isRow value={form.values.isActive} onChange={(is) => form.set('isActive', is)}>
          {t('setup.active')}
        </Switch>
      )}
    </FormSheet>
  )
}
