import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { useRouteForm } from '#web/form'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type DescriptionDetail } from '../contract.ts'
import { ProfilePicker } from './ProfilePicker.tsx'
import { RequirementFields } from './RequirementFields.tsx'

/** Which profile a position follows from a day on, and what it asks for beside it. */
export function NeedSheet({ detail, onClose }: { detail: DescriptionDetail; onClose: () => void }) {
  const t = useWords('profiles')
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.followProfile, {
    start: {
      positionId: detail.positionId,
      profileId: detail.need.profileId,
      requirements: detail.need.requirements,
      from: today,
    },
    fieldOf: { 'profiles.past-day': 'from' },
    done: t('editor.saved'),
    onDone: onClose,
  })
  const from = form.field('from')
  return (
    <FormSheet title={t('description.needTitle')} deed={t('editor.save')} form={form} onClose={onClose}>
      <ProfilePicker label={t('description.followed')} {...form.field('profileId')} isRequired={false} />
      <DateField
        label={t('editor.from')}
        {...from}
        value={from.value ?? null}
        onChange={(day) => from.onChange(day ?? today)}
      />
      <RequirementFields
        value={(form.values.requirements ?? []) as never}
        onChange={(requirements) => form.set('requirements', requirements)}
        errorAt={(path) => form.field(path as never).errorMessage}
      />
    </FormSheet>
  )
}
