import { Card } from '#ui/Card'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { CadenceFields } from './CadenceFields.tsx'
import type { DraftDuty, EditorForm } from './editor-form.ts'
import { FormFields } from './FormFields.tsx'
import { HandlingFields } from './HandlingFields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'

const fresh: DraftDuty = {
  name: {},
  steps: [],
  cadence: { every: 'week', times: 1, dueTime: '18:00', dueWorkday: -1 },
  form: { fields: [], photo: 'optional' },
}

/** Duties with their cadence, steps and the form that is handed in. */
export function DutiesPart({ form }: { form: EditorForm }) {
  const t = useWords('responsibilities')
  const items = form.values.duties ?? []
  return (
    <Card title={t('editor.dutySection')}>
      <ListEditor form={form} path="duties" items={items} fresh={fresh} addLabel={t('editor.addDuty')} isFramed>
        {(duty, path) => (
          <div className="flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-3">
              <div className="sm:col-span-2">
                <LocalField form={form} path={`${path}.name`} label={t('fields.name')} maxLength={100} isRequired />
              </div>
              <TextField
                label={t('fields.factKind')}
                description={t('editor.factHint')}
                {...form.at<string>(`${path}.factKind`)}
                value={duty.factKind ?? ''}
                onChange={(text) => form.set(`${path}.factKind`, text || undefined)}
              />
            </div>
            <CadenceFields form={form} path={`${path}.cadence`} cadence={duty.cadence} />
            <fieldset className="min-w-0">
              <legend className="mb-1 text-label font-medium">{t('fields.steps')}</legend>
              <ListEditor
                form={form}
                path={`${path}.steps`}
                items={duty.steps ?? []}
                fresh={{}}
                addLabel={t('editor.addStep')}
              >
                {(_step, stepPath, at) => (
                  <LocalField
                    form={form}
                    path={stepPath}
                    label={`${t('fields.steps')} ${at + 1}`}
                    hideLabel
                    maxLength={500}
                  />
                )}
              </ListEditor>
            </fieldset>
            <HandlingFields form={form} path={`${path}.handling`} handling={duty.handling} />
            <FormFields form={form} path={`${path}.form`} draft={duty.form} />
          </div>
        )}
      </ListEditor>
    </Card>
  )
}
