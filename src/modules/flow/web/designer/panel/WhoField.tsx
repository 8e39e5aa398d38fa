import { useState } from 'react'
import { PersonPicker, PositionPicker, UnitPicker } from '#screens/organisation'
import type { FlowField, Source } from '#core/flow'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { Names } from '../say/summary.ts'
import { ResponsibilityPicker, RolePicker, RulePicker } from './pickers.tsx'

const kinds = [
  'superiors',
  'unit-head',
  'position',
  'responsibility',
  'rule',
  'role',
  'people',
  'field',
  'unit-members',
  'chosen',
  'initiator',
] as const

type WhoFieldProps = {
  value: Source
  onChange: (who: Source) => void
  names: Names
  fields: readonly FlowField[]
  /** Without "chosen by the initiator" and "the initiator": where nobody was found there is nobody to choose. */
  isFallback?: boolean
  /** Kinds that cannot be asked where this is used. */
  without?: readonly Source['kind'][]
  label?: string
  isDisabled?: boolean
}

/**
 * Where the people of a step come from. A kind that needs something named takes effect when it is named: until then the
 * step keeps the people it had.
 */
export function WhoField(props: WhoFieldProps) {
  const { value, onChange, names, fields, isFallback, without, label, isDisabled = false } = props
  const t = useWords('flow')
  const [wanted, setWanted] = useState<Source['kind']>(value.kind)
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    setWanted(value.kind)
  }
  const turnTo = (kind: Source['kind']) => {
    setWanted(kind)
    const whole = withoutName(kind)
    if (whole) onChange(whole)
  }
  const shown = kinds
    .filter((kind) => !isFallback || (kind !== 'chosen' && kind !== 'initiator'))
    .filter((kind) => !without?.includes(kind))
  return (
    <div className="flex flex-col gap-2.5">
      <Select
        label={label ?? t('designer.fields.who')}
        hideLabel={!label}
        value={wanted}
        isDisabled={isDisabled}
        description={t(`designer.whoNotes.${wanted}`)}
        options={shown.map((id) => ({ id, label: t(`designer.whoKinds.${id}`) }))}
        onChange={(kind) => kind && turnTo(kind as Source['kind'])}
      />
      <Named kind={wanted} value={value} onChange={onChange} names={names} fields={fields} isDisabled={isDisabled} />
    </div>
  )
}

type NamedProps = {
  kind: Source['kind']
  value: Source
  onChange: (who: Source) => void
  names: Names
  fields: readonly FlowField[]
  isDisabled: boolean
}

function Named({ kind, value, onChange, names, fields, isDisabled }: NamedProps) {
  const t = useWords('flow')
  switch (kind) {
    case 'people':
      return <PeopleField people={value.kind === 'people' ? value.people : []} {...{ onChange, names, isDisabled }} />
    case 'role':
      return (
        <RolePicker
          label={t('designer.fields.role')}
          value={value.kind === 'role' ? value.role : null}
          isDisabled={isDisabled}
          onChange={(role) => role && onChange({ kind, role })}
        />
      )
    case 'position':
      return (
        <PositionPicker
          label={t('designer.fields.position')}
          value={value.kind === 'position' ? value.position : null}
          isDisabled={isDisabled}
          onChange={(position) => position && onChange({ kind, position })}
        />
      )
    case 'unit-members':
      return (
        <UnitPicker
          label={t('designer.fields.unitName')}
          value={value.kind === 'unit-members' ? value.unit : null}
          isDisabled={isDisabled}
          onChange={(unit) => unit && onChange({ kind, unit })}
        />
      )
    case 'unit-head':
      return (
        <UnitPicker
          label={t('designer.fields.unitOrOwn')}
          value={value.kind === 'unit-head' ? (value.unit ?? null) : null}
          isDisabled={isDisabled}
          placeholder={t('designer.fields.ownUnit')}
          onChange={(unit) => onChange(unit ? { kind, unit } : { kind })}
        />
      )
    case 'superiors':
      return <LevelsField value={value} onChange={onChange} isDisabled={isDisabled} />
    case 'field':
      return (
        <Select
          label={t('designer.fields.personField')}
          value={value.kind === 'field' ? value.field : null}
          isDisabled={isDisabled}
          placeholder={t('designer.fields.personFieldNone')}
          options={fields
            .filter((field) => field.kind === 'person')
            .map((field) => ({ id: field.key, label: field.name || field.key }))}
          onChange={(field) => field && onChange({ kind, field })}
        />
      )
    case 'responsibility':
      return <DutyField value={value} onChange={onChange} isDisabled={isDisabled} />
    case 'rule':
      return (
        <RulePicker
          label={t('designer.fields.rule')}
          value={value.kind === 'rule' ? value.rule : null}
          isDisabled={isDisabled}
          onChange={(rule) => rule && onChange({ kind, rule })}
        />
      )
    default:
      return null
  }
}

