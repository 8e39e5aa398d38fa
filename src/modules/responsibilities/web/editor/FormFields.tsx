import type { HandInForm } from '#core/form'
import { Checkbox } from '#ui/Checkbox'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { slug } from '../../rules.ts'
import type { DraftDuty, EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'
import { useWriting } from './writing.ts'

type DraftForm = NonNullable<DraftDuty['form']>
type DraftField = NonNullable<DraftForm['fields']>[number]
const kinds = [
  'text',
  'long-text',
  'number',
  'money',
  'day',
  'choice',
  'yes-no',
  'place',
  'signature',
  'file',
  'reference',
] as const

/** What is filled in when the work is handed in. */
export function FormFields({ form, path, draft }: { form: EditorForm; path: string; draft: DraftForm | undefined }) {
  const t = useWords('responsibilities')
  const fields = draft?.fields ?? []
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 text-label font-medium">{t('fields.form')}</legend>
      <p className="mb-1.5 text-xs text-muted">{t('editor.formHint')}</p>
      <ListEditor
        form={form}
        path={`${path}.fields`}
        items={fields}
        fresh={{ key: freeKey(fields), label: {}, kind: 'text', required: false, choices: [] }}
        addLabel={t('editor.addField')}
      >
        {(field, at) => (
          <div className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2.5">
            <div className="grid items-end gap-2 sm:grid-cols-4">
              <div className="sm:col-span-2">
                <LocalField form={form} path={`${at}.label`} label={t('editor.label')} maxLength={100} isRequired />
              </div>
              <Select
                label={t('editor.kind')}
                options={kinds.map((id) => ({ id, label: t(`fieldKind.${id}`) }))}
                value={field.kind}
                onChange={(kind) => form.set(`${at}.kind`, kind ?? 'text')}
              />
              <Checkbox value={field.required ?? false} onChange={(isOn) => form.set(`${at}.required`, isOn)}>
                {t('editor.required')}
              </Checkbox>
            </div>
            {field.kind === 'choice' && <Choices form={form} path={`${at}.choices`} choices={field.choices ?? []} />}
          </div>
        )}
      </ListEditor>
      <div className="mt-2 max-w-60">
        <Select
          label={t('fields.photo')}
          options={(['none', 'optional', 'required'] as const).map((id) => ({ id, label: t(`photo.${id}`) }))}
          value={draft?.photo ?? 'optional'}
          onChange={(photo) => form.set(`${path}.photo`, photo ?? 'optional')}
        />
      </div>
    </fieldset>
  )
}

/** One choice a line, in the language being written; a line keeps the value that facts are counted by. */
function Choices({
  form,
  path,
  choices,
}: {
  form: EditorForm
  path: string
  choices: NonNullable<DraftField['choices']>
}) {
  const t = useWords('responsibilities')
  const language = useWriting()
  const text = choices.map((choice) => choice.label[language] ?? '').join('\n')
  return (
    <TextArea
      label={t('editor.choices')}
      rows={3}
      value={text}
      onChange={(next) => form.set(path, choicesFrom(next, choices, language))}
    />
  )
}

function choicesFrom(text: string, old: NonNullable<DraftField['choices']>, language: string) {
  const lines = text === '' ? [] : text.split('\n')
  return lines.map((line, at): HandInForm['fields'][number]['choices'][number] => {
    const known = old[at]
    const label = { ...known?.label, [language]: line }
    return { value: known?.value ?? (camel(slug(line)) || `choice${at + 1}`), label }
  })
}

function freeKey(fields: readonly DraftField[]): string {
  const taken = new Set(fields.map((field) => field.key))
  for (let number = fields.length + 1; ; number += 1) if (!taken.has(`field${number}`)) return `field${number}`
}

function camel(text: string): string {
  return text.replaceAll(/-+(.)/g, (_all, letter: string) => letter.toUpperCase()).slice(0, 40)
}
