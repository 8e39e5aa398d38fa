import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { routes, type UnitDetail } from '../contract.ts'
import { FormSheet } from './FormSheet.tsx'

/** What the register says of a company. */
export function LegalEntitySheet({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const t = useWords('organisation')
  const local = useLocal()
  const entity = unit.legalEntity
  const form = useRouteForm(routes.setLegalEntity, {
    start: {
      id: unit.id,
      registeredName: entity?.registeredName ?? '',
      creditCode: entity?.creditCode ?? null,
      place: entity?.place ?? null,
      version: entity?.version ?? 0,
    },
    fieldOf: { 'organisation.bad-credit-code': 'creditCode', 'organisation.code-taken': 'creditCode' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const [code, place] = [form.field('creditCode'), form.field('place')]
  return (
    <FormSheet
      title={t('screens.company.title')}
      description={local(unit.name)}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <TextField label={t('screens.company.registeredName')} {...form.field('registeredName')} />
      <TextField
        label={t('screens.company.creditCode')}
        {...code}
        value={code.value ?? ''}
        onChange={(text) => code.onChange(text || null)}
      />
      <TextField
        label={t('screens.company.place')}
        {...place}
        value={place.value ?? ''}
        onChange={(text) => place.onChange(text || null)}
      />
    </FormSheet>
  )
}
