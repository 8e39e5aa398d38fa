import { Card } from '#ui/Card'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Held } from '../../contract.ts'
import { Swatch, WeightBar } from './WeightBar.tsx'

/** How a position's work is divided over what it holds; what is free stays empty. */
export function HeldWeights({ items }: { items: readonly Held[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const weighed = items.filter((held) => held.weightPermille > 0)
  if (weighed.length === 0) return null
  const free = 1000 - weighed.reduce((sum, held) => sum + held.weightPermille, 0)
  return (
    <Card title={t('position.weights')}>
      <div className="flex flex-col gap-3">
        <WeightBar
          label={t('position.weights')}
          indicators={weighed.map(({ responsibilityId, version, weightPermille }) => ({
            key: responsibilityId,
            name: version.name,
            weightPermille,
          }))}
        />
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {weighed.map((held, at) => (
            <li key={held.responsibilityId} className="flex items-center gap-2">
              <Swatch at={at} />
              {local(held.version.name)}
              <span className="text-muted">{format.percent(held.weightPermille)}</span>
            </li>
          ))}
          {free > 0 && <li className="text-muted">{t('position.free', { share: format.percent(free) })}</li>}
        </ul>
      </div>
    </Card>
  )
}
