import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { formOf } from '../request/faults.ts'
import type { DelegationForm } from './delegation-form.ts'

type Props = { flowId: string; form: DelegationForm; onChange: (patch: Partial<DelegationForm>) => void }

/** Up to how much somebody stands in, by a figure of the one flow chosen. */
export function LimitFields({ flowId, form, onChange }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const start = useRead(routes.readStartForm, { flowId })
  const figures = start.data
    ? formOf(start.data.form).fields.filter(
        ({ kind, result }) =>
          kind === 'number' || kind === 'money' || (kind === 'computed' && (result === 'number' || result === 'money')),
      )
    : []
  if (figures.length === 0) return null
  const chosen = figures.find(({ key }) => key === form.field)
  const isMoney = chosen?.kind === 'money' || chosen?.result === 'money'
  return (
    <>
      <Select
        label={t('desk.delegations.form.field')}
        value={form.field ?? none}
        onChange={(field) => onChange({ field: field === none ? null : field, value: null })}
        options={[
          { id: none, label: t('desk.delegations.form.fieldNone') },
          ...figures.map(({ key, label }) => ({ id: key, label: local(label) })),
        ]}
      />
      {chosen &&
        (isMoney ? (
          <MoneyField
            label={t('desk.delegations.form.value')}
            valueFen={form.value}
            onChangeFen={(value) => onChange({ value })}
          />
        ) : (
          <NumberField
            label={t('desk.delegations.form.value')}
            value={form.value}
            onChange={(value) => onChange({ value })}
          />
        ))}
    </>
  )
}

const none = '-'
