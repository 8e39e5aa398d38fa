import { PersonPicker } from '#screens/organisation'
import type { FormField } from '#core/form'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { useLocal, useWords } from '#web/words'
import type { LinkForm } from './link-form.ts'

type Props = {
  form: LinkForm
  /** Of the flow that ends. */
  fields: readonly FormField[]
  onChange: (patch: Partial<LinkForm>) => void
  fieldMissing: string | undefined
  personMissing: string | undefined
}

/** For whom the new request begins. */
export function OwnerFields({ form, fields, onChange, fieldMissing, personMissing }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={t('rules.links.form.owner')}
        value={form.ownerKind}
        options={(['initiator', 'field', 'person'] as const).map((id) => ({
          id,
          label: t(`rules.links.form.owners.${id}`),
        }))}
        onChange={(kind) => onChange({ ownerKind: kind as LinkForm['ownerKind'] })}
      />
      {form.ownerKind === 'field' && (
        <Select
          label={t('rules.links.form.ownerField')}
          description={t('rules.links.form.ownerFieldNote')}
          isRequired
          value={form.ownerField}
          options={fields
            .filter(({ kind }) => kind === 'person')
            .map(({ key, label }) => ({ id: key, label: local(label) }))}
          onChange={(ownerField) => onChange({ ownerField })}
          errorMessage={fieldMissing}
        />
      )}
      {form.ownerKind === 'person' && (
        <PersonPicker
          label={t('rules.links.form.ownerPerson')}
          isRequired
          value={form.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
          errorMessage={personMissing}
        />
      )}
    </div>
  )
}
