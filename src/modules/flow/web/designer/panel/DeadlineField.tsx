import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import type { Deadline } from '#core/flow'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { CheckboxGroup } from '#ui/Checkbox'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { useWords } from '#web/words'
import { spanText } from '../say/summary.ts'
import { SpanField } from './SpanField.tsx'

const deeds = ['remind', 'remind-leader', 'escalate', 'transfer', 'auto-approve', 'auto-reject', 'close'] as const
type Deed = (typeof deeds)[number]

type DeadlineFieldProps = {
  value: Deadline | undefined
  onChange: (deadline: Deadline | undefined) => void
  /** No passing by itself where the step is mandatory. */
  isMandatory: boolean
  isDisabled: boolean
}

/** By when, and what happens before, at and after that. */
export function DeadlineField({ value, onChange, isMandatory, isDisabled }: DeadlineFieldProps) {
  const t = useWords('flow')
  return (
    <div className="flex flex-col gap-3">
      <Switch value={value !== undefined} isDisabled={isDisabled} onChange={(has) => onChange(has ? usual : undefined)}>
        {t('designer.fields.hasLimit')}
      </Switch>
      {value && (
        <>
          <SpanField
            label={t('designer.fields.limit')}
            value={value.limit}
            isDisabled={isDisabled}
            onChange={(limit) => onChange({ ...value, limit })}
          />
          {(value.limit.unit === 'workday' || value.limit.unit === 'day') && (
            <RadioGroup
              label={t('designer.fields.roundTo')}
              look="segments"
              value={value.roundTo}
              isDisabled={isDisabled}
              options={(['shift-end', 'same-time'] as const).map((id) => ({ id, label: t(`designer.roundTo.${id}`) }))}
              onChange={(roundTo) => onChange({ ...value, roundTo: roundTo as Deadline['roundTo'] })}
            />
          )}
          <CheckboxGroup
            label={t('designer.fields.pauses')}
            value={value.pauses}
            isDisabled={isDisabled}
            options={(['add-sign-before', 'returned'] as const).map((id) => ({
              id,
              label: t(`designer.pauses.${id}`),
            }))}
            onChange={(pauses) => onChange({ ...value, pauses: pauses as Deadline['pauses'] })}
          />
          <ol className="flex flex-col gap-2">
            {value.steps.map((one, index) => (
              <li key={index} className="rounded-lg border border-line p-2.5">
                <StepRow
                  step={one}
                  isMandatory={isMandatory}
                  isDisabled={isDisabled}
                  onChange={(next) =>
                    onChange({ ...value, steps: value.steps.map((old, at) => (at === index ? next : old)) })
                  }
                  onRemove={() => onChange({ ...value, steps: value.steps.filter((_, at) => at !== index) })}
                />
              </li>
            ))}
          </ol>
          {!isDisabled && value.steps.length < 10 && (
            <Button
              size="sm"
              icon={Plus}
              onPress={() =>
                onChange({ ...value, steps: [...value.steps, { at: { amount: 1, unit: 'workday' }, do: 'escalate' }] })
              }
            >
              {t('designer.fields.addReminder')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

type StepRowProps = {
  step: Deadline['steps'][number]
  onChange: (step: Deadline['steps'][number]) => void
  onRemove: () => void
  isMandatory: boolean
  isDisabled: boolean
}

function StepRow({ step, onChange, onRemove, isMandatory, isDisabled }: StepRowProps) {
  const t = useWords('flow')
  const { at } = step
  const when = at.amount === 0 ? 'at' : at.amount < 0 ? 'before' : 'after'
  const turn = (next: string) => {
    const amount = Math.abs(at.amount) || 1
    onChange({ ...step, at: { ...at, amount: next === 'at' ? 0 : next === 'before' ? -amount : amount } })
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">
          {when === 'at' ? t('designer.when.at') : t(`designer.when.${when}Span`, { span: spanText(at, t) })}
        </span>
        {!isDisabled && <IconButton icon={Trash} size="sm" label={t('designer.deeds.remove')} onPress={onRemove} />}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={t('designer.fields.when')}
          hideLabel
          value={when}
          isDisabled={isDisabled}
          options={(['before', 'at', 'after'] as const).map((id) => ({ id, label: t(`designer.when.${id}`) }))}
          onChange={(next) => next && turn(next)}
        />
        <Select
          label={t('designer.fields.deed')}
          hideLabel
          value={step.do}
          isDisabled={isDisabled}
          options={deeds.map((id) => ({
            id,
            label: t(`designer.deadlineActs.${id}`),
            isDisabled: isMandatory && id === 'auto-approve',
          }))}
          onChange={(deed) => {
            if (!deed) return
            const { to: _to, ...rest } = step
            onChange({ ...(deed === 'transfer' || deed === 'escalate' ? step : rest), do: deed as Deed })
          }}
        />
      </div>
      {when !== 'at' && (
        <SpanField
          label={t('designer.fields.span')}
          value={at}
          isDisabled={isDisabled}
          onChange={(span) =>
            onChange({ ...step, at: { ...span, amount: when === 'before' ? -span.amount : span.amount } })
          }
        />
      )}
      {(step.do === 'transfer' || step.do === 'escalate') && (
        <PersonPicker
          label={t(`designer.fields.${step.do === 'transfer' ? 'transferTo' : 'escalateTo'}`)}
          value={step.to ?? null}
          isDisabled={isDisabled}
          placeholder={t('designer.fields.superiorOfThat')}
          onChange={(to) => {
            const { to: _to, ...rest } = step
            onChange(to ? { ...rest, to } : rest)
          }}
        />
      )}
    </div>
  )
}

const usual: Deadline = {
  limit: { amount: 1, unit: 'workday' },
  roundTo: 'shift-end',
  pauses: ['add-sign-before'],
  steps: [{ at: { amount: 0, unit: 'minute' }, do: 'remind' }],
}
