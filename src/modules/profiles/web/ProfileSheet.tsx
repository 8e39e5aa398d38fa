import type { Route } from '#core/contract'
import { routes as organisation } from '#contract/organisation'
import { FormSheet, LocalTextField } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { FieldGrid } from '#ui/Field'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm, type RouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type ProfileDetail, type ProfileDraft } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { RequirementFields } from './RequirementFields.tsx'

export function NewProfile({ onClose }: { onClose: () => void }) {
  const t = useWords('profiles')
  const go = useGo()
  const today = useSession().tenant?.today ?? ''
  const form = useRouteForm(routes.createProfile, {
    start: { name: {}, jobFamilyId: null, gradeId: null, requirements: [], code: '', from: today },
    fieldOf: { 'profiles.code-taken': 'code' },
    done: t('editor.saved'),
    onDone: ({ profileId }) => go(hrefTo(manifest, 'profile', { profileId })),
  })
  return (
    <FormSheet title={t('editor.create')} deed={t('editor.save')} form={form} onClose={onClose}>
      <DraftFields form={form as unknown as DraftForm} />
      <TextField
        label={t('editor.code')}
        description={t('editor.codeNote')}
        {...form.field('code')}
        value={form.values.code ?? ''}
      />
    </FormSheet>
  )
}

export function ChangeProfile({ profile, onClose }: { profile: ProfileDetail; onClose: () => void }) {
  const t = useWords('profiles')
  const today = useSession().tenant?.today ?? ''
  const latest = profile.versions[0] ?? profile.version
  const hasSummary = Object.keys(latest.summary).length > 0
  const form = useRouteForm(routes.changeProfile, {
    start: {
      profileId: profile.id,
      basedOn: latest.id,
      name: latest.name,
      ...(hasSummary ? { summary: latest.summary } : {}),
      jobFamilyId: latest.jobFamilyId,
      gradeId: latest.gradeId,
      requirements: latest.requirements,
      changeNote: '',
      from: today,
    },
    fieldOf: { 'profiles.past-day': 'from', 'profiles.later-version': 'from' },
    done: t('editor.saved'),
    onDone: onClose,
  })
  return (
    <FormSheet title={t('editor.change')} deed={t('editor.save')} form={form} onClose={onClose}>
      <DraftFields form={form as unknown as DraftForm} />
      <TextField label={t('editor.note')} {...form.field('changeNote')} value={form.values.changeNote ?? ''} />
    </FormSheet>
  )
}

/** The fields that a new profile and a new version have in common. */
type DraftForm = Omit<RouteForm<Route>, 'values' | 'set' | 'field'> & {
  values: Partial<ProfileDraft> & { from?: string }
  set: (name: keyof ProfileDraft | 'from', value: unknown) => void
  field: (name: string) => { errorMessage?: string }
}

function DraftFields({ form }: { form: DraftForm }) {
  const t = useWords('profiles')
  const local = useLocal()
  const listed = useRead(organisation.listGrades, {})
  const { values } = form
  const named = (items: readonly { id: string; name: Record<string, string> }[] = []) =>
    items.map((item) => ({ id: item.id, label: local(item.name) }))
  const error = form.field('name').errorMessage
  return (
    <>
      <LocalTextField
        label={t('editor.name')}
        isRequired
        value={values.name}
        onChange={(name) => form.set('name', name)}
        {...(error ? { errorMessage: error } : {})}
      />
      <LocalTextField
        label={t('editor.summary')}
        value={values.summary}
        onChange={(summary) => form.set('summary', Object.keys(summary).length > 0 ? summary : undefined)}
      />
      <FieldGrid columns={3}>
        <Select
          label={t('editor.family')}
          value={values.jobFamilyId ?? null}
          onChange={(id) => form.set('jobFamilyId', id)}
          options={named(listed.data?.families)}
        />
        <Select
          label={t('editor.grade')}
          value={values.gradeId ?? null}
          onChange={(id) => form.set('gradeId', id)}
          options={named(listed.data?.grades)}
        />
        <DateField
          label={t('editor.from')}
          value={values.from ?? null}
          onChange={(day) => form.set('from', day)}
          {...form.field('from')}
        />
      </FieldGrid>
      <RequirementFields
        value={values.requirements ?? []}
        onChange={(requirements) => form.set('requirements', requirements)}
        errorAt={(path) => form.field(path).errorMessage}
      />
    </>
  )
}
