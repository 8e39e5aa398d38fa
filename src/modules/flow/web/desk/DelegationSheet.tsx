import { useState } from 'react'
import { PersonPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { FieldGrid, Wide } from '#ui/Field'
import { RadioGroup } from '#ui/Radio'
import { MultiSelect } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { TimeField } from '#ui/TimeField'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Delegation } from '../../contract.ts'
import { faultOf, formFrom, newForm, sentForm, type DelegationForm } from './delegation-form.ts'
import { LimitFields } from './LimitFields.tsx'

type Props = { delegation: Delegation | null; onClose: () => void }

/** Says who decides in whose place: from when until when, in what, and up to how much. */
export function DelegationSheet({ delegation, onClose }: Props) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const may = useMay()
  const isPhone = usePhone()
  const { account, tenant } = useSession()
  const timeZone = tenant?.timeZone ?? 'Asia/Shanghai'
  const me = account?.personId ?? null
  const [form, setForm] = useState<DelegationForm>(() =>
    delegation ? formFrom(delegation, f.dateTime) : newForm(tenant?.today ?? '', me),
  )
  const [isTried, setTried] = useState(false)
  const flows = useRead(routes.listStartable, {}, { when: may('flow.start') })
  const options = { done: t('desk.delegations.saved'), onDone: onClose, showsProblem: () => true }
  const create = useCommand(routes.createDelegation, options)
  const change = useCommand(routes.changeDelegation, options)
  const problem = create.problem ?? change.problem
  const isRunning = delegation?.state === 'open'
  const fault = isTried ? faultOf(form, timeZone) : undefined
  const set = (patch: Partial<DelegationForm>) => setForm({ ...form, ...patch })
  const save = () => {
    setTried(true)
    if (faultOf(form, timeZone)) return
    const sent = sentForm(form, timeZone)
    if (delegation) change.run({ delegationId: delegation.id, version: delegation.version, ...sent })
    else create.run({ ...sent, ...(form.fromId && form.fromId !== me ? { fromId: form.fromId } : {}) })
  }
  const windowFault =
    fault === 'windowMissing' || fault === 'windowBackwards' ? t(`desk.delegations.form.${fault}`) : undefined
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      side={isPhone ? 'bottom' : 'right'}
      title={t(delegation ? 'desk.delegations.form.change' : 'desk.delegations.form.add')}
      {...(isRunning ? { description: t('desk.delegations.form.onlyEnd') } : {})}
      footer={
        <>
          <Button onPress={onClose}>{t('desk.delegations.form.cancel')}</Button>
          <Button variant="primary" isPending={create.isRunning || change.isRunning} onPress={save}>
            {t('desk.delegations.form.save')}
          </Button>
        </>
      }
    >
      <FieldGrid>
        {may('flow.manage') && !delegation && (
          <Wide>
            <PersonPicker
              label={t('desk.delegations.form.from')}
              value={form.fromId}
              onChange={(fromId) => set({ fromId })}
            />
          </Wide>
        )}
        <Wide>
          <PersonPicker
            label={t('desk.delegations.form.to')}
            isRequired
            isDisabled={isRunning}
            value={form.toId}
            onChange={(toId) => set({ toId })}
            errorMessage={fault === 'toMissing' ? t('desk.delegations.form.toMissing') : undefined}
          />
        </Wide>
        <DateField
          label={t('desk.delegations.form.start')}
          isDisabled={isRunning}
          value={form.startDay}
          onChange={(startDay) => set({ startDay })}
        />
        <TimeField
          label={t('desk.delegations.form.startTime')}
          isDisabled={isRunning}
          value={form.startTime}
          onChange={(startTime) => set({ startTime })}
        />
        <DateField
          label={t('desk.delegations.form.until')}
          isRequired
          value={form.untilDay}
          onChange={(untilDay) => set({ untilDay })}
          errorMessage={windowFault}
        />
        <TimeField
          label={t('desk.delegations.form.untilTime')}
          value={form.untilTime}
          onChange={(untilTime) => set({ untilTime })}
        />
        {!isRunning && (
          <>
            <Wide>
              <MultiSelect
                label={t('desk.delegations.form.flows')}
                description={t('desk.delegations.form.flowsNote')}
                value={[...form.flowIds]}
                onChange={(flowIds) => set({ flowIds, field: null, value: null })}
                options={(flows.data?.rows ?? []).map((flow) => ({ id: flow.id, label: local(flow.name) }))}
              />
            </Wide>
            {form.flowIds.length === 1 && <LimitFields flowId={form.flowIds[0] ?? ''} form={form} onChange={set} />}
            <Wide>
              <RadioGroup
                label={t('desk.delegations.form.mode')}
                look="cards"
                value={form.mode}
                onChange={(mode) => set({ mode: mode === 'both' ? 'both' : 'replace' })}
                options={(['replace', 'both'] as const).map((id) => ({
                  id,
                  label: t(`desk.delegations.mode.${id}`),
                  note: t(`desk.delegations.modeNote.${id}`),
                }))}
              />
            </Wide>
            <Wide>
              <TextArea
                label={t('desk.delegations.form.reason')}
                rows={2}
                maxLength={500}
                value={form.reason}
                onChange={(reason) => set({ reason })}
              />
            </Wide>
          </>
        )}
        <Wide>
          <p role="alert" className="text-red-text empty:hidden">
            {problem?.detail}
          </p>
        </Wide>
      </FieldGrid>
    </Sheet>
  )
}
