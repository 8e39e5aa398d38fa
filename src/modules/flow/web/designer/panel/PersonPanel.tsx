import type { FlowField, OnEmpty, PersonStep, Step } from '#core/flow'
import { CheckboxGroup } from '#ui/Checkbox'
import { RadioGroup } from '#ui/Radio'
import { MultiSelect, Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { allSteps } from '../edit/tree.ts'
import { titleOf } from '../say/problem.ts'
import { isSingle, type Names } from '../say/summary.ts'
import { DeadlineField } from './DeadlineField.tsx'
import { Part } from './Part.tsx'
import { QuorumField } from './QuorumField.tsx'
import { RightsTable } from './RightsTable.tsx'
import { WhoField } from './WhoField.tsx'

export type StepPanelProps<S extends Step> = {
  step: S
  steps: readonly Step[]
  fields: readonly FlowField[]
  names: Names
  isReadOnly: boolean
  onChange: (step: S, about?: string) => void
}

/** Everything about a step that people do: who, how many of them, by when, what they may. */
export function PersonPanel(props: StepPanelProps<PersonStep>) {
  const { step, fields, names, isReadOnly: isDisabled, onChange } = props
  const t = useWords('flow')
  return (
    <>
      <Part title={t('designer.parts.who')} note={t('designer.parts.whoNote')}>
        <WhoField
          value={step.who}
          names={names}
          fields={fields}
          isDisabled={isDisabled}
          onChange={(who) => onChange({ ...step, who })}
        />
      </Part>
      {!(isSingle(step.who) && step.quorum.type === 'all') && (
        <Part title={t('designer.parts.quorum')} note={t('designer.parts.quorumNote')}>
          <QuorumField
            value={step.quorum}
            isDisabled={isDisabled}
            onChange={(quorum) => onChange({ ...step, quorum })}
          />
        </Part>
      )}
      <Part title={t('designer.parts.lock')} note={t('designer.parts.lockNote')}>
        <LockFields {...props} />
      </Part>
      <Part title={t('designer.parts.deadline')} note={t('designer.parts.deadlineNote')}>
        <DeadlineField
          value={step.deadline}
          isMandatory={step.mandatory || step.gate !== undefined}
          isDisabled={isDisabled}
          onChange={(deadline) => onChange(without({ ...step, deadline }, 'deadline'))}
        />
      </Part>
      <Part title={t('designer.parts.empty')} note={t('designer.parts.emptyNote')}>
        <EmptyField {...props} />
      </Part>
      <Part title={t('designer.parts.self')} note={t('designer.parts.selfNote')}>
        <RadioGroup
          label={t('designer.parts.self')}
          hideLabel
          value={step.onSelf}
          isDisabled={isDisabled}
          options={(['superior', 'skip', 'self'] as const).map((id) => ({
            id,
            label: t(`designer.onSelf.${id}`),
            isDisabled: id === 'skip' && step.mandatory,
          }))}
          onChange={(onSelf) => onChange({ ...step, onSelf: onSelf as PersonStep['onSelf'] })}
        />
      </Part>
      <Part title={t('designer.parts.back')} note={t('designer.parts.backNote')}>
        <BackFields {...props} />
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
      <Part title={t('designer.parts.acts')} note={t('designer.parts.actsNote')}>
        <ActFields {...props} />
      </Part>
    </>
  )
}

type PersonProps = StepPanelProps<PersonStep>

/** Mandatory, its evidence, and the fields whose change voids it. */
function LockFields({ step, fields, isReadOnly: isDisabled, onChange }: PersonProps) {
  const t = useWords('flow')
  const isHard = step.mandatory || step.gate !== undefined
  return (
    <div className="flex flex-col gap-2.5">
      <Switch
        value={step.mandatory}
        isDisabled={isDisabled}
        onChange={(mandatory) => onChange(mandatory ? hardened({ ...step, mandatory }) : { ...step, mandatory })}
      >
        {t('designer.fields.mandatory')}
      </Switch>
      <TextField
        label={t('designer.fields.gate')}
        value={step.gate ?? ''}
        isDisabled={isDisabled}
        placeholder="qc"
        description={t('designer.fields.gateNote')}
        maxLength={60}
        onChange={(text) => {
          const gate = text.replaceAll(/[^A-Za-z0-9_-]/g, '').replace(/^[^A-Za-z_]+/, '')
          onChange(gate === '' ? without(step, 'gate') : hardened({ ...step, gate }), `gate ${step.id}`)
        }}
      />
      {isHard && fields.length > 0 && (
        <MultiSelect
          label={t('designer.fields.guards')}
          value={step.guards}
          isDisabled={isDisabled}
          description={t('designer.fields.guardsNote')}
          options={fields.map((field) => ({ id: field.key, label: field.name || field.key }))}
          onChange={(guards) => onChange({ ...step, guards })}
        />
      )}
    </div>
  )
}

/** What happens when nobody is found: one thing after the other, administrators at the end. */
function EmptyField({ step, fields, names, isReadOnly: isDisabled, onChange }: PersonProps) {
  const t = useWords('flow')
  const first = step.onEmpty.at(0)
  const isHard = step.mandatory || step.gate !== undefined
  const turn = (id: string): OnEmpty[] => {
    if (id === 'ask') return [{ do: 'ask', who: { kind: 'superiors', levels: 1 } }, { do: 'admin' }]
    return [{ do: id as 'refuse' | 'pass' | 'admin' }]
  }
  return (
    <div className="flex flex-col gap-2.5">
      <RadioGroup
        label={t('designer.parts.empty')}
        hideLabel
        value={first?.do ?? 'admin'}
        isDisabled={isDisabled}
        options={(['refuse', 'ask', 'admin', 'pass'] as const).map((id) => ({
          id,
          label: t(`designer.onEmpty.${id}`),
          isDisabled: id === 'pass' && isHard,
        }))}
        onChange={(id) => onChange({ ...step, onEmpty: turn(id) })}
      />
      {first?.do === 'ask' && (
        <WhoField
          label={t('designer.fields.askInstead')}
          value={first.who}
          names={names}
          fields={fields}
          isFallback
          isDisabled={isDisabled}
          onChange={(who) => onChange({ ...step, onEmpty: [{ do: 'ask', who }, ...step.onEmpty.slice(1)] })}
        />
      )}
    </div>
  )
}

/** Where a rejection leads, and whereto one may send it back. */
function BackFields({ step, steps, isReadOnly: isDisabled, onChange }: PersonProps) {
  const t = useWords('flow')
  const before = stepsBefore(steps, step.id)
  const targets = [
    { id: 'start', label: t('designer.kinds.start') },
    ...before.map((one) => ({ id: one.id, label: titleOf(steps, one.id, t) })),
  ]
  const { onReject, returns } = step
  return (
    <div className="flex flex-col gap-2.5">
      {step.kind === 'approve' && (
        <Select
          label={t('designer.fields.onReject')}
          value={onReject.to === 'end' ? '' : onReject.step}
          isDisabled={isDisabled}
          options={[
            { id: '', label: t('designer.fields.rejectEnds') },
            ...before.map((one) => ({
              id: one.id,
              label: t('designer.fields.rejectTo', { name: titleOf(steps, one.id, t) }),
            })),
          ]}
          onChange={(id) =>
            onChange({ ...step, onReject: id ? { to: 'return', step: id, back: 'again' } : { to: 'end' } })
          }
        />
      )}
      {onReject.to === 'return' && (
        <RadioGroup
          label={t('designer.fields.afterReturn')}
          value={onReject.back}
          isDisabled={isDisabled}
          options={(['again', 'straight'] as const).map((id) => ({ id, label: t(`designer.back.${id}`) }))}
          onChange={(back) => onChange({ ...step, onReject: { ...onReject, back: back as 'again' | 'straight' } })}
        />
      )}
      <Select
        label={t('designer.fields.returns')}
        value={Array.isArray(returns) ? 'these' : returns}
        isDisabled={isDisabled}
        options={['any', 'start', 'none', 'these'].map((id) => ({ id, label: t(`designer.returns.${id}`) }))}
        onChange={(id) =>
          id && onChange({ ...step, returns: id === 'these' ? ['start'] : (id as 'any' | 'start' | 'none') })
        }
      />
      {Array.isArray(returns) && (
        <MultiSelect
          label={t('designer.fields.returnTargets')}
          value={returns}
          isDisabled={isDisabled}
          options={targets}
          onChange={(ids) => onChange({ ...step, returns: ids })}
        />
      )}
    </div>
  )
}

function ActFields({ step, isReadOnly: isDisabled, onChange }: PersonProps) {
  const t = useWords('flow')
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('designer.fields.opinion')}
        value={step.opinion}
        isDisabled={isDisabled}
        options={(['optional', 'always', 'on-reject'] as const).map((id) => ({
          id,
          label: t(`designer.opinion.${id}`),
        }))}
        onChange={(opinion) => opinion && onChange({ ...step, opinion: opinion as PersonStep['opinion'] })}
      />
      <Switch value={step.signature} isDisabled={isDisabled} onChange={(signature) => onChange({ ...step, signature })}>
        {t('designer.fields.signature')}
      </Switch>
      <CheckboxGroup
        label={t('designer.fields.allows')}
        value={step.allows}
        isDisabled={isDisabled}
        options={(['add-sign', 'transfer', 'ask', 'copy'] as const).map((id) => ({
          id,
          label: t(`designer.allows.${id}`),
        }))}
        onChange={(allows) => onChange({ ...step, allows: allows as PersonStep['allows'] })}
      />
      <Select
        label={t('designer.fields.takeBack')}
        value={step.takeBack}
        isDisabled={isDisabled}
        options={(['until-done', 'until-read', 'never'] as const).map((id) => ({
          id,
          label: t(`designer.takeBack.${id}`),
        }))}
        onChange={(takeBack) => takeBack && onChange({ ...step, takeBack: takeBack as PersonStep['takeBack'] })}
      />
    </div>
  )
}

/** A step nobody may skip keeps none of the ways by which it could pass by itself. */
export function hardened(step: PersonStep): PersonStep {
  const onEmpty = step.onEmpty.filter((one) => one.do !== 'pass')
  return {
    ...step,
    onEmpty: onEmpty.length > 0 ? onEmpty : [{ do: 'refuse' }],
    onSelf: step.onSelf === 'skip' ? 'superior' : step.onSelf,
    ...(step.deadline
      ? {
          deadline: {
            ...step.deadline,
            steps: step.deadline.steps.map((one) =>
              one.do === 'auto-approve' ? { ...one, do: 'escalate' as const } : one,
            ),
          },
        }
      : {}),
  }
}

/** Steps people act at that are read before this one; the checker says which of them one may really return to. */
function stepsBefore(steps: readonly Step[], id: string): Step[] {
  const all = allSteps(steps)
  return all
    .slice(
      0,
      all.findIndex((step) => step.id === id),
    )
    .filter((step) => 'who' in step && step.kind !== 'copy')
}

function without<S extends PersonStep>(step: S, key: 'gate' | 'deadline'): S {
  const { [key]: value, ...rest } = step
  return (key === 'deadline' && value !== undefined ? step : rest) as S
}
