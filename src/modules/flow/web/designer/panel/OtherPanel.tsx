import type { FormField } from '#core/form'
import type { Step } from '#core/flow'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { ConditionEditor } from '../../form/ConditionEditor.tsx'
import { CommandFields } from './CommandFields.tsx'
import { Part } from './Part.tsx'
import type { StepPanelProps } from './PersonPanel.tsx'
import { RightsTable } from './RightsTable.tsx'
import { SpanField } from './SpanField.tsx'
import { SubflowPanel } from './SubflowPanel.tsx'
import { WhoField } from './WhoField.tsx'

type OtherPanelProps = StepPanelProps<Step> & { formFields: readonly FormField[] }

/** The settings of steps nobody acts at, and of blocks. */
export function OtherPanel(props: OtherPanelProps) {
  const { step, fields, formFields, names, isReadOnly: isDisabled, onChange } = props
  const t = useWords('flow')
  switch (step.kind) {
    case 'copy':
      return (
        <>
          <Part title={t('designer.parts.copyWho')} note={t('designer.parts.copyNote')}>
            <WhoField
              value={step.who}
              names={names}
              fields={fields}
              isDisabled={isDisabled}
              onChange={(who) => onChange({ ...step, who })}
            />
          </Part>
          <Part title={t('designer.parts.rights')} note={t('designer.parts.rightsNote')}>
            <RightsTable
              fields={fields}
              value={step.fields}
              otherwise="read"
              isDisabled={isDisabled}
              onChange={(rights) => onChange({ ...step, fields: rights })}
            />
          </Part>
        </>
      )
    case 'auto':
      return (
        <Part title={t('designer.parts.auto')} note={t('designer.parts.autoNote')}>
          <CommandFields step={step} fields={fields} isDisabled={isDisabled ?? false} onChange={onChange} />
        </Part>
      )
    case 'delay':
      return (
        <Part title={t('designer.parts.delay')} note={t('designer.parts.delayNote')}>
          <SpanField
            label={t('designer.fields.span')}
            value={step.span}
            isDisabled={isDisabled}
            onChange={(span) => onChange({ ...step, span })}
          />
        </Part>
      )
    case 'wait':
      return (
        <Part title={t('designer.parts.wait')} note={t('designer.parts.waitNote')}>
          <TextField
            label={t('designer.fields.signal')}
            value={step.signal}
            isDisabled={isDisabled}
            maxLength={100}
            onChange={(signal) => signal && onChange({ ...step, signal }, `signal ${step.id}`)}
          />
        </Part>
      )
    case 'gate':
      return (
        <Part title={t('designer.parts.gate')} note={t('designer.parts.gateNote')}>
          <TextField
            label={t('designer.fields.gateName')}
            value={step.gate}
            isDisabled={isDisabled}
            maxLength={60}
            onChange={(text) => {
              const gate = text.replaceAll(/[^A-Za-z0-9_-]/g, '').replace(/^[^A-Za-z_]+/, '')
              if (gate) onChange({ ...step, gate }, `gate ${step.id}`)
            }}
          />
        </Part>
      )
    case 'subflow':
      return <SubflowPanel {...props} step={step} />
    case 'end':
      return (
        <Part title={t('designer.parts.end')} note={t('designer.parts.endNote')}>
          <RadioGroup
            label={t('designer.parts.end')}
            hideLabel
            value={step.outcome}
            isDisabled={isDisabled}
            options={(['approved', 'rejected', 'cancelled'] as const).map((id) => ({
              id,
              label: t(`designer.outcomes.${id}`),
            }))}
            onChange={(outcome) => onChange({ ...step, outcome: outcome as typeof step.outcome })}
          />
        </Part>
      )
    case 'race':
      return (
        <Part title={t('designer.parts.race')} note={t('designer.kindNotes.race')}>
          <RadioGroup
            label={t('designer.parts.race')}
            hideLabel
            value={step.by}
            isDisabled={isDisabled}
            options={(['finish', 'start'] as const).map((id) => ({ id, label: t(`designer.raceBy.${id}`) }))}
            onChange={(by) => onChange({ ...step, by: by as 'start' | 'finish' })}
          />
        </Part>
      )
    case 'loop':
      return (
        <Part title={t('designer.parts.loop')} note={t('designer.parts.loopNote')}>
          {isDisabled ? null : (
            <ConditionEditor
              label={t('designer.parts.loop')}
              fields={formFields}
              value={step.until}
              onChange={(until) => onChange({ ...step, until: until ?? { all: [] } }, `until ${step.id}`)}
            />
          )}
          <NumberField
            label={t('designer.fields.rounds')}
            value={step.limit}
            minValue={1}
            maxValue={50}
            hasSteppers
            isDisabled={isDisabled}
            onChange={(limit) => onChange({ ...step, limit: limit ?? 1 })}
          />
        </Part>
      )
    default:
      return (
        <Part title={t(`designer.kinds.${step.kind}`)}>
          <p className="text-muted">{t(`designer.kindNotes.${step.kind}`)}</p>
        </Part>
      )
  }
}
