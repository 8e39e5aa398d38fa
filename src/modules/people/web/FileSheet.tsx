import { FormSheet, UnitPicker } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { employments, genders, routes, type PersonnelFile } from '../contract.ts'

/** Edits a file. The identity number is never shown here: what is typed replaces it, left empty it stays. */
export function FileSheet({ file, onClose }: { file: PersonnelFile; onClose: () => void }) {
  const t = useWords('people')
  const seesIdentity = file.birthDay !== undefined
  const { personId, version, employment, hiredOn, leftOn, gender, education } = file
  const form = useRouteForm(routes.updateFile, {
    start: {
      personId,
      version,
      employment,
      hiredOn,
      leftOn,
      gender,
      education,
      employerUnitId: file.employer?.isStated ? file.employer.unitId : null,
      ...(seesIdentity ? { birthDay: file.birthDay, emergencyContact: file.emergencyContact } : {}),
    },
    fieldOf: {
      'people.bad-id-number': 'idNumber',
      'people.id-number-taken': 'idNumber',
      'people.left-before-hired': 'leftOn',
      'people.employer-no-company': 'employerUnitId',
    },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const state = form.field('employment')
  const sex = form.field('gender')
  const employer = form.field('employerUnitId')
  const text = (name: 'education' | 'emergencyContact' | 'idNumber') => {
    const field = form.field(name)
    return {
      ...field,
      value: field.value ?? '',
      onChange: (value: string) => field.onChange(value === '' ? (name === 'idNumber' ? undefined : null) : value),
    }
  }
  const day = (name: 'hiredOn' | 'leftOn' | 'birthDay') => {
    const field = form.field(name)
    return { ...field, value: field.value ?? null }
  }
  return (
    <FormSheet title={t('screens.file')} deed={t('screens.save')} form={form} onClose={onClose}>
      <Select
        label={t('columns.employment')}
        options={employments.map((id) => ({ id, label: t(`employments.${id}`) }))}
        {...state}
        value={state.value ?? null}
        onChange={(id) => id && state.onChange(id as PersonnelFile['employment'])}
      />
      <UnitPicker
        label={t('screens.employer')}
        description={t('screens.employerNote')}
        {...employer}
        onChange={(id) => employer.onChange(id)}
      />
      <DateField label={t('columns.hiredOn')} {...day('hiredOn')} />
      <DateField label={t('screens.leftOn')} description={t('screens.leftOnNote')} {...day('leftOn')} />
      {seesIdentity && (
        <TextField
          label={t('screens.idNumber')}
          description={t('screens.idNumberNote')}
          {...text('idNumber')}
          autoComplete="off"
        />
      )}
      {seesIdentity && <DateField label={t('screens.birthDay')} {...day('birthDay')} />}
      <Select
        label={t('screens.gender')}
        options={genders.map((id) => ({ id, label: t(`genders.${id}`) }))}
        {...sex}
        value={sex.value ?? null}
        onChange={(id) => sex.onChange(id as PersonnelFile['gender'])}
      />
      <TextField label={t('screens.education')} {...text('education')} />
      {seesIdentity && <TextField label={t('screens.emergencyContact')} {...text('emergencyContact')} />}
    </FormSheet>
  )
}
