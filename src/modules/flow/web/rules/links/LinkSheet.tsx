import { useState } from 'react'
import { FieldGrid, Wide } from '#ui/Field'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type FlowLink, type OutcomeName } from '../../../contract.ts'
import { useFlowParts } from '../flow-parts.ts'
import { FlowPicker } from '../FlowPicker.tsx'
import { RuleFrame } from '../RuleFrame.tsx'
import { DeadlineFields } from './DeadlineFields.tsx'
import { faultOf, formFrom, newLink, sentForm, withFlow, withTarget, type LinkForm } from './link-form.ts'
import { MapRows } from './MapRows.tsx'
import { OwnerFields } from './OwnerFields.tsx'

type Props = { link: FlowLink | null; onClose: () => void }
const outcomes = ['approved', 'rejected', 'withdrawn', 'cancelled'] as const
const none = '-'

/** Says which flow begins which, with what, for whom and until when. */
export function LinkSheet({ link, onClose }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const [form, setForm] = useState<LinkForm>(() => (link ? formFrom(link) : newLink))
  const [isTried, setTried] = useState(false)
  const [source, target] = [useFlowParts(form.flowId), useFlowParts(form.targetId)]
  const options = { done: t('rules.saved'), onDone: onClose, showsProblem: () => true }
  const create = useCommand(routes.createLink, options)
  const change = useCommand(routes.changeLink, options)
  const fault = isTried ? faultOf(form) : undefined
  const said = (...faults: (typeof fault)[]) =>
    fault && faults.includes(fault) ? t(`rules.links.form.${fault}`) : undefined
  const set = (patch: Partial<LinkForm>) => setForm({ ...form, ...patch })
  const save = () => {
    setTried(true)
    if (faultOf(form)) return
    const sent = sentForm(form, target?.fields)
    if (link) change.run({ linkId: link.id, version: link.version, ...sent })
    else create.run({ flowId: form.flowId ?? '', ...sent })
  }
  return (
    <RuleFrame
      title={t(link ? 'rules.links.form.change' : 'rules.links.form.add')}
      problem={(create.problem ?? change.problem)?.detail}
      isRunning={create.isRunning || change.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <FieldGrid>
        <Wide>
          <FlowPicker
            label={t('rules.links.form.flow')}
            isRequired
            isDisabled={link !== null}
            value={form.flowId}
            onChange={(flowId) => setForm(withFlow(form, flowId))}
            errorMessage={said('flowMissing')}
          />
        </Wide>
        <RadioGroup
          label={t('rules.links.form.on')}
          look="segments"
          value={form.on}
          options={(['ended', 'gate', 'revoked'] as const).map((id) => ({
            id,
            label: t(`rules.links.form.ons.${id}`),
          }))}
          onChange={(on) => set({ on: on === 'gate' || on === 'revoked' ? on : 'ended' })}
        />
        {form.on === 'ended' ? (
          <Select
            label={t('rules.links.form.outcome')}
            value={form.outcome ?? none}
            options={[
              { id: none, label: t('rules.links.form.outcomes.any') },
              ...outcomes.map((id) => ({ id, label: t(`rules.links.form.outcomes.${id}`) })),
            ]}
            onChange={(id) => set({ outcome: id === none ? null : (id as OutcomeName) })}
          />
        ) : form.on === 'revoked' ? (
          <p className="text-sm text-muted">{t('rules.links.form.revokedNote')}</p>
        ) : (
          <Select
            label={t('rules.links.form.gate')}
            isRequired
            value={form.gate}
            description={t('rules.links.form.gateNote')}
            placeholder={t(
              source && source.gates.length === 0 ? 'rules.links.form.gateNone' : 'rules.links.form.choose',
            )}
            options={[...new Set([...(source?.gates ?? []), ...(form.gate ? [form.gate] : [])])].map((id) => ({
              id,
              label: id,
            }))}
            onChange={(gate) => set({ gate })}
            errorMessage={said('gateMissing')}
          />
        )}
        <Wide>
          <FlowPicker
            label={t('rules.links.form.target')}
            isRequired
            value={form.targetId}
            onChange={(targetId) => setForm(withTarget(form, targetId))}
            errorMessage={said('targetMissing', 'targetSame')}
          />
        </Wide>
      </FieldGrid>
      {source && target && <MapRows form={form} source={source.fields} target={target.fields} onChange={setForm} />}
      <OwnerFields
        form={form}
        fields={source?.fields ?? []}
        onChange={set}
        fieldMissing={said('ownerFieldMissing')}
        personMissing={said('ownerMissing')}
      />
      <DeadlineFields value={form.deadline} onChange={(deadline) => set({ deadline })} />
      <RadioGroup
        label={t('rules.links.form.onCancel')}
        value={form.onCancel}
        options={(['detach', 'cascade', 'ask'] as const).map((id) => ({
          id,
          label: t(`rules.links.form.onCancels.${id}`),
        }))}
        onChange={(onCancel) => set({ onCancel: onCancel as LinkForm['onCancel'] })}
      />
      <Select
        label={t('rules.links.form.dedupe')}
        description={t('rules.links.form.dedupeNote')}
        value={form.dedupe ?? none}
        options={[
          { id: none, label: t('rules.links.form.dedupeNone') },
          ...(source?.fields ?? [])
            .filter(({ kind }) => simple.has(kind))
            .map(({ key, label }) => ({ id: key, label: t('rules.links.form.dedupeField', { field: local(label) }) })),
        ]}
        onChange={(id) => set({ dedupe: id === none ? null : id })}
      />
    </RuleFrame>
  )
}

const simple = new Set(['text', 'number', 'money', 'day', 'choice', 'person', 'unit', 'reference', 'computed'])
