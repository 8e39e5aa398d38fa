import Target from 'lucide-react/icons/target'
import { useFigureText } from '#screens/indicators'
import { Empty } from '#ui/Empty'
import { Select } from '#ui/Select'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useSearch } from '#web/links'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type TargetChange } from '../contract.ts'
import { EffectView } from './EffectView.tsx'

const keyOf = (change: TargetChange) => `${change.responsibilityId}:${change.indicatorKey}:${change.changedOn}`

/** Before and after a target changed, as figures and with honest words. */
export function EffectsTab() {
  const t = useWords('reports')
  const local = useLocal()
  const format = useFormat()
  const text = useFigureText()
  const [{ change }, setSearch] = useSearch({ change: '' })
  const changes = useRead(routes.readTargetChanges, {})
  const known = changes.data?.changes ?? []
  const chosen = known.find((one) => keyOf(one) === change) ?? known[0]
  const optionOf = (one: TargetChange) => ({
    id: keyOf(one),
    label: t('effects.change', {
      name: local(one.indicatorName),
      before: text(one.before, one.unit),
      after: text(one.after, one.unit),
    }),
    note: `${local(one.responsibilityName)} · ${format.day(one.changedOn)}`,
  })
  return (
    <Await query={changes} shape="cards">
      {() =>
        chosen ? (
          <div className="flex flex-col gap-4">
            <div className="max-w-xl">
              <Select
                label={t('effects.choose')}
                value={keyOf(chosen)}
                onChange={(next) => setSearch({ change: next ?? '' })}
                options={known.map(optionOf)}
              />
            </div>
            <EffectView change={chosen} />
          </div>
        ) : (
          <Empty icon={Target} title={t('effects.none')} description={t('effects.noneHint')} />
        )
      }
    </Await>
  )
}
