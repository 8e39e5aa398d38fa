import type { TargetRule } from '#core/indicator'
import { PersonPicker } from '#screens/organisation'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'
import type { DraftIndicator, EditorForm } from './editor-form.ts'
import { ListEditor } from './ListEditor.tsx'

const kinds = ['fixed', 'factors', 'values', 'last-year'] as const
const fixed: TargetRule = { kind: 'fixed' }

/** How the target follows the year, what single holders aim at, the limits of the colours, and who owns the indicator. */
export function AimFields({ form, path, item }: { form: EditorForm; path: string; item: DraftIndicator }) {
  const t = useWords('responsibilities')
  const rule = item.targetRule ?? fixed
  const limits = item.thresholds ?? { amberPermille: 800, greenPermille: 1000 }
  const limit = (key: keyof typeof limits) => (
    <NumberField
      label={t(`editor.${key}`)}
      unit="%"
      minValue={0}
      maxValue={100}
      value={limits[key] / 10}
      onChange={(value) => form.set(`${path}.thresholds`, { ...limits, [key]: Math.round((value ?? 0) * 10) })}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-4">
        <Select
          label={t('fields.targetRule')}
          options={kinds.map((id) => ({ id, label: t(`targetRule.${id}`) }))}
          value={rule.kind}
          onChange={(next) =>
            form.set(
              `${path}.targetRule`,
              ruleOf(
                kinds.find((one) => one === next),
                item,
              ),
            )
          }
        />
        {rule.kind === 'last-year' && (
          <NumberField
            label={t('editor.change')}
            unit="%"
            value={rule.changePermille / 10}
            onChange={(value) =>
              form.set(`${path}.targetRule`, { ...rule, changePermille: Math.round((value ?? 0) * 10) })
            }
          />
        )}
        {limit('greenPermille')}
        {limit('amberPermille')}
      </div>
      {(rule.kind === 'factors' || rule.kind === 'values') && <Months form={form} path={path} rule={rule} />}
      <ListEditor
        form={form}
        path={`${path}.holderTargets`}
        items={item.holderTargets ?? []}
        fresh={{ kind: 'person', id: '', target: item.target }}
        addLabel={t('editor.addHolderTarget')}
      >
        {(holder, at) => (
          <div className="grid gap-2 sm:grid-cols-2">
            <PersonPicker
              label={t('fields.person')}
              hideLabel
              value={holder.id || null}
              onChange={(id) => form.set(`${at}.id`, id ?? '')}
            />
            <NumberField
              label={t('fields.target')}
              hideLabel
              value={Math.round(holder.target * scaleOf(item) * 1e6) / 1e6}
              onChange={(value) => form.set(`${at}.target`, (value ?? 0) / scaleOf(item))}
            />
          </div>
        )}
      </ListEditor>
      <PersonPicker
        label={t('fields.owner')}
        value={item.owner?.kind === 'person' ? item.owner.id : null}
        onChange={(id) => form.set(`${path}.owner`, id ? { kind: 'person', id } : null)}
      />
    </div>
  )
}

type Monthly = Extract<TargetRule, { months: number[] }>

function Months({ form, path, rule }: { form: EditorForm; path: string; rule: Monthly }) {
  const t = useWords('responsibilities')
  return (
    <div className="grid grid-cols-3 gap-2 sm:grid-cols-6">
      {rule.months.map((value, month) => (
        <NumberField
          key={monthName(month)}
          label={t('editor.month', { month: month + 1 })}
          value={value}
          onChange={(next) =>
            form.set(`${path}.targetRule`, {
              ...rule,
              months: rule.months.map((one, at) => (at === month ? (next ?? 0) : one)),
            })
          }
        />
      ))}
    </div>
  )
}

function monthName(month: number): string {
  return `month-${month}`
}

function ruleOf(kind: TargetRule['kind'] | undefined, item: DraftIndicator): TargetRule {
  if (kind === 'last-year') return { kind, changePermille: 0 }
  if (kind === 'factors') return { kind, months: Array.from({ length: 12 }, () => 1) }
  if (kind === 'values') return { kind, months: Array.from({ length: 12 }, () => item.target) }
  return fixed
}

function scaleOf({ unit }: DraftIndicator): number {
  return unit === '%' ? 100 : 1
}
