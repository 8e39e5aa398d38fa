import type { HandlingGiven } from '#core/cadence'
import { sharings, type Counting } from '#core/cadence'
import { Checkbox } from '#ui/Checkbox'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { ConditionsField } from './ConditionsField.tsx'
import type { EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'

type Props = { form: EditorForm; path: string; handling: HandlingGiven | undefined }

const usual: HandlingGiven = {}

/** Who of several holders does it, what counts by itself, its subtasks, and who is told when. */
export function HandlingFields({ form, path, handling = usual }: Props) {
  const t = useWords('responsibilities')
  const { counts = null, subtasks = [] } = handling
  const put = (part: HandlingGiven) => form.set(path, { ...handling, ...part })
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('handling.sharing')}
        isRow
        options={sharings.map((id) => ({ id, label: t(`cadence.sharings.${id}`) }))}
        value={handling.sharing ?? 'each'}
        onChange={(next) => put({ sharing: sharings.find((one) => one === next) ?? 'each' })}
      />
      <div className="flex flex-col gap-1.5">
        <Checkbox
          value={counts !== null}
          onChange={(isOn) => put({ counts: isOn ? { factKind: '', where: [] } : null })}
        >
          {t('handling.counts')}
        </Checkbox>
        {counts && (
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              label={t('fields.factKind')}
              description={t('handling.countsHint')}
              placeholder="order"
              {...form.at<string>(`${path}.counts.factKind`)}
              value={counts.factKind}
              isRequired
            />
            <ConditionsField
              form={form}
              path={`${path}.counts.where`}
              where={(counts.where ?? []) as Counting['where']}
            />
          </div>
        )}
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-1 text-label font-medium">{t('handling.subtasks')}</legend>
        <ListEditor
          form={form}
          path={`${path}.subtasks`}
          items={subtasks}
          fresh={{ title: {}, isMandatory: true }}
          addLabel={t('handling.addSubtask')}
        >
          {(subtask, at, index) => (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <div className="min-w-48 flex-1">
                <LocalField
                  form={form}
                  path={`${at}.title`}
                  label={`${t('handling.subtasks')} ${index + 1}`}
                  hideLabel
                  maxLength={200}
                />
              </div>
              <Checkbox value={subtask.isMandatory ?? true} onChange={(isOn) => form.set(`${at}.isMandatory`, isOn)}>
                {t('handling.mandatory')}
              </Checkbox>
            </div>
          )}
        </ListEditor>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <NumberField
          label={t('handling.remind')}
          description={t('handling.asSet')}
          minValue={0}
          maxValue={720}
          value={handling.remindHours ?? null}
          onChange={(hours) => put({ remindHours: hours ?? null })}
        />
        <NumberField
          label={t('handling.escalate')}
          description={t('handling.asSet')}
          minValue={0}
          maxValue={60}
          value={handling.escalateWorkdays ?? null}
          onChange={(days) => put({ escalateWorkdays: days ?? null })}
        />
      </div>
    </div>
  )
}
