import { FormSheet } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useLocal, useWords } from '#web/words'
import { routes, runKinds, type PayGroup } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { thisMonth } from './this-month.ts'

/** A run for a group and a month. */
export function NewRunSheet({ groups, onClose }: { groups: readonly PayGroup[]; onClose: () => void }) {
  const t = useWords('payroll')
  const local = useLocal()
  const go = useGo()
  const active = groups.filter(({ isActive }) => isActive)
  const form = useRouteForm(routes.createRun, {
    start: { groupId: active[0]?.id ?? '', period: thisMonth(), kind: 'regular', title: '' },
    fieldOf: { 'payroll.run-exists': 'period', 'payroll.group-inactive': 'groupId' },
    done: t('runs.made'),
    onDone: ({ runId }) => go(hrefTo(manifest, 'run', { runId })),
  })
  const kind = form.values.kind ?? 'regular'
  return (
    <FormSheet title={t('runs.new')} deed={t('runs.make')} form={form} onClose={onClose}>
      <Select
        label={t('runs.group')}
        {...form.field('groupId')}
        options={active.map(({ id, name }) => ({ id, label: local(name) }))}
        onChange={(groupId) => form.set('groupId', groupId ?? '')}
      />
      <TextField label={t('runs.period')} description={t('runs.periodHint')} {...form.field('period')} />
      <RadioGroup
        label={t('runs.kind')}
        description={t(`runs.kindHints.${kind}`)}
        look="segments"
        value={kind}
        options={runKinds.map((id) => ({ id, label: t(`runs.kinds.${id}`) }))}
        onChange={(next) => form.set('kind', runKinds.find((one) => one === next) ?? 'regular')}
      />
      <DateField
        label={t('runs.paidOn')}
        description={t('runs.paidOnHint')}
        value={form.values.paidOn ?? null}
        onChange={(paidOn) => form.set('paidOn', paidOn ?? undefined)}
      />
      {kind !== 'regular' && (
        <TextField
          label={t('runs.runTitle')}
          value={form.values.title ?? ''}
          onChange={(title) => form.set('title', title)}
        />
      )}
    </FormSheet>
  )
}
