import { afterUnits, type After } from '#core/cadence'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { ConditionsField } from './ConditionsField.tsx'
import type { DraftDuty, EditorForm } from './editor-form.ts'

type DraftAfter = NonNullable<DraftDuty['cadence']['after']>

/** "2 hours after a batch is finished". */
export function EventFields({ form, path, after }: { form: EditorForm; path: string; after: DraftAfter }) {
  const t = useWords('responsibilities')
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <TextField
        label={t('cadence.event')}
        description={t('cadence.eventHint')}
        placeholder="batch-finished"
        {...form.at<string>(`${path}.factKind`)}
        value={after.factKind}
        isRequired
      />
      <ConditionsField form={form} path={`${path}.where`} where={(after.where ?? []) as After['where']} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('cadence.within')}
          minValue={0}
          maxValue={1000}
          value={after.amount ?? 2}
          onChange={(amount) => form.set(`${path}.amount`, amount ?? 2)}
        />
        <Select
          label={t('cadence.unit')}
          options={afterUnits.map((id) => ({ id, label: t(`cadence.unitNames.${id}`) }))}
          value={after.unit ?? 'hour'}
          onChange={(unit) => form.set(`${path}.unit`, unit ?? 'hour')}
        />
      </div>
      <Select
        label={t('cadence.who')}
        options={(['holders', 'actor'] as const).map((id) => ({ id, label: t(`cadence.whos.${id}`) }))}
        value={after.who ?? 'holders'}
        onChange={(who) => form.set(`${path}.who`, who ?? 'holders')}
      />
    </div>
  )
}
