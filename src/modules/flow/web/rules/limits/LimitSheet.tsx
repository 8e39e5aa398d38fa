import { useMemo, useState } from 'react'
import { Checkbox } from '#ui/Checkbox'
import { FieldGrid, Wide } from '#ui/Field'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Limit } from '../../../contract.ts'
import { WhoField } from '../../designer/panel/WhoField.tsx'
import { useSourceNames } from '../../designer/use-names.ts'
import { useFlowParts } from '../flow-parts.ts'
import { FlowPicker } from '../FlowPicker.tsx'
import { RuleFrame } from '../RuleFrame.tsx'
import {
  faultOf,
  formFrom,
  isMoney,
  newLimit,
  numericFields,
  sentForm,
  withField,
  type LimitFault,
  type LimitForm,
} from './limit-form.ts'

type Props = { limit: Limit | null; onClose: () => void }

/** Says which number is watched, within what it must stay, and who is told when it does not. */
export function LimitSheet({ limit, onClose }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const [form, setForm] = useState<LimitForm>(() => (limit ? formFrom(limit) : newLimit))
  const [isTried, setTried] = useState(false)
  const parts = useFlowParts(form.flowId)
  const fields = numericFields(parts?.fields ?? [])
  const field = fields.find(({ key }) => key === form.field)
  const sources = useMemo(() => [form.tell], [form.tell])
  const names = useSourceNames(sources, limit?.names ?? noNames)
  const options = { done: t('rules.saved'), onDone: onClose, showsProblem: () => true }
  const create = useCommand(routes.createLimit, options)
  const change = useCommand(routes.changeLimit, options)
  const fault = isTried ? faultOf(form) : undefined
  const said = (...faults: LimitFault[]) =>
    fault && faults.includes(fault) ? t(`rules.limits.form.${fault}`) : undefined
  const set = (patch: Partial<LimitForm>) => setForm({ ...form, ...patch })
  const save = () => {
    setTried(true)
    if (faultOf(form)) return
    if (limit) change.run({ limitId: limit.id, version: limit.version, ...sentForm(form) })
    else create.run({ flowId: form.flowId ?? '', ...sentForm(form) })
  }
  const bound = (key: 'atLeast' | 'atMost', errorMessage: string | undefined) =>
    isMoney(field) ? (
      <MoneyField
        label={t(`rules.limits.form.${key}`)}
        valueFen={form[key]}
        onChangeFen={(value) => set({ [key]: value })}
        errorMessage={errorMessage}
      />
    ) : (
      <NumberField
        label={t(`rules.limits.form.${key}`)}
        value={form[key]}
        onChange={(value) => set({ [key]: value })}
        isDisabled={!field}
        unit={field?.unit && local(field.unit)}
        errorMessage={errorMessage}
      />
    )
  return (
    <RuleFrame
      title={t(limit ? 'rules.limits.form.change' : 'rules.limits.form.new')}
      problem={(create.problem ?? change.problem)?.detail}
      isRunning={create.isRunning || change.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <FieldGrid>
        <Wide>
          <FlowPicker
            label={t('rules.limits.flow')}
            isRequired
            isDisabled={limit !== null}
            value={form.flowId}
            onChange={(flowId) => setForm({ ...withField(form, null), flowId })}
            errorMessage={said('flowMissing')}
          />
        </Wide>
        <Wide>
          <Select
            label={t('rules.limits.field')}
            isRequired
            isDisabled={!parts}
            value={form.field}
            placeholder={t(parts && fields.length === 0 ? 'rules.limits.form.fieldNone' : 'rules.limits.form.choose')}
            options={fields.map(({ key, label }) => ({ id: key, label: local(label) }))}
            onChange={(key) => setForm(withField(form, key))}
            errorMessage={said('fieldMissing')}
          />
        </Wide>
        {bound('atLeast', said('boundMissing', 'boundsBackwards'))}
        {bound('atMost', undefined)}
      </FieldGrid>
      <div>
        <WhoField
          label={t('rules.limits.tell')}
          value={form.tell}
          names={names}
          fields={[]}
          without={unknown}
          onChange={(tell) => set({ tell })}
        />
        {fault === 'tellMissing' && (
          <p role="alert" className="mt-1 text-sm text-red-text">
            {t('rules.limits.form.tellMissing')}
          </p>
        )}
      </div>
      <Checkbox value={form.isOn} description={t('rules.limits.form.isOnNote')} onChange={(isOn) => set({ isOn })}>
        {t('rules.limits.form.isOn')}
      </Checkbox>
    </RuleFrame>
  )
}

const noNames = {}
/** Who is told is found in the organisation, not in the form. */
const unknown = ['field', 'chosen', 'rule'] as const
