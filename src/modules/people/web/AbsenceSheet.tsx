import { absenceKinds, routes, type Absence } from '#contract/organisation'
import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'

type Props = { personId: string; absence?: Absence; onClose: () => void }

/** Enters a long absence, or corrects one. */
export function AbsenceSheet({ personId, absence, onClose }: Props) {
  const t = useWords('people')
  const today = useSession().tenant?.today ?? ''
  const content = {
    kind: absence?.kind ?? ('long-leave' as const),
    from: absence?.from ?? today,
    until: absence?.until ?? null,
  }
  // the two routes have these fields alike
  const form = useRouteForm((absence ? routes.correctAbsence : routes.createAbsence) as typeof routes.createAbsence, {
    start: absence ? ({ id: absence.id, ...content } as never) : { personId, ...content },
    fieldOf: { 'organisation.away-already': 'from', 'organisation.ends-before-it-begins': 'until' },
    done: t('screens.saved'),
    onDone: onClose,
  })
  const [kind, from, until] = [form.field('kind'), form.field('from'), form.field('until')]
  return (
    <FormSheet
      title={t('screens.absences.title')}
      description={t('screens.absences.note')}
      deed={t('screens.save')}
      form={form}
      onClose={onClose}
    >
      <Select
        label={t('screens.absences.kind')}
        options={absenceKinds.map((id) => ({ id, label: t(`absenceKinds.${id}`) }))}
        {...kind}
        onChange={(id) => id && kind.onChange(id as Absence['kind'])}
      />
      <DateField
        label={t('screens.absences.from')}
        {...from}
        value={from.value || null}
        onChange={(day) => from.onChange(day ?? '')}
      />
      <DateField
        label={t('screens.absences.until')}
        description={t('screens.absences.untilNote')}
        {...until}
        value={until.value ?? null}
        isRequired={false}
      />
    </FormSheet>
  )
}
