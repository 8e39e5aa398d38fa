import { FormSheet, PersonPicker } from '#screens/organisation'
import { MoneyField } from '#ui/MoneyField'
import { Select } from '#ui/Select'
import { useRouteForm } from '#web/form'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type OpeningState } from '../../contract.ts'

const amounts = ['income', 'exempt', 'insurance', 'special', 'other', 'reduced', 'withheld'] as const

/** The cumulative columns of one person, typed. */
export function OpeningSheet({ year, onClose }: { year: number; onClose: () => void }) {
  const t = useWords('payroll')
  const local = useLocal()
  const groups = useRead(routes.listGroups, {})
  const employers = [
    ...new Map((groups.data ?? []).map((group) => [group.employerUnitId, group.employerName])).entries(),
  ]
  const form = useRouteForm(routes.keepOpening, {
    start: { personId: '', employerUnitId: '', year, state: { income: 0, withheld: 0 } },
    fieldOf: { 'payroll.opening-used': 'personId' },
    done: t('runs.done.opening'),
    onDone: onClose,
  })
  const state = form.values.state as Partial<OpeningState>
  const person = form.field('personId').errorMessage
  return (
    <FormSheet title={t('runs.openingAdd')} deed={t('runs.keep')} form={form} onClose={onClose}>
      <PersonPicker
        label={t('runs.person')}
        value={form.values.personId || null}
        onChange={(id) => form.set('personId', id ?? '')}
        {...(person ? { errorMessage: person } : {})}
      />
      <Select
        label={t('runs.employer')}
        {...form.field('employerUnitId')}
        options={employers.map(([id, name]) => ({ id, label: local(name) }))}
        onChange={(id) => form.set('employerUnitId', id ?? '')}
      />
      {amounts.map((name) => (
        <MoneyField
          key={name}
          label={t(`runs.opening.${name}`)}
          minFen={0}
          valueFen={state[name] ?? 0}
          onChangeFen={(fen) => form.set('state', { ...state, [name]: fen ?? 0 } as OpeningState)}
        />
      ))}
    </FormSheet>
  )
}
