import { periodKinds } from '#core/calendar'
import { Card } from '#ui/Card'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { weightsFit, weightTotal } from '../../rules.ts'
import { WeightBar } from '../parts/WeightBar.tsx'
import { AimFields } from './AimFields.tsx'
import type { Draft, DraftIndicator, EditorForm } from './editor-form.ts'
import { LocalTargetsField } from './LocalTargetsField.tsx'
import { ListEditor } from './ListEditor.tsx'
import { LocalField } from './LocalField.tsx'
import { MeasureFields } from './MeasureFields.tsx'

const fresh: DraftIndicator = {
  name: {},
  unit: '',
  direction: 'up',
  target: 0,
  weightPermille: 0,
  period: 'month',
  measure: { kind: 'figure', figure: { take: 'count', fact: '', where: [] } },
}

/** Indicators with targets and weights; what the weights add up to is told while typing. */
export function IndicatorsPart({ form }: { form: EditorForm }) {
  const t = useWords('responsibilities')
  const items = form.values.indicators ?? []
  return (
    <Card title={t('editor.measureSection')} actions={<WeightSum items={items} parts={form.values.parts ?? []} />}>
      {items.length > 0 && (
        <div className="mb-3">
          <WeightBar indicators={items} />
        </div>
      )}
      <ListEditor
        form={form}
        path="indicators"
        items={items}
        fresh={fresh}
        addLabel={t('editor.addIndicator')}
        isFramed
      >
        {(item, path) => (
          <div className="flex flex-col gap-3">
            <div className="grid gap-3 sm:grid-cols-6">
              <div className="sm:col-span-4">
                <LocalField form={form} path={`${path}.name`} label={t('fields.name')} maxLength={100} isRequired />
              </div>
              <div className="sm:col-span-2">
                <NumberField
                  label={t('fields.weight')}
                  unit="%"
                  minValue={0}
                  maxValue={100}
                  value={item.weightPermille / 10}
                  onChange={(value) => form.set(`${path}.weightPermille`, Math.round((value ?? 0) * 10))}
                />
              </div>
              <div className="sm:col-span-2">
                <Select
                  label={t('fields.direction')}
                  options={(['up', 'down'] as const).map((id) => ({ id, label: t(`direction.${id}`) }))}
                  {...form.at<string>(`${path}.direction`)}
                  onChange={(value) => form.set(`${path}.direction`, value ?? 'up')}
                />
              </div>
              <TargetField form={form} path={path} item={item} />
              <TextField
                label={t('fields.indicatorUnit')}
                maxLength={20}
                {...form.at<string>(`${path}.unit`)}
                value={item.unit ?? ''}
              />
              <div className="sm:col-span-2">
                <Select
                  label={t('fields.period')}
                  options={periodKinds.map((id) => ({ id, label: t(`period.${id}`) }))}
                  {...form.at<string>(`${path}.period`)}
                  onChange={(value) => form.set(`${path}.period`, value ?? 'month')}
                />
              </div>
            </div>
            <LocalTargetsField form={form} path={path} item={item} />
            <details className="min-w-0">
              <summary className="cursor-pointer text-label font-medium">{t('editor.aims')}</summary>
              <div className="mt-2">
                <AimFields form={form} path={path} item={item} />
              </div>
            </details>
            <MeasureFields form={form} path={`${path}.measure`} measure={item.measure} />
          </div>
        )}
      </ListEditor>
    </Card>
  )
}

/** A share is typed in percent and kept as a fraction. */
function TargetField({ form, path, item }: { form: EditorForm; path: string; item: DraftIndicator }) {
  const t = useWords('responsibilities')
  const scale = item.unit === '%' ? 100 : 1
  const { errorMessage } = form.at<number>(`${path}.target`)
  return (
    <NumberField
      label={t('fields.target')}
      value={Math.round(item.target * scale * 1e6) / 1e6}
      onChange={(value) => form.set(`${path}.target`, (value ?? 0) / scale)}
      {...(item.unit === '%' ? { unit: '%' } : {})}
      {...(errorMessage ? { errorMessage } : {})}
    />
  )
}

function WeightSum({ items, parts }: { items: readonly DraftIndicator[]; parts: NonNullable<Draft['parts']> }) {
  const t = useWords('responsibilities')
  const format = useFormat()
  const weighed = parts.map(({ mode, weightPermille = 0 }) => ({ mode, weightPermille }))
  if (weightsFit(items, weighed) && items.length === 0) return null
  const total = weightTotal(items, weighed)
  const rest = format.number(Math.abs(1000 - total) / 10)
  return (
    <output className={`text-sm font-medium ${total === 1000 ? 'text-green-text' : 'text-amber-text'}`}>
      {total === 1000
        ? t('editor.weightRight')
        : `${t('editor.weightSum', { total: format.number(total / 10) })} · ${t(total < 1000 ? 'editor.weightMissing' : 'editor.weightOver', { rest })}`}
    </output>
  )
}
