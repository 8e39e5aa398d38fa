import { FormSheet, UnitPicker } from '#screens/organisation'
import { ComboBox } from '#ui/ComboBox'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { useState } from 'react'
import { routes, type Account } from '../../contract.ts'
import { FamilySelect } from './FamilySelect.tsx'
import { useToday } from './today.ts'

const uses = ['expense', 'owed', 'withheld', 'paid', 'claim', 'kept'] as const
const classesOf = {
  expense: ['wages', 'social', 'fund', 'employer-items'],
  owed: ['wages', 'social', 'fund', 'employer-items'],
  withheld: ['social', 'fund', 'tax', 'deductions'],
  paid: ['net', 'social', 'fund', 'tax'],
  claim: ['net'],
  kept: ['net'],
} as const

/** Which account an item or a class of items goes to, for whom, from when. */
export function RuleSheet({ accounts, onClose }: { accounts: readonly Account[]; onClose: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const [isItem, setItem] = useState(false)
  const today = useToday()
  const form = useRouteForm(routes.setRule, {
    start: {
      use: 'expense',
      key: 'wages',
      unitId: null,
      jobFamilyId: null,
      account: '',
      from: `${today.slice(0, 8)}01`,
    },
    fieldOf: { 'finance.unknown-account': 'account' },
    done: t('setUp.ruleSet'),
    onDone: onClose,
  })
  const { use, key } = form.values
  const { value: account, onChange, ...rest } = form.field('account')
  return (
    <FormSheet
      title={t('setUp.addRule')}
      description={t('setUp.ruleNote')}
      deed={t('setUp.save')}
      form={form}
      onClose={onClose}
    >
      <Select
        label={t('setUp.use')}
        description={t(`useNotes.${use}`)}
        options={uses.map((id) => ({ id, label: t(`uses.${id}`) }))}
        value={use}
        onChange={(next) => {
          const chosen = uses.find((one) => one === next) ?? 'expense'
          form.set('use', chosen)
          if (!isItem) form.set('key', classesOf[chosen][0])
        }}
      />
      <Select
        label={t('setUp.key')}
        options={[
          ...classesOf[use].map((id) => ({ id: id as string, label: t(`classes.${id}`) })),
          { id: '?', label: t('setUp.oneItem') },
        ]}
        value={isItem ? '?' : key}
        onChange={(next) => {
          setItem(next === '?')
          form.set('key', next === '?' || next === null ? '' : next)
        }}
      />
      {isItem && <TextField label={t('setUp.itemCode')} description={t('setUp.itemCodeNote')} {...form.field('key')} />}
      <UnitPicker
        label={t('cost.unit')}
        description={t('setUp.unitNote')}
        value={form.values.unitId ?? null}
        onChange={(unitId) => form.set('unitId', unitId)}
      />
      <FamilySelect value={form.values.jobFamilyId ?? null} onChange={(id) => form.set('jobFamilyId', id)} />
      <ComboBox
        label={t('columns.account')}
        options={accounts
          .filter(({ isActive }) => isActive)
          .map(({ code, name }) => ({ id: code, label: `${code} ${local(name)}` }))}
        {...rest}
        value={account || null}
        onChange={(code) => onChange(code ?? '')}
      />
      <DateField label={t('setUp.from')} value={form.values.from} onChange={(day) => form.set('from', day ?? today)} />
    </FormSheet>
  )
}
