import { FormSheet, UnitPicker } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { Select } from '#ui/Select'
import { useRouteForm } from '#web/form'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { FamilySelect } from './FamilySelect.tsx'
import { useToday } from './today.ts'

const kinds = ['5001', '5101', '5301', '6601', '6602'] as const

/** A unit or family to production, overhead, research, sales or administration, all four kinds of cost at once. */
export function KindSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('finance')
  const today = useToday()
  const form = useRouteForm(routes.setCostKind, {
    start: { kind: '5101', unitId: null, jobFamilyId: null, from: `${today.slice(0, 8)}01` },
    done: t('setUp.ruleSet'),
    onDone: onClose,
  })
  return (
    <FormSheet
      title={t('setUp.byUnit')}
      description={t('setUp.byUnitNote')}
      deed={t('setUp.save')}
      form={form}
      onClose={onClose}
    >
      <UnitPicker
        label={t('cost.unit')}
        value={form.values.unitId ?? null}
        onChange={(unitId) => form.set('unitId', unitId)}
      />
      <FamilySelect value={form.values.jobFamilyId ?? null} onChange={(id) => form.set('jobFamilyId', id)} />
      <Select
        label={t('setUp.kind')}
        options={kinds.map((id) => ({ id, label: `${id} ${t(`costKinds.${id}`)}` }))}
        value={form.values.kind}
        onChange={(next) => form.set('kind', kinds.find((kind) => kind === next) ?? '6602')}
      />
      <DateField label={t('setUp.from')} value={form.values.from} onChange={(day) => form.set('from', day ?? today)} />
    </FormSheet>
  )
}
