import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { FormSheet, PersonPicker, UnitPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { TextField } from '#ui/TextField'
import { useRouteForm } from '#web/form'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { useToday } from './today.ts'

/** How one person's cost is split over units; together 100 %. */
export function ShareSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('finance')
  const format = useFormat()
  const today = useToday()
  const form = useRouteForm(routes.setCostShare, {
    start: { personId: '', reason: '', from: `${today.slice(0, 8)}01`, shares: [{ unitId: '', permille: 1000 }] },
    done: t('setUp.saved'),
    onDone: onClose,
  })
  const { value: personId, onChange, ...person } = form.field('personId')
  const shares = form.values.shares
  const change = (at: number, patch: Partial<(typeof shares)[number]>) =>
    form.set(
      'shares',
      shares.map((share, index) => (index === at ? { ...share, ...patch } : share)),
    )
  const total = shares.reduce((sum, { permille }) => sum + permille, 0)
  return (
    <FormSheet
      title={t('setUp.addShare')}
      description={t('setUp.sharesNote')}
      deed={t('setUp.save')}
      form={form}
      onClose={onClose}
    >
      <PersonPicker
        label={t('cost.person')}
        {...person}
        value={personId || null}
        onChange={(id) => onChange(id ?? '')}
      />
      {shares.map((share, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have nothing of their own; their place is what they are
        <div key={at} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">
            <UnitPicker
              label={t('cost.unit')}
              value={share.unitId || null}
              onChange={(id) => change(at, { unitId: id ?? '' })}
            />
          </div>
          <div className="w-28">
            <NumberField
              label={t('setUp.share')}
              unit="%"
              minValue={0.1}
              maxValue={100}
              value={share.permille / 10}
              onChange={(value) => change(at, { permille: Math.round((value ?? 0) * 10) })}
            />
          </div>
          {shares.length > 1 && (
            <IconButton
              icon={X}
              label={t('setUp.remove')}
              onPress={() => form.set('shares', shares.toSpliced(at, 1))}
            />
          )}
        </div>
      ))}
      <div className="flex items-center justify-between">
        <Button
          size="sm"
          icon={Plus}
          onPress={() => form.set('shares', [...shares, { unitId: '', permille: Math.max(1, 1000 - total) }])}
        >
          {t('setUp.addUnit')}
        </Button>
        <span className={total === 1000 ? 'text-green-text' : 'text-red-text'}>
          {t('setUp.together', { share: format.percent(total) })}
        </span>
      </div>
      <TextField label={t('vouchers.reason')} {...form.field('reason')} />
      <DateField label={t('setUp.from')} value={form.values.from} onChange={(day) => form.set('from', day ?? today)} />
    </FormSheet>
  )
}
