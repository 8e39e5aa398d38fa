import { useFigureText } from '#screens/indicators'
import { Card } from '#ui/Card'
import { LineChart } from '#ui/charts/LineChart'
import { Stat } from '#ui/Stat'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Effect, type TargetChange } from '../contract.ts'

/** The weeks around one changed target. */
export function EffectView({ change }: { change: TargetChange }) {
  const { responsibilityId, indicatorKey, changedOn } = change
  const effect = useRead(routes.readEffect, { responsibilityId, indicatorKey, changedOn }, { keep: true })
  return (
    <Await query={effect} shape="cards">
      {(found) => <Sides effect={found} />}
    </Await>
  )
}

function Sides({ effect }: { effect: Effect }) {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const text = useFigureText()
  const { change, points, before, after } = effect
  const name = local(change.indicatorName)
  const figure = (value: number | null) => text(value, change.unit)
  return (
    <div className="flex flex-col gap-4">
      <p
        role="note"
        className={`rounded-md border px-3 py-2 ${effect.isEnough ? 'border-line bg-sunken' : 'border-amber-line bg-amber-soft text-amber-text'}`}
      >
        {t(effect.isEnough ? 'effects.careful' : 'effects.notEnough')}
      </p>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat
          label={t('effects.before')}
          value={figure(before.mean)}
          note={t('effects.weeks', { count: before.weeks })}
        />
        <Stat label={t('effects.after')} value={figure(after.mean)} note={t('effects.weeks', { count: after.weeks })} />
        <Stat
          label={t('columns.target')}
          value={`${figure(change.before)} → ${figure(change.after)}`}
          note={t('effects.changedOn', { day: format.day(change.changedOn) })}
        />
        <Stat label={t('columns.people')} value={effect.people} />
      </div>
      <Card>
        <LineChart
          title={t('effects.chart', { name })}
          nameTitle={t('columns.week')}
          names={points.map((point) => point.from.slice(5))}
          series={[
            { name: t('effects.before'), values: points.map((p) => (p.until <= change.changedOn ? p.value : null)) },
            { name: t('effects.after'), values: points.map((p) => (p.until > change.changedOn ? p.value : null)) },
          ]}
          format={(value) => text(value, change.unit)}
        />
      </Card>
      {effect.otherChanges.length > 0 && (
        <p className="text-sm text-muted">
          {t('effects.others', {
            names: effect.otherChanges.map((one) => `${local(one.indicatorName)} (${one.changedOn})`).join(', '),
          })}
        </p>
      )}
    </div>
  )
}
