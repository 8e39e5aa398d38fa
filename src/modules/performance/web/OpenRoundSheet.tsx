import { addDays, periodAround, periodBefore } from '#core/calendar'
import { FormSheet, UnitPicker } from '#screens/organisation'
import { DateField } from '#ui/DateField'
import { RadioGroup } from '#ui/Radio'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo } from '#web/links'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Period } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { periodOrder } from './tones.ts'

/** Begins to judge a period; the one that ended last is offered. */
export function OpenRoundSheet({ onClose }: { onClose: () => void }) {
  const t = useWords('performance')
  const go = useGo()
  const today = useSession().tenant?.today ?? '2026-01-01'
  const form = useRouteForm(routes.openRound, {
    start: { period: 'month', day: periodBefore('month', today).from, unitId: null, dueOn: addDays(today, 7) },
    done: t('rounds.opened'),
    onDone: (output) => go(hrefTo(manifest, 'round', { roundId: output.roundId })),
  })
  const { period, day, dueOn, unitId } = form.values
  const days = periodAround(period, day)
  return (
    <FormSheet
      title={t('rounds.open')}
      description={t('rounds.openLead')}
      deed={t('rounds.begin')}
      form={form}
      onClose={onClose}
    >
      <RadioGroup
        label={t('rounds.period')}
        look="segments"
        value={period}
        onChange={(chosen) => {
          form.set('period', chosen as Period)
          form.set('day', periodBefore(chosen as Period, today).from)
        }}
        options={periodOrder.map((one) => ({ id: one, label: t(`period.${one}`) }))}
      />
      <DateField
        label={t('rounds.day')}
        description={t('rounds.dayNote', { from: days.from, until: addDays(days.until, -1) })}
        value={day}
        onChange={(chosen) => chosen && form.set('day', chosen)}
        isRequired
      />
      <UnitPicker
        label={t('rounds.unit')}
        placeholder={t('rounds.wholeFirm')}
        value={unitId ?? null}
        onChange={(id) => form.set('unitId', id)}
      />
      <DateField
        label={t('rounds.due')}
        value={dueOn}
        onChange={(chosen) => chosen && form.set('dueOn', chosen)}
        isRequired
      />
    </FormSheet>
  )
}
