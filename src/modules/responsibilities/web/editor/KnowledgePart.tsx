import { Card } from '#ui/Card'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import type { Draft, EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'

const fresh: NonNullable<Draft['knowledge']>[number] = { kind: 'procedure', title: {} }

/** Procedures, templates and answered questions. */
export function KnowledgePart({ form }: { form: EditorForm }) {
  const t = useWords('responsibilities')
  return (
    <Card title={t('editor.knowledgeSection')}>
      <ListEditor
        form={form}
        path="knowledge"
        items={form.values.knowledge ?? []}
        fresh={fresh}
        addLabel={t('editor.addKnowledge')}
        isFramed
      >
        {(item, path) => (
          <div className="grid gap-3 sm:grid-cols-4">
            <Select
              label={t('editor.kind')}
              options={(['procedure', 'template', 'question'] as const).map((id) => ({
                id,
                label: t(`knowledgeKind.${id}`),
              }))}
              value={item.kind ?? 'procedure'}
              onChange={(kind) => form.set(`${path}.kind`, kind ?? 'procedure')}
            />
            <div className="sm:col-span-3">
              <LocalField form={form} path={`${path}.title`} label={t('fields.name')} maxLength={200} isRequired />
            </div>
            <div className="sm:col-span-4">
              <TextField
                label={t('editor.link')}
                placeholder="https://"
                type="url"
                {...form.at<string>(`${path}.link`)}
                value={item.link ?? ''}
                onChange={(link) => form.set(`${path}.link`, link || undefined)}
              />
            </div>
            <div className="sm:col-span-4">
              <LocalField form={form} path={`${path}.body`} label={t('editor.body')} rows={3} maxLength={5000} />
            </div>
          </div>
        )}
      </ListEditor>
    </Card>
  )
}
