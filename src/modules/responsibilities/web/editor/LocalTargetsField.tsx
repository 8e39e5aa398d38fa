import { UnitPicker } from '#screens/organisation'
import { NumberField } from '#ui/NumberField'
import { useWords } from '#web/words'
import type { DraftIndicator, EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'

/** The target for a unit and all below it, where it is another. */
export function LocalTargetsField({ form, path, item }: { form: EditorForm; path: string; item: DraftIndicator }) {
  const t = useWords('responsibilities')
  const scale = item.unit === '%' ? 100 : 1
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-label font-medium">{t('fields.localTargets')}</legend>
      <ListEditor
        form={form}
        path={`${path}.localTargets`}
        items={item.localTargets ?? []}
        fresh={{ unitId: '', target: item.target }}
        addLabel={t('editor.addLocalTarget')}
      >
        {(local, at) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <UnitPicker
              label={t('fields.unit')}
              hideLabel
              value={local.unitId || null}
              onChange={(unitId) => form.set(`${at}.unitId`, unitId ?? '')}
            />
            <NumberField
              label={t('fields.target')}
              hideLabel
              value={Math.round(local.target * scale * 1e6) / 1e6}
              onChange={(value) => form.set(`${at}.target`, (value ?? 0) / scale)}
              {...(scale === 100 ? { unit: '%' } : {})}
            />
          </div>
        )}
      </ListEditor>
    </fieldset>
  )
}
