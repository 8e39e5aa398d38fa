import { UnitPicker } from '#screens/organisation'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import type { Draft, EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'

type Part = NonNullable<Draft['parts']>[number]

/** Targets of a part that are others here, everywhere or for one unit. */
export function PartTargets({ form, at, part }: { form: EditorForm; at: number; part: Part }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const read = useRead(routes.readResponsibility, { responsibilityId: part.responsibilityId })
  const indicators = read.data?.version?.indicators ?? []
  const [first] = indicators
  if (!first) return null
  return (
    <ListEditor
      form={form}
      path={`parts.${at}.targets`}
      items={part.targets ?? []}
      fresh={{ key: first.key, unitId: null, target: first.target }}
      addLabel={t('editor.addLocalTarget')}
    >
      {(item, path) => {
        const scale = indicators.find((one) => one.key === item.key)?.unit === '%' ? 100 : 1
        return (
          <div className="grid gap-2 sm:grid-cols-3">
            <Select
              label={t('fields.indicators')}
              hideLabel
              options={indicators.map((one) => ({ id: one.key, label: local(one.name) }))}
              value={item.key}
              onChange={(key) => form.set(`${path}.key`, key ?? first.key)}
            />
            <UnitPicker
              label={t('fields.unit')}
              hideLabel
              placeholder={t('editor.everywhere')}
              value={item.unitId}
              onChange={(unitId) => form.set(`${path}.unitId`, unitId)}
            />
            <NumberField
              label={t('fields.target')}
              hideLabel
              value={Math.round(item.target * scale * 1e6) / 1e6}
              onChange={(value) => form.set(`${path}.target`, (value ?? 0) / scale)}
              {...(scale === 100 ? { unit: '%' } : {})}
            />
          </div>
        )
      }}
    </ListEditor>
  )
}
