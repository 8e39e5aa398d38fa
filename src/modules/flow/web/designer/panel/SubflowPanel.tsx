import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import type { Step } from '#core/flow'
import { Button } from '#ui/Button'
import { ComboBox } from '#ui/ComboBox'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Switch } from '#ui/Switch'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { flowFieldsOf } from '#core/form'
import { routes } from '../../../contract.ts'
import { readWork } from '../work.ts'
import { Part } from './Part.tsx'
import type { StepPanelProps } from './PersonPanel.tsx'

/** Which flow is started, what it is told, and whether this one waits for it. */
export function SubflowPanel({
  step,
  fields,
  isReadOnly: isDisabled,
  onChange,
}: StepPanelProps<Extract<Step, { kind: 'subflow' }>>) {
  const t = useWords('flow')
  const local = useLocal()
  const flows = useRead(routes.listFlows, {})
  const target = flows.data?.rows.find((row) => row.key === step.flow)
  const detail = useRead(routes.readFlow, { flowId: target?.id ?? '' }, { when: target !== undefined })
  const read = detail.data && readWork(detail.data.draft)
  const theirs = read && 'work' in read ? flowFieldsOf(read.work.form) : []
  const pairs = Object.entries(step.map)
  const next = theirs.find((field) => !Object.hasOwn(step.map, field.key))
  const optionOf = (field: { key: string; name: string }) => ({ id: field.key, label: field.name || field.key })
  return (
    <>
      <Part title={t('designer.parts.subflow')} note={t('designer.parts.subflowNote')}>
        <ComboBox
          label={t('designer.fields.flow')}
          value={target ? step.flow : null}
          isDisabled={isDisabled}
          options={(flows.data?.rows ?? []).map((row) => ({ id: row.key, label: local(row.name), note: row.category }))}
          onChange={(flow) => flow && onChange({ ...step, flow, map: {} })}
        />
        <RadioGroup
          label={t('designer.fields.mode')}
          value={step.mode}
          isDisabled={isDisabled}
          options={(['wait', 'detach'] as const).map((id) => ({ id, label: t(`designer.subflowMode.${id}`) }))}
          onChange={(mode) =>
            onChange({ ...step, mode: mode as 'wait' | 'detach', mandatory: step.mandatory && mode === 'wait' })
          }
        />
        <Switch
          value={step.mandatory}
          isDisabled={isDisabled || step.mode === 'detach'}
          onChange={(mandatory) => onChange({ ...step, mandatory })}
        >
          {t('designer.fields.mustBeApproved')}
        </Switch>
        <RadioGroup
          label={t('designer.fields.onCancel')}
          value={step.onCancel}
          isDisabled={isDisabled}
          options={(['cascade', 'detach'] as const).map((id) => ({ id, label: t(`designer.onCancel.${id}`) }))}
          onChange={(onCancel) => onChange({ ...step, onCancel: onCancel as 'cascade' | 'detach' })}
        />
      </Part>
      <Part title={t('designer.parts.map')} note={t('designer.parts.mapNote')}>
        {pairs.map(([to, from]) => (
          <div key={to} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
            <Select
              label={t('designer.fields.theirField')}
              value={to}
              isDisabled
              options={[theirs.find((field) => field.key === to) ?? { key: to, name: to }].map(optionOf)}
            />
            <Select
              label={t('designer.fields.ourField')}
              value={from}
              isDisabled={isDisabled}
              options={fields.map(optionOf)}
              onChange={(key) => key && onChange({ ...step, map: { ...step.map, [to]: key } })}
            />
            <IconButton
              icon={Trash}
              label={t('designer.deeds.remove')}
              isDisabled={isDisabled}
              onPress={() => onChange({ ...step, map: Object.fromEntries(pairs.filter(([key]) => key !== to)) })}
            />
          </div>
        ))}
        {!isDisabled && next && fields[0] && (
          <Button
            size="sm"
            icon={Plus}
            onPress={() => {
              const same = fields.find((field) => field.key === next.key) ?? fields[0]
              if (same) onChange({ ...step, map: { ...step.map, [next.key]: same.key } })
            }}
          >
            {t('designer.fields.addPair')}
          </Button>
        )}
      </Part>
    </>
  )
}
