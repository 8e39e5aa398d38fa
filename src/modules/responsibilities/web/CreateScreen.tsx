import { Checkbox } from '#ui/Checkbox'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { TreeSelect } from '#ui/TreeSelect'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { Page } from '#web/page'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, workKinds, type WorkKind } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Editor } from './editor/Editor.tsx'
import { useUnitTree } from './use-places.ts'

/** A responsibility that was not there before. */
export default function CreateScreen() {
  const t = useWords('responsibilities')
  const go = useGo()
  const today = useSession().tenant?.today ?? ''
  const nodes = useUnitTree('')
  const form = useRouteForm(routes.createResponsibility, {
    start: {
      name: {},
      unitId: null,
      from: today,
      activities: [],
      inputs: [],
      outputs: [],
      capabilities: [],
      processRules: [],
      knowledge: [],
      indicators: [],
      duties: [],
      kind: 'business',
      isDraft: false,
    },
    fieldOf: { 'responsibilities.code-taken': 'code' },
    done: t('editor.created'),
    onDone: ({ responsibilityId }) => go(hrefTo(manifest, 'responsibility', { responsibilityId })),
  })
  const isDraft = form.values.isDraft ?? false
  return (
    <Page title={t('editor.newTitle')} backHref={hrefTo(manifest, 'responsibilities')}>
      <Editor
        form={form}
        saveLabel={t('editor.create')}
        onCancel={() => go(hrefTo(manifest, 'responsibilities'))}
        place={
          <>
            <TreeSelect
              label={t('fields.unit')}
              nodes={nodes}
              placeholder={t('fields.wholeFirm')}
              {...form.field('unitId')}
            />
            <TextField label={t('fields.code')} {...form.field('code')} value={form.values.code ?? ''} />
            <Select
              label={t('fields.kind')}
              options={workKinds.map((id) => ({ id, label: t(`workKind.${id}`) }))}
              {...form.field('kind')}
              onChange={(kind) => form.set('kind', (kind ?? 'business') as WorkKind)}
            />
            <Checkbox value={isDraft} onChange={(isChecked) => form.set('isDraft', isChecked)}>
              {t('editor.asDraft')}
            </Checkbox>
            {!isDraft && (
              <DateField
                label={t('editor.from')}
                {...form.field('from')}
                onChange={(from) => form.set('from', from ?? today)}
              />
            )}
          </>
        }
      />
    </Page>
  )
}
