import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Indicator } from '../../contract.ts'
import { useFigure } from '../figures.ts'
import { Swatch, WeightBar } from './WeightBar.tsx'

/** Targets with their weights, a line each, for cards and the phone. */
export function Targets({ indicators }: { indicators: readonly Indicator[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const figure = useFigure()
  return (
    <div className="flex flex-col gap-2">
      <WeightBar indicators={indicators} />
      <ul className="flex flex-col gap-1">
        {indicators.map((one, at) => (
          <li key={one.id} className="flex items-baseline gap-2">
            <Swatch at={at} />
            <span className="min-w-0 flex-1">{local(one.name)}</span>
            <span className="font-medium whitespace-nowrap">
              {one.direction === 'up' ? '≥ ' : '≤ '}
              {figure(one.target, one.unit)}
            </span>
            <span className="w-36 text-right text-sm whitespace-nowrap text-muted">
              {t(`period.${one.period}`)} · {t('mine.weightOf', { weight: format.percent(one.weightPermille) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
