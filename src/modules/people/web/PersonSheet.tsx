import { FormSheet } from '#screens/organisation'
import { routes, type PersonDetail } from '#contract/organisation'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'

/** Changes somebody's name, number and contact. */
export function PersonSheet({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useWords('people')
  const { id, version, number, name, latinName, mobile, email } = person
  const seesContact = mobile !== undefined
  const form = useRouteForm(routes.updatePerson, {
    start: { id, version, number, name, latinName, ...(seesContact ? { mobile, email } : {}) },
    fieldOf: { 'organisation.number-taken': 'number' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const text = (field: 'latinName' | 'mobile' | 'email') => {
    const bound = form.field(field)
    return {
      ...bound,
      value: bound.value ?? '',
      onChange: (value: string) => bound.onChange(value === '' ? null : value),
    }
  }
  return (
    <FormSheet title={t('screens.edit')} description={name} deed={t('screens.save')} form={form} onClose={onClose}>
      <TextField label={t('columns.number')} {...form.field('number')} />
      <TextField label={t('columns.name')} {...form.field('name')} />
      <TextField label={t('screens.latinName')} {...text('latinName')} />
      {seesContact && <TextField label={t('columns.mobile')} inputMode="tel" {...text('mobile')} />}
      {seesContact && <TextField label={t('columns.email')} inputMode="email" {...text('email')} />}
    </FormSheet>
  )
}
