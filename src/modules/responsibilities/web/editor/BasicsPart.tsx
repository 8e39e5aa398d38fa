import { Card } from '#ui/Card'
import { useWords } from '#web/words'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'
import type { EditorForm } from './editor-form.ts'

const lists = ['activities', 'inputs', 'outputs', 'capabilities', 'processRules'] as const

/** Name, purpose and the lists of lines. */
export function BasicsPart({ form }: { form: EditorForm }) {
  const t = useWords('responsibilities')
  return (
    <>
      <Card title={t('editor.basics')}>
        <div className="flex flex-col gap-4">
          <LocalField form={form} path="name" label={t('fields.name')} maxLength={100} isRequired />
          <LocalField form={form} path="purpose" label={t('fields.purpose')} rows={3} maxLength={2000} />
        </div>
      </Card>
      <Card title={t('editor.lists')}>
        <div className="flex flex-col gap-5">
          {lists.map((list) => (
            <fieldset key={list} className="min-w-0">
              <legend className="mb-1.5 text-label font-medium">{t(`fields.${list}`)}</legend>
              <ListEditor
                form={form}
                path={list}
                items={form.values[list] ?? []}
                fresh={{}}
                addLabel={t('editor.addLine')}
              >
                {(_line, path, at) => (
                  <LocalField
                    form={form}
                    path={path}
                    label={`${t(`fields.${list}`)} ${at + 1}`}
                    hideLabel
                    maxLength={1000}
                  />
                )}
              </ListEditor>
            </fieldset>
          ))}
        </div>
      </Card>
    </>
  )
}
