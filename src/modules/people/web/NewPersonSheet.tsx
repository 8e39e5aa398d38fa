import { FormSheet, PositionPicker } from '#screens/organisation'
import { routes } from '#contract/organisation'
import { DateField } from '#ui/DateField'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { manifest } from '../manifest.ts'

/** Adds somebody, best with the position they begin on. */
export function NewPersonSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('people')
  const go = useGo()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.createPerson, {
    start: { number: '', name: '' },
    fieldOf: { 'organisation.number-taken': 'number', 'organisation.position-not-there': 'seat.from' },
    done: t('screens.added'),
    onDone: ({ id }) => {
      onClose()
      go(hrefTo(manifest, 'person', { personId: id }))
    },
  })
  const { seat } = form.values
  const place = (positionId: string | null) =>
    form.set(
      'seat',
      positionId ? { positionId, kind: 'main', sharePermille: 1000, from: seat?.from ?? today } : undefined,
    )
  const text = (name: 'mobile' | 'email') => {
    const bound = form.field(name)
    return {
      ...bound,
      value: bound.value ?? '',
      onChange: (value: string) => bound.onChange(value === '' ? null : value),
    }
  }
  return (
    <FormSheet title={t('screens.add')} deed={t('screens.save')} form={form} onClose={onClose}>
      <TextField label={t('columns.number')} {...form.field('number')} />
      <TextField label={t('columns.name')} {...form.field('name')} />
      <PositionPicker label={t('columns.positionTitle')} value={seat?.positionId ?? null} onChange={place} />
      {seat && (
        <DateField
          label={t('screens.seatFrom')}
          value={seat.from}
          onChange={(from) => form.set('seat', { ...seat, from: from ?? today })}
          errorMessage={form.field('seat.from').errorMessage}
        />
      )}
      <TextField label={t('columns.mobile')} inputMode="tel" {...text('mobile')} />
      <TextField label={t('columns.email')} inputMode="email" {...text('email')} />
    </FormSheet>
  )
}
