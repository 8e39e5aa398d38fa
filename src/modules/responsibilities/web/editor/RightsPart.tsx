import { Card } from '#ui/Card'
import { MultiSelect } from '#ui/Select'
import { useRead } from '#web/query'
import { sayIn, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { rightName } from '../parts/Rights.tsx'
import type { EditorForm } from './editor-form.ts'

/** The permissions that whoever carries it needs. */
export function RightsPart({ form }: { form: EditorForm }) {
  const t = useWords('responsibilities')
  const rights = useRead(routes.listRights, {}).data ?? []
  const options = rights.flatMap(({ module, permissions }) =>
    permissions.map((id) => ({ id, label: rightName(id), group: sayIn(module)('title') })),
  )
  return (
    <Card title={t('fields.rights')} description={t('editor.rightsHint')}>
      <MultiSelect
        label={t('fields.rights')}
        hideLabel
        options={options}
        value={form.values.rights ?? []}
        onChange={(next) => form.set('rights', next)}
      />
    </Card>
  )
}