function LevelsField({ value, onChange, isDisabled }: Pick<NamedProps, 'value' | 'onChange' | 'isDisabled'>) {
  const t = useWords('flow')
  const levels = value.kind === 'superiors' ? value.levels : 1
  return (
    <div className="flex flex-col gap-2">
      <Switch
        value={levels === undefined}
        isDisabled={isDisabled}
        onChange={(isAll) => onChange(isAll ? { kind: 'superiors' } : { kind: 'superiors', levels: 1 })}
      >
        {t('designer.fields.upToTop')}
      </Switch>
      {levels !== undefined && (
        <NumberField
          label={t('designer.fields.levels')}
          value={levels}
          minValue={1}
          maxValue={20}
          hasSteppers
          isDisabled={isDisabled}
          onChange={(count) => onChange({ kind: 'superiors', levels: count ?? 1 })}
        />
      )}
    </div>
  )
}

function DutyField({ value, onChange, isDisabled }: Pick<NamedProps, 'value' | 'onChange' | 'isDisabled'>) {
  const t = useWords('flow')
  const duty = value.kind === 'responsibility' ? value.responsibility : null
  const [raci, setRaci] = useState<'accountable' | 'responsible'>(
    value.kind === 'responsibility' ? value.raci : 'accountable',
  )
  return (
    <div className="flex flex-col gap-2">
      <ResponsibilityPicker
        label={t('designer.fields.responsibility')}
        value={duty}
        isDisabled={isDisabled}
        onChange={(responsibility) => responsibility && onChange({ kind: 'responsibility', responsibility, raci })}
      />
      <RadioGroup
        label={t('designer.fields.raci')}
        hideLabel
        look="segments"
        value={raci}
        isDisabled={isDisabled}
        options={(['accountable', 'responsible'] as const).map((id) => ({ id, label: t(`designer.raci.${id}`) }))}
        onChange={(next) => {
          setRaci(next as typeof raci)
          if (duty) onChange({ kind: 'responsibility', responsibility: duty, raci: next as typeof raci })
        }}
      />
    </div>
  )
}

type PeopleFieldProps = {
  people: readonly string[]
  onChange: (who: Source) => void
  names: Names
  isDisabled: boolean
}

function PeopleField({ people, onChange, names, isDisabled }: PeopleFieldProps) {
  const t = useWords('flow')
  const [count, setCount] = useState(0)
  return (
    <div className="flex flex-col gap-2">
      {people.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {people.map((id) => (
            <Tag
              key={id}
              tone="blue"
              {...(people.length > 1 && !isDisabled
                ? { onRemove: () => onChange({ kind: 'people', people: people.filter((one) => one !== id) }) }
                : {})}
            >
              {names.person(id)}
            </Tag>
          ))}
        </div>
      )}
      {!isDisabled && (
        <PersonPicker
          key={count}
          label={t(people.length === 0 ? 'designer.fields.person' : 'designer.fields.anotherPerson')}
          value={null}
          onChange={(id) => {
            if (!id) return
            setCount(count + 1)
            onChange({ kind: 'people', people: [...new Set([...people, id])] })
          }}
        />
      )}
    </div>
  )
}

function withoutName(kind: Source['kind']): Source | undefined {
  if (kind === 'initiator' || kind === 'chosen' || kind === 'unit-head') return { kind }
  return kind === 'superiors' ? { kind, levels: 1 } : undefined
}
